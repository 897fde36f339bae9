import { describe, expect, it } from 'vitest';
import { exceptedToo, stretchedScope } from './scope-words.ts';

const deposit =
  '保管人保管不善造成保管物毁损的，保管人应当承担赔偿责任。但是，无偿保管人证明自己没有故意或者重大过失的，不承担赔偿责任。';
const insurance = '先由承保机动车强制保险的保险人予以赔偿；不足部分，由侵权人赔偿。';
const outsiders = '造成本车人员、被保险人以外的受害人人身伤亡的，由保险公司予以赔偿。';
const benefit = '失业人员符合下列条件的，领取失业保险金：\n（一）缴费满一年的；\n（二）非因本人意愿中断就业的。';
const venue = '因不动产纠纷提起的诉讼，由不动产所在地人民法院管辖。';

describe('stretchedScope', () => {
  it.each([
    ['有重大过失的，保管人也可以不赔。', '保管人应当承担赔偿责任。'],
    ['就算没有过错，也要赔偿。', '有过错的，应当承担赔偿责任。'],
    ['只有公司可以通知终止用工。', '任何一方可以随时通知对方终止用工。'],
    ['公司可以不签书面合同。', '应当订立书面劳动合同。'],
    ['先由侵权人赔偿，不足的再由强制保险赔偿。', insurance],
    ['保险公司赔偿本车人员的人身伤亡。', outsiders],
    ['只要缴费满一年就能领。', benefit],
    ['由被告住所地法院管辖。', venue],
  ])('doubts what the provision has no word for: %s', (claim, provision) => {
    expect(stretchedScope(claim, provision)).not.toEqual([]);
  });

  it.each([
    ['先由强制保险的保险人赔偿，不够的再由侵权人赔偿。', insurance],
    ['本车人员以外的受害人，由保险公司赔偿。', outsiders],
    ['由不动产所在地人民法院管辖。', venue],
    ['不能辞退，也不能降工资。', '用人单位不得辞退或者降低工资。'],
    ['十五天内没说买，就算放弃。', '十五日内未表示的，视为放弃。'],
  ])('leaves alone what it has a word for, and what only sounds so: %s', (claim, provision) => {
    expect(stretchedScope(claim, provision)).toEqual([]);
  });
});

describe('exceptedToo', () => {
  it('sees the rule stretched to the very case that a 但书 takes out', () => {
    expect(exceptedToo('无偿保管人证明自己没有故意的，也要赔偿。', deposit)).toHaveLength(1);
    expect(exceptedToo('无偿保管人证明自己没有故意的，不用赔偿。', deposit)).toEqual([]);
  });
});
