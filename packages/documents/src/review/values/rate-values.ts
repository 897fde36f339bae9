import { MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import { type BaseFigures, RENT_MONTHS } from './base-figures.ts';
import { DAILY, DAILY_SUM, dailyRates } from './daily-rates.ts';
import { readInterest } from './loan-interest.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { ValueReading, Values } from './value-names.ts';

const PENALTY_WORDS =
  /违约金|滞纳金|逾期|迟延|赔偿|罚息|罚|拖[欠延一]|每[拖晚迟慢误延]|[晚迟慢拖][交付给还缴]|(?:交|付|给|还|缴)(?:款)?(?:晚|迟|慢)|加收/u;
const SHARE_ALL = new RegExp(`(${SHARE})`, 'gu');
const PENALTY_SUM = new RegExp(`违约金[^。；]{0,16}?(${MONEY})|(${MONEY})[^。；，]{0,4}的?违约金`, 'gu');
const PENALTY_TIMES = new RegExp(
  `违约金[^。；]{0,30}?(?:总价款?|总额|总金额|价款|货款|服务费|租金总额|已付[^。；，]{0,8})的?(${NUMBER})倍|(?:总价款?|总额|总金额|价款|货款|服务费|租金|费用|总价格)的?(${NUMBER})倍(?:的|[^。；，]{0,4}(?:支付|承担|赔偿|计付|赔付|给付|作为)[^。；，]{0,6})?违约金`,
  'gu',
);
/** The one-year LPR has never been above 4.25% since 20 August 2019, so four times it was never above 17%. */
const HIGHEST_CAP = 0.17;

export function readRateValues(context: ReadingContext, base: BaseFigures): Values {
  const daily = [...dailyShares(context), ...dailySums(context, base)];
  const interest = context.type === 'loan' ? readInterest(context, base) : [];
  const cap = context.oneYearLpr === null ? HIGHEST_CAP : context.oneYearLpr * 4;
  const over = (late: boolean) =>
    interest
      .filter((one) => one.late === late)
      .map(({ rate, at, note }) =>
        reading(
          note.includes('倍') ? rate - 4 : rate - cap,
          at,
          note.includes('倍') ? note : `${note}，上限是${percent(cap)}`,
        ),
      );
  return {
    ...values('dailyPenaltyAYear', context.type === 'loan' ? [] : daily),
    ...values('penaltyShare', [...penaltyShares(context), ...penaltySums(context, base)]),
    ...values('penaltyRentMonths', rentMonths(context)),
    ...values(
      'annualInterest',
      interest.map(({ rate, at, note }) => reading(rate, at, note)),
    ),
    ...values('interestOverCap', over(false)),
    ...values('overdueOverCap', over(true)),
  };
}

function dailyShares({ sentences }: ReadingContext): ValueReading[] {
  return dailyRates(sentences)
    .filter(({ found }) => PENALTY_WORDS.test(found.sentence.text) && !/(?:当日|日|当天)租金/u.test(found.match[0]))
    .map(({ found, words, rate }) => reading(rate * 365, found, `每日${words}，一年就是${percent(rate * 365)}`));
}

function dailySums({ sentences }: ReadingContext, { monthlyRent, total }: BaseFigures): ValueReading[] {
  const base = monthlyRent ?? total;
  if (base === null) return [];
  return findAll(sentences, DAILY_SUM)
    .filter(
      ({ sentence, match }) =>
        PENALTY_WORDS.test(sentence.text) && !/每(?:一)?万元/u.test(match[0]) && !isFee(sentence.text),
    )
    .map((found) => {
      const rate = (moneyOf(found.words) * 365) / (monthlyRent === null ? base : base * 3);
      return reading(
        rate,
        found,
        `每日${found.words}，一年是${yuan(moneyOf(found.words) * 365)}，与${monthlyRent === null ? '总价' : '月租金'}${yuan(base)}不成比例`,
      );
    });
}

function penaltyShares({ sentences }: ReadingContext): ValueReading[] {
  const lump = sentences.filter(({ text }) => /违约金/u.test(text));
  return [
    ...findAll(lump, SHARE_ALL)
      .filter(({ sentence, match }) => {
        const before = sentence.text.slice(Math.max(0, (match.index ?? 0) - 40), match.index);
        return (
          /违约金|总价|总额|金额|价款|货款|费用?|租金|工资|报酬/u.test(before) &&
          !new RegExp(DAILY, 'u').test(before) &&
          !/超过损失|实际损失|^日/u.test(before)
        );
      })
      .map((found) => reading(shareOf(found.words), found, `违约金是${found.words}`)),
    ...findAll(lump, PENALTY_TIMES)
      .filter(
        ({ sentence, match }) =>
          !/日租金|每[逾迟延]|每[日天]/u.test(sentence.text.slice(0, (match.index ?? 0) + match[0].length)),
      )
      .map((found) => reading(numberOf(found.words), found, `违约金是${found.words}倍`)),
  ];
}

function penaltySums({ sentences }: ReadingContext, { total }: BaseFigures): ValueReading[] {
  if (total === null) return [];
  return findAll(sentences, PENALTY_SUM)
    .filter(({ match }) => !new RegExp(DAILY, 'u').test(match[0]))
    .map((found) =>
      reading(
        moneyOf(found.words) / total,
        found,
        `违约金${found.words}，是总价${yuan(total)}的${percent(moneyOf(found.words) / total)}`,
      ),
    );
}

const rentMonths = ({ sentences }: ReadingContext) =>
  findAll(
    sentences.filter(({ text }) => /违约金|赔偿/u.test(text)),
    RENT_MONTHS,
  ).map((found) => reading(numberOf(found.words), found, `违约金是${found.words}个月租金`));

/** Paid for keeping or using something, not for being late. */
const isFee = (words: string) =>
  /(?:寄养|保管|仓储|使用|占用|停车|床位|看护|存放)费/u.test(words) && !/违约金|滞纳金|罚/u.test(words);
