import { describe, expect, it } from 'vitest';
import { parseLaw } from '../parse-law.ts';
import { reportOwnCitations } from './own-citation-report.ts';

const law = (title: string, articles: string[]) =>
  parseLaw(`# ${title}\n\n2020年1月1日公布\n\n<!-- INFO END -->\n\n${articles.join('\n\n')}\n`, {
    file: `${title}.md`,
  });

describe('the citations inside laws', () => {
  it('are followed in their own law and in others, by number and by place', () => {
    const report = reportOwnCitations([
      law('中华人民共和国甲示例法', [
        '第一条 甲。\n\n乙。',
        '第二条 依照本法第一条第二款。\n\n前款规定的情形，适用前条。',
      ]),
      law('乙示例条例', ['第一条 依照《中华人民共和国甲示例法》第二条和本条例第二条。', '第二条 丙。']),
    ]);
    expect(report).toMatchObject({ laws: 2, citations: 5, resolved: 5, share: 1 });
  });

  it('that lead nowhere are grouped by their reason, with examples', () => {
    const report = reportOwnCitations([
      law('中华人民共和国甲示例法', [
        '第一条 依照本法第九条、《中华人民共和国婚姻法》第三条和《丙示例办法》第一条。',
        '第二条 依照本法第一条第二款。',
      ]),
    ]);
    expect(Object.fromEntries(report.outcomes.map(({ outcome, count }) => [outcome, count]))).toEqual({
      'no-such-article': 1,
      'former-law-not-in-corpus': 1,
      'law-not-in-corpus': 1,
      'no-such-paragraph-or-item': 1,
    });
    expect(report.outcomes.find(({ outcome }) => outcome === 'no-such-article')?.examples).toEqual([
      '《中华人民共和国甲示例法》第一条：本法第九条',
    ]);
  });
});
