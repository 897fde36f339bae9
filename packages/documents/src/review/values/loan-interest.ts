import { MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { DAILY_SUM, dailyRates } from './daily-rates.ts';
import { type Found, findAll, percent, type ReadingContext } from './reading-context.ts';

/** A rate of a loan; `times`: it is said as a multiple of the LPR. */
export interface InterestRate {
  /** A share a year, or the multiple. */
  rate: number;
  note: string;
  at: Found;
  /** For delay. */
  late: boolean;
}

const SHARES: [RegExp, number][] = [
  [
    new RegExp(
      `(?:年利率|年化利率|年利息|年息|年化|年利)[^。；，\\d百]{0,8}(${SHARE})|(${SHARE})(?:/|每)年|每年[^。；，]{0,6}(${SHARE})的?利息`,
      'gu',
    ),
    1,
  ],
  [
    new RegExp(
      `(?:月利率|月息|每月利息|月利息|月利|利息[^。；，\\d]{0,4}每月|利率[^。；，\\d]{0,4}每月)[^。；，\\d百千]{0,10}(${SHARE})|(${SHARE})(?:/|每)月|(?:利率|利息)(?:为|按|是|：)?(?:每)?月(${SHARE})|每月[^。；]{0,12}?(${SHARE})[^。；，]{0,6}(?:利息|(?:账户)?管理费|服务费|手续费|滞纳金|违约金|罚息)|按月[^。；，]{0,6}(${SHARE})`,
      'gu',
    ),
    12,
  ],
  [new RegExp(`(?:日利率|日息)[^。；，\\d百千万]{0,6}(${SHARE})`, 'gu'), 365],
];
const FEN = new RegExp(
  `(?:月(?:利率?|息)|(?:利息|利率|息)(?:为|按|是|：)?(?:每月|每个月|月)|每(?:个)?月(?:的)?利(?:息|率)?)(?:为|按|是|：|算)?(${NUMBER})分(?!之)(?:半|(${NUMBER})(?:厘)?)?|(?:按|以|算|是|为)(${NUMBER})分(?:利|息)`,
  'gu',
);
const LI = new RegExp(`月(?:利率?|息)(?:为|按|是|：)?(${NUMBER})厘`, 'gu');
const MONTHLY_ON_TEN_THOUSAND = new RegExp(
  `每(?:一)?万元?(?:每|一|个|一个)?月[^。；，\\d]{0,10}?(${MONEY})|每(?:个)?月每(?:一)?万元?[^。；，\\d]{0,8}?(${MONEY})`,
  'gu',
);
const LPR_TIMES = new RegExp(`(?:LPR|贷款市场报价利率|贷款利率|报价利率)[^。；，]{0,16}?的?(${NUMBER})倍`, 'giu');
const MONTHLY_SUM = new RegExp(
  `每(?:个)?月[^。；，\\d]{0,8}?(?:固定)?利息(?:为|是|：)?[^。；，\\d]{0,8}(${MONEY})`,
  'gu',
);
/** Interest or thanks as one sum for the whole term. */
const LUMP = new RegExp(
  `(?:利息(?:总额|合计|共计|共|总共|一共|一次性)|(?:另|再|额外|另外|加)[^。；，\\d]{0,8}?(?:付|给|支付)[^。；，\\d]{0,10}?(?:酬劳|报酬|好处费|感谢费|辛苦费|茶水费|服务费|手续费|咨询费|管理费|占用费|利息|红包))(?:为|是|：|人民币|共|固定){0,3}[^。；，\\d]{0,4}(${MONEY})`,
  'gu',
);
const DAILY_INTEREST = new RegExp(
  `(?:每[天日]|一[天日]|按[天日])[^。；，\\d]{0,6}?(?:利息|资金费|占用费|使用费|好处费)[^。；，\\d]{0,6}?(${MONEY})`,
  'gu',
);
/** All that is to be given back at the end. */
const GIVEN_BACK = new RegExp(
  `(?:到期|届时|期满)[^。；，\\d]{0,8}?(?:归还|偿还|还款|返还|还)[^。；，\\d]{0,10}?(${MONEY})|(?:归还|偿还|还)(?:甲方|出借人)?本息(?:共计|合计|共|总计)?[^。；，\\d]{0,4}?(${MONEY})`,
  'gu',
);
const ONE_OFF = new RegExp(`违约金[^。；]{0,16}?(${MONEY})|(${MONEY})[^。；，]{0,4}的?(?:违约金|罚金|罚款)`, 'gu');
const LATE = /逾期|罚息|违约金|滞纳金|未按(?:期|时)|迟付|迟延|到期不还/u;

/** What a contract says of the law is no term of it. */
const OF_THE_LAW = /司法解释|法律(?:规定|保护|允许|支持)|受(?:法律)?保护|国家规定|不超过(?:法律|司法)|上限/u;

export function readInterest(context: ReadingContext, base: BaseFigures): InterestRate[] {
  const sentences = context.sentences.filter(({ text }) => !OF_THE_LAW.test(text));
  const rate = (at: Found, value: number, words = at.match[0]) => ({
    at,
    rate: value,
    note: `${words}，折合年利率${percent(value)}`,
    late: LATE.test(at.sentence.text.slice(0, (at.match.index ?? 0) + 12)),
  });
  const late = sentences.filter(({ text }) => LATE.test(text));
  const shares = [
    ...SHARES.flatMap(([pattern, times]) =>
      findAll(sentences, pattern).map((one) => rate(one, shareOf(one.words) * times)),
    ),
    ...findAll(sentences, FEN).map((one) => rate(one, fenOf(one) * 0.12)),
    ...findAll(sentences, LI).map((one) => rate(one, numberOf(one.words) * 0.012)),
    ...findAll(sentences, MONTHLY_ON_TEN_THOUSAND).map((one) => rate(one, (moneyOf(one.words) * 12) / 10_000)),
    ...findAll(sentences, LPR_TIMES).map((one) => ({
      ...rate(one, numberOf(one.words)),
      note: `利率是报价利率的${one.words}倍`,
    })),
    ...dailyRates(late).map(({ found, words, rate: daily }) => ({
      ...rate(found, daily * 365),
      note: `每日${words}，一年就是${percent(daily * 365)}`,
    })),
  ];
  const { principal, termMonths } = base;
  if (principal === null) return shares;
  const months = termMonths !== null && termMonths >= 1 ? termMonths : 12;
  const ofPrincipal = (one: Found, times: number, words: string) =>
    rate(one, (moneyOf(one.words) * times) / principal, words);
  return [
    ...shares,
    ...findAll(sentences, MONTHLY_SUM).map((one) => ofPrincipal(one, 12, `每月利息${one.words}`)),
    ...findAll(sentences, LUMP)
      .filter(({ match }) => !/律师|诉讼|保全/u.test(match[0]))
      .map((one) => ofPrincipal(one, 12 / months, one.match[0])),
    ...findAll(sentences, DAILY_INTEREST)
      .filter(({ sentence }) => !LATE.test(sentence.text))
      .map((one) => ofPrincipal(one, 365, `每日利息${one.words}`)),
    ...findAll(sentences, GIVEN_BACK)
      .filter(({ words }) => moneyOf(words) > principal && moneyOf(words) < principal * 3)
      .map((one) => rate(one, ((moneyOf(one.words) / principal - 1) * 12) / months)),
    ...findAll(late, DAILY_SUM)
      .filter(({ match }) => !/每(?:一)?万元?/u.test(match[0]))
      .map((one) => ofPrincipal(one, 365, `逾期每日${one.words}`)),
    ...findAll(late, ONE_OFF)
      .filter(({ match }) => !/每|日/u.test(match[0]))
      .map((one) => ({
        ...ofPrincipal(one, 1, one.match[0]),
        note: `违约金${one.words}，一次就是本金的${percent(moneyOf(one.words) / principal)}`,
        late: true,
      })),
  ];
}

/** 「1分5厘」 is 1.5, 「一分半」 too. */
function fenOf({ match }: Found): number {
  const whole = numberOf(match[1] ?? match[3] ?? '');
  return whole + (match[0].endsWith('半') ? 0.5 : match[2] === undefined ? 0 : numberOf(match[2]) / 10);
}
