import { describe, expect, it } from 'vitest';
import { deemedOtherwise } from './deemed.ts';
import { swappedResults } from './result-swaps.ts';

describe('swappedResults', () => {
  it.each([
    [
      '重大误解签的合同无效。',
      '基于重大误解实施的民事法律行为，行为人有权请求人民法院予以撤销。',
      '条文说“撤销”，这里说“无效”',
    ],
    ['离婚时可以要求对方赔偿。', '离婚时有权向另一方请求补偿。', '条文说“补偿”，这里说“赔偿”'],
    ['要先经工会批准。', '应当事先将理由通知工会。', '条文说“通知”，这里说“批准”'],
    ['原来的合同终止。', '不影响劳动合同的履行。', '条文说“不影响”，这里说“终止”'],
  ])('sees one outcome taken for another: %s', (claim, provision, reason) => {
    expect(swappedResults(claim, provision)).toEqual([reason]);
  });

  it.each([
    ['不用公司批准。', '提前三十日以书面形式通知用人单位。'],
    ['合同无效。', '合同无效或者被撤销。'],
    ['五年内不能再宣告无效。', '注册商标的有效期为十年。'],
  ])('says nothing of %s', (claim, provision) => {
    expect(swappedResults(claim, provision)).toEqual([]);
  });
});

describe('deemedOtherwise', () => {
  const silence = '继承人没有表示的，视为接受继承；受遗赠人到期没有表示的，视为放弃受遗赠。';
  const goods = '买受人怠于通知的，视为标的物的数量或者质量符合约定。';

  it('sees the opposite outcome', () => {
    expect(deemedOtherwise('拖着不通知的，视为货不符合约定。', goods).conflicts).toHaveLength(1);
  });

  it('doubts an outcome that the provision has not', () => {
    expect(deemedOtherwise('拖着不通知的，视为同意退货。', goods).doubts).toHaveLength(1);
  });

  it('reads 就当他放弃了 as 视为放弃', () => {
    expect(deemedOtherwise('六十天内不表态，就当他放弃了。', silence)).toEqual({ conflicts: [], doubts: [] });
  });
});
