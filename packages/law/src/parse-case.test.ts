import { describe, expect, it } from 'vitest';
import { parseCase } from './parse-case.ts';

describe('parseCase', () => {
  it('reads our answered cases', () => {
    const parsed = parseCase(
      '---\ntitle: 借款到期不还怎么办\narea: lending\ncitations:\n  - 民法典第六百七十五条\n  - 《民间借贷规定》第二十五条\n---\n\n## 问题\n\n借了三万不还。\n\n有聊天记录。\n\n## 回答\n\n可以起诉。\n',
      { file: 'a.md' },
    );
    expect(parsed).toEqual({
      title: '借款到期不还怎么办',
      area: 'lending',
      question: '借了三万不还。\n有聊天记录。',
      answer: '可以起诉。',
      citations: [
        '《中华人民共和国民法典》第六百七十五条',
        '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十五条',
      ],
    });
  });

  it('reads a court case: facts and claims are the question, the court’s words the answer', () => {
    const parsed = parseCase(
      '# 加班费的时效\n\n<!-- INFO END -->\n\n## 甲诉乙案\n\n## 基本案情\n\n甲离职。\n\n## 原告诉讼请求\n\n支付加班费。\n\n## 裁判结果\n\n支持。依照《中华人民共和国劳动争议调解仲裁法》第二十七条。\n\n## 典型意义\n\n保护劳动者，另见该法第六条与《某某市示例条例》第九条。',
      { file: 'b.md' },
    );
    expect(parsed.question).toBe('加班费的时效\n甲诉乙案\n甲离职。\n支付加班费。');
    expect(parsed.answer).toBe(
      '裁判结果\n支持。依照《中华人民共和国劳动争议调解仲裁法》第二十七条。\n\n典型意义\n保护劳动者，另见该法第六条与《某某市示例条例》第九条。',
    );
    expect(parsed.citations).toEqual([
      '《中华人民共和国劳动争议调解仲裁法》第二十七条',
      '《中华人民共和国劳动争议调解仲裁法》第六条',
      '《某某市示例条例》第九条',
    ]);
    expect(parsed.area).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['no-title', '## 问题\n\n甲\n\n## 回答\n\n乙'],
    ['no-body', '# 甲\n\n## 基本案情\n\n乙'],
    ['no-body', '# 甲\n\n## 裁判结果\n\n乙'],
    ['no-body', '# 甲\n\n只有一段话。'],
  ])('refuses with %s what is no case', (code, text) => {
    expect(() => parseCase(text, { file: 'x.md' })).toThrowError(expect.objectContaining({ code }));
  });
});
