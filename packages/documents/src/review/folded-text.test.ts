import { describe, expect, it } from 'vitest';
import { foldText } from './folded-text.ts';

const lines = (text: string) => foldText(text).text.split('\n');

describe('the paragraphs of a folded text', () => {
  it('end at an empty line, whatever stands before it', () => {
    expect(
      lines('承租方（乙方）：某某小吃店，经营者：陈某某，身份证号3206**********3819\n\n根据有关规定，双方订立本合同。'),
    ).toEqual([
      '承租方（乙方）：某某小吃店，经营者：陈某某，身份证号3206**********3819',
      '根据有关规定，双方订立本合同。',
    ]);
  });

  it('go on over the end of a printed line, and over an empty one in the middle of a sentence', () => {
    expect(lines('承租方应当在每月五日以前向出租方支付当月的全部租金，\n\n逾期的按照约定支付违约金。')).toHaveLength(1);
    expect(lines('承租方应当在每月五日以前向出租方支付当月的全\n部租金。')).toEqual([
      '承租方应当在每月五日以前向出租方支付当月的全部租金。',
    ]);
  });
});
