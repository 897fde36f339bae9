import { describe, expect, it } from 'vitest';
import { highlight, questionWords } from './highlight.ts';

describe('questionWords', () => {
  it('keeps what the question is about', () => {
    const words = questionWords('公司没有签劳动合同，怎么要求双倍工资？');
    expect(words).toContain('工资');
    expect(words).not.toContain('怎么');
    expect(words).not.toContain('没有');
    expect(words.every((word) => word.length >= 2)).toBe(true);
  });

  it('puts together what the segmenter takes apart', () => {
    expect(questionWords('试用期最长多久')).toContain('试用期');
    expect(questionWords('拖欠我的工资，怎么办')).not.toContain('拖欠我的');
  });
});

describe('highlight', () => {
  it('marks each occurrence and loses nothing', () => {
    const text = '用人单位应当支付二倍的工资。工资按月支付。';
    const pieces = highlight(text, ['工资', '支付']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['支付', '工资', '工资', '支付']);
  });

  it('takes signs for signs', () => {
    expect(highlight('a.b (c)', ['.b', '(c)']).filter((piece) => piece.hit)).toHaveLength(2);
    expect(highlight('axb', ['.b'])).toEqual([{ text: 'axb', hit: false }]);
  });

  it('leaves a text alone where there is nothing to mark', () => {
    expect(highlight('甲', [])).toEqual([{ text: '甲', hit: false }]);
  });
});
