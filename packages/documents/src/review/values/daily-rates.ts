import { MONEY, moneyOf, SHARE, shareOf } from '../numbers.ts';
import { findAll, type ReadingContext } from './reading-context.ts';

const LATE_BY_A_DAY =
  '(?:逾期|迟延|延迟|延期|拖欠|拖延|拖|延误|延|误|晚|迟|慢|推迟|超期|超时|超|欠)(?:交|付|给|还|缴|发|送|到|搬|工|完工|交货|付款|交房)?(?:租|款|钱)?(?:的)?(?:满|每)?[一1]?(?:个)?(?:[日天]|小时)';
export const DAILY = `(?:(?:逾期|迟延|延迟|拖欠|延误|晚)[^。；，\\d一]{0,8}[一1][日天](?:的|，|须|应当?|需|要|就|则){0,3}(?:支付|按|赔偿|缴纳|加收|付|罚|扣)|每${LATE_BY_A_DAY}|(?:拖|晚|迟|慢|误)[交付给还]?[一1][日天]|每一?[日天]|按[日天]|逾期一?[日天]|每日)`;
const DAILY_SHARE = new RegExp(
  `${DAILY}[^。；]{0,40}?(${SHARE})|(?<!每)日(${SHARE})|(${SHARE})(?:/|每)[日天]|日利率[^。；，]{0,6}(${SHARE})|(${SHARE})[^。；，]{0,8}按[日天](?:计|支付|向)`,
  'gu',
);
export const DAILY_SUM = new RegExp(`${DAILY}[^。；]{0,24}?(${MONEY})|(${MONEY})/[日天]`, 'gu');
const PER_TEN_THOUSAND = new RegExp(
  `每(?:一)?万元(?:每(?:逾期)?一?|一|按)?[日天][^。；，\\d]{0,10}?(${MONEY})|每(?:逾期)?一?[日天]每(?:一)?万元[^。；，\\d]{0,8}?(${MONEY})`,
  'gu',
);

/** Rates per day, as shares and as sums on every ten thousand yuan. */
export function dailyRates(sentences: ReadingContext['sentences']) {
  return [
    ...findAll(sentences, DAILY_SHARE).map((found) => ({ found, words: found.words, rate: shareOf(found.words) })),
    ...findAll(sentences, PER_TEN_THOUSAND).map((found) => ({
      found,
      words: `每万元${found.words}`,
      rate: moneyOf(found.words) / 10_000,
    })),
  ];
}
