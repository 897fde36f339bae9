import { describe, expect, it } from 'vitest';
import { inPercent } from './exact.ts';
import { annualRate, readRate } from './rate-words.ts';

describe('rates as people agree on them', () => {
  it.each([
    ['年利率12%', '12%'],
    ['年息1分', '10%'],
    ['年息一分二厘', '12%'],
    ['月利率1%', '12%'],
    ['月息2分', '24%'],
    ['月息两分', '24%'],
    ['月息1.5分', '18%'],
    ['月息一分五', '18%'],
    ['月息一分五厘', '18%'],
    ['月息5厘', '6%'],
    ['月利率8‰', '9.6%'],
    ['月利率千分之八', '9.6%'],
    ['日万分之五', '18.25%'],
    ['每日万分之一点七五', '6.3875%'],
    ['日利率0.05%', '18.25%'],
    ['年化百分之十五点四', '15.4%'],
    ['年利率１２％', '12%'],
    ['月息十五厘', '18%'],
  ])('%s is %s a year', (words, yearly) => {
    const read = readRate(words);
    expect(read === null ? null : inPercent(annualRate(read, 365))).toBe(yearly);
  });

  it.each(['12%', '2分', '利息从优', '年利率', '月息', '年利率一二三厘分', '月息零点', '年利率12%至15%', '年利率-3%'])(
    '“%s” is not read',
    (words) => {
      expect(readRate(words)).toBeNull();
    },
  );

  it('counts a daily rate with as many days as the year has', () => {
    const daily = readRate('日万分之五');
    expect(daily === null ? null : inPercent(annualRate(daily, 360))).toBe('18%');
  });
});
