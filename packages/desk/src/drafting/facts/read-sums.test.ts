import { describe, expect, it } from 'vitest';
import { readSums } from './read-sums.ts';

describe('sums of money in lay words', () => {
  it.each([
    ['借了他5万块钱', ['5万块钱', 50_000]],
    ['工资八千五', ['八千五', 8500]],
    ['一万二的彩礼', ['一万二', 12_000]],
    ['付了3.5万元定金', ['3.5万元', 35_000]],
    ['欠我12,000元', ['12,000元', 12_000]],
    ['两万多块没还', ['两万多块', 20_000]],
    ['月薪8k', ['8k', 8000]],
    ['每个月发5000现金', ['5000', 5000]],
    ['押金1500不退', ['1500', 1500]],
    ['三百块', ['三百块', 300]],
    ['一百二十万的房子', ['一百二十万', 1_200_000]],
    ['住院花了2万3', ['2万3', 23_000]],
    ['借了2万3年没还', ['2万', 20_000]],
    ['花了2万3000元', ['2万3000元', 23_000]],
  ])('%s', (text, [raw, yuan]) => {
    expect(readSums(text)).toEqual([{ raw, yuan }]);
  });

  it.each(['2024年3月15日签的', '干了3年', '手机13812345678', '住在5楼501', '一千米', '万一他不还'])(
    'reads none in %s',
    (text) => {
      expect(readSums(text)).toEqual([]);
    },
  );

  it('reads a long text in proportion to its length', () => {
    expect(readSums('欠我5万元，'.repeat(20_000))).toHaveLength(1);
  });
});
