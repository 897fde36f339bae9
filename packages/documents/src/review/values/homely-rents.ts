import { SHARE, shareOf } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { COUNT, HOMELY_SUM, homelyNumber } from './homely-numbers.ts';
import { findAll, percent, type ReadingContext, reading, yuan } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const RENT = new RegExp(
  `(?:房租|租金|月租金?)(?:标准)?(?:是|为|：|按)?(?:人民币)?(?:每(?:个)?月|一个月)?(?:是|为|：)?(?:人民币)?${HOMELY_SUM}(?!一年|每年|一季)`,
  'gu',
);
const FIRST_PAYMENT = new RegExp(
  `(?:头|首|前)(?:期)?(${COUNT})个月的?(?:房租|租金)(?:加|和|连同|跟|、)(?:上)?(?:(${COUNT})个月的?)?押金[^。；\\d]{0,16}?${HOMELY_SUM}`,
  'gu',
);
const DEPOSIT = new RegExp(`押金(?:是|为|收|交|就)?(?:收|交)?(${COUNT})个月|押金[^。；，]{0,4}押(${COUNT})付`, 'u');
const EACH_QUARTER = new RegExp(
  `(?:每期|每季|每次|每一期)(?:租金|房租)?(?:应|需)?(?:付|支付|交|给|为)?(?:人民币|租金){0,2}${HOMELY_SUM}`,
  'gu',
);
const QUARTERLY = /按季|每季|季付|三个月一[付给交]|每三个月/u;

/** Sums of rent that the rent of a month does not make. */
export function readHomelyRents({ sentences, text, type }: ReadingContext): ValueReading[] {
  if (type !== 'lease') return [];
  const rents = findAll(
    sentences.filter((one) => !/递增|上浮|第[二三四五]年/u.test(one.text)),
    RENT,
  );
  const rent = homelyNumber(rents[0]?.match[1] ?? '');
  if (!(rent > 0)) return [];
  const wrong = (months: number, sum: number, one: { from: number; to: number }, what: string) =>
    months > 0 && sum > rent && Math.abs(months * rent - sum) >= 1 && Math.abs(months * rent - sum) < rent * 0.9
      ? [reading(1, one, `月租${yuan(rent)}，${what}是${yuan(months * rent)}，合同却写作${yuan(sum)}`)]
      : [];
  const deposit = DEPOSIT.exec(text);
  const deposited = homelyNumber(deposit?.[1] ?? deposit?.[2] ?? '');
  const first = findAll(sentences, FIRST_PAYMENT).flatMap((one) => {
    const more = one.match[2] === undefined ? deposited : homelyNumber(one.match[2]);
    const months = homelyNumber(one.match[1] ?? '') + more;
    return wrong(months, homelyNumber(one.match[3] ?? ''), one, `${months}个月的数`);
  });
  const quarters = findAll(
    sentences.filter((one) => QUARTERLY.test(one.text)),
    EACH_QUARTER,
  ).flatMap((one) => wrong(3, homelyNumber(one.match[1] ?? ''), one, '一季'));
  return [...first, ...quarters];
}

const YEARLY = new RegExp(`(?:年利率|年息|年利|年化利率|年化)(?:为|是|按|：|固定){0,2}(${SHARE})`, 'gu');
const MONTHLY = new RegExp(
  `每(?:个)?月(?:\\d{1,2}[日号])?(?:之?前|以前)?[^。；，\\d]{0,10}?(?:当月|上月|固定)?利息(?:为|是|：|共|计)?${HOMELY_SUM}|月息(?:为|是|：)?${HOMELY_SUM}`,
  'gu',
);
const LENT = new RegExp(
  `(?:数目|借款金额|借款本金|借|本金|出借|借款)(?:给[^。；，\\d]{1,8})?(?:为|是|：|到)?(?:人民币)?${HOMELY_SUM}`,
  'gu',
);

/** Interest a month that the rate of a year does not make. */
export function readMonthlyInterest({ sentences, type }: ReadingContext, { principal }: BaseFigures): ValueReading[] {
  if (type !== 'loan') return [];
  const lent = principal ?? homelyNumber(findAll(sentences, LENT)[0]?.match[1] ?? '');
  const rates = findAll(
    sentences.filter(({ text }) => !/逾期|罚息|违约|法律|司法|保护|不超过/u.test(text)),
    YEARLY,
  ).map(({ words }) => shareOf(words));
  const [rate] = rates;
  if (rate === undefined || new Set(rates).size > 1 || !(lent > 0)) return [];
  return findAll(sentences, MONTHLY).flatMap((one) => {
    const [sum, right] = [homelyNumber(one.words), (lent * rate) / 12];
    if (!(sum > 0) || Math.abs(sum - right) < right * 0.03 || sum > right * 2.2 || /本金|本息/u.test(one.match[0]))
      return [];
    return [reading(1, one, `${yuan(lent)}按年利率${percent(rate)}每月是${yuan(right)}，合同却写作每月${yuan(sum)}`)];
  });
}
