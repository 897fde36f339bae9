import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.ts';

describe('ownWords', () => {
  it('counts sentences of the text’s own words, list marks aside', () => {
    expect(ownWords('押金要退。\n\n1. 先打电话；\n- **再**写信')).toEqual({
      characters: 11,
      sentences: 3,
      legalese: 0,
    });
  });

  it('leaves out headings, quotations and citations', () => {
    const text = [
      '## 理由与依据',
      '**《示例法》第一条**',
      '> 出租人应予退还。',
      '法律说“应予退还”（《关于适用《示例法》的解释》第十条第二款、《示例法》第三条之一），房东要退。',
    ].join('\n');
    // 法律说，房东要退
    expect(ownWords(text)).toEqual({ characters: 8, sentences: 1, legalese: 0 });
  });

  it('counts the characters of legalese, the longest word where two begin alike', () => {
    // 标的额 and 之日起.
    expect(ownWords('标的额从收到之日起算').legalese).toBe(6);
  });

  it('of nothing is nothing', () => {
    expect(ownWords('')).toEqual({ characters: 0, sentences: 0, legalese: 0 });
  });
});
