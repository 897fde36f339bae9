import { MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import { type BaseFigures, RENT_MONTHS } from './base-figures.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { ValueReading, Values } from './value-names.ts';

const DAILY =
  '(?:(?:逾期|迟延|延迟|拖欠|延误|晚)[^。；，\\d一]{0,8}[一1][日天](?:的|，|须|应当?|需|要|就|则){0,3}(?:支付|按|赔偿|缴纳|加收|付|罚|扣)|每(?:逾期|延迟|迟延|拖欠|延误|超过)?一?[日天]|按[日天]|逾期一?[日天]|每日)';
const DAILY_SHARE = new RegExp(
  `${DAILY}[^。；]{0,40}?(${SHARE})|(?<!每)日(${SHARE})|(${SHARE})(?:/|每)[日天]|日利率[^。；，]{0,6}(${SHARE})|(${SHARE})[^。；，]{0,8}按[日天](?:计|支付|向)`,
  'gu',
);
const DAILY_SUM = new RegExp(`${DAILY}[^。；]{0,24}?(${MONEY})|(${MONEY})/[日天]`, 'gu');
const PENALTY_WORDS = /违约金|滞纳金|逾期|迟延|赔偿|罚息/u;
const SHARE_ALL = new RegExp(`(${SHARE})`, 'gu');
const PENALTY_SUM = new RegExp(`违约金[^。；]{0,16}?(${MONEY})|(${MONEY})[^。；，]{0,4}的?违约金`, 'gu');
const PENALTY_TIMES = new RegExp(
  `违约金[^。；]{0,30}?(?:总价款?|总额|总金额|价款|货款|服务费|租金总额|已付[^。；，]{0,8})的?(${NUMBER})倍|(?:总价款?|总额|总金额|价款|货款|服务费|租金|费用|总价格)的?(${NUMBER})倍(?:的|[^。；，]{0,4}(?:支付|承担|赔偿|计付|赔付|给付|作为)[^。；，]{0,6})?违约金`,
  'gu',
);
const INTEREST: [RegExp, number][] = [
  [
    new RegExp(
      `(?:年利率|年化利率|年息|年化)[^。；，\\d百]{0,8}(${SHARE})|(${SHARE})(?:/|每)年|每年[^。；，]{0,6}(${SHARE})的?利息`,
      'gu',
    ),
    1,
  ],
  [
    new RegExp(
      `(?:月利率|月息|每月利息|月利息)[^。；，\\d百千]{0,10}(${SHARE})|(${SHARE})(?:/|每)月|每月[^。；]{0,12}?(${SHARE})[^。；，]{0,6}利息|按月[^。；，]{0,6}(${SHARE})`,
      'gu',
    ),
    12,
  ],
  [new RegExp(`(?:日利率|日息)[^。；，\\d百千万]{0,6}(${SHARE})`, 'gu'), 365],
];
const FEN = new RegExp(`月(?:利率?|息)(?:为|按|是)?(${NUMBER})分(?!之)`, 'gu');
const LPR_TIMES = new RegExp(`(?:LPR|贷款市场报价利率|贷款利率|报价利率)[^。；，]{0,16}?的?(${NUMBER})倍`, 'giu');
/** The one-year LPR has never been above 4.25% since 20 August 2019, so four times it was never above 17%. */
const HIGHEST_CAP = 0.17;
const LATE = /逾期|罚息|违约金|滞纳金|未按(?:期|时)/u;

export function readRateValues(context: ReadingContext, base: BaseFigures): Values {
  const daily = [...dailyShares(context), ...dailySums(context, base)];
  const interest = context.type === 'loan' ? interestRates(context, base) : [];
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
  return findAll(sentences, DAILY_SHARE)
    .filter(({ sentence }) => PENALTY_WORDS.test(sentence.text))
    .map((found) =>
      reading(shareOf(found.words) * 365, found, `每日${found.words}，一年就是${percent(shareOf(found.words) * 365)}`),
    );
}

function dailySums({ sentences }: ReadingContext, { monthlyRent, total }: BaseFigures): ValueReading[] {
  const base = monthlyRent ?? total;
  if (base === null) return [];
  return findAll(sentences, DAILY_SUM)
    .filter(({ sentence }) => PENALTY_WORDS.test(sentence.text))
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
    ...findAll(lump, PENALTY_TIMES).map((found) => reading(numberOf(found.words), found, `违约金是${found.words}倍`)),
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

function interestRates({ sentences }: ReadingContext, { principal }: BaseFigures) {
  const found = [
    ...INTEREST.flatMap(([pattern, times]) =>
      findAll(sentences, pattern).map((one) => ({
        one,
        rate: shareOf(one.words) * times,
        note: `${one.match[0]}，折合年利率${percent(shareOf(one.words) * times)}`,
      })),
    ),
    ...findAll(sentences, FEN).map((one) => ({
      one,
      rate: numberOf(one.words) * 0.12,
      note: `${one.match[0]}，折合年利率${percent(numberOf(one.words) * 0.12)}`,
    })),
    ...findAll(sentences, LPR_TIMES).map((one) => ({
      one,
      rate: numberOf(one.words),
      note: `利率是报价利率的${one.words}倍`,
    })),
    ...findAll(
      sentences.filter(({ text }) => LATE.test(text)),
      DAILY_SHARE,
    ).map((one) => ({
      one,
      rate: shareOf(one.words) * 365,
      note: `每日${one.words}，一年就是${percent(shareOf(one.words) * 365)}`,
    })),
    ...(principal === null
      ? []
      : findAll(sentences, new RegExp(`每月(?:支付|付|归还)?(?:固定)?利息[^。；，\\d]{0,8}(${MONEY})`, 'gu')).map(
          (one) => {
            const rate = (moneyOf(one.words) * 12) / principal;
            return { one, rate, note: `每月利息${one.words}，折合年利率${percent(rate)}` };
          },
        )),
  ];
  const daily = principal === null ? [] : dailySumsOfLoan(sentences, principal);
  return [...found, ...daily].map(({ one, rate, note }) => ({
    rate,
    note,
    at: one,
    late: isLate(one.sentence.text, one.match.index ?? 0),
  }));
}

/** Of interest for delay where the words for delay stand before the rate. */
const isLate = (sentence: string, at: number) => LATE.test(sentence.slice(0, at + 12));

const dailySumsOfLoan = (sentences: ReadingContext['sentences'], principal: number) =>
  findAll(
    sentences.filter(({ text }) => LATE.test(text)),
    DAILY_SUM,
  ).map((one) => {
    const rate = (moneyOf(one.words) * 365) / principal;
    return { one, rate, note: `逾期每日${one.words}，折合年利率${percent(rate)}` };
  });
