import { capitalsOf, NUMBER, numberOf } from '../numbers.ts';

const HAN = '[零〇一二两三四五六七八九十百千万]';
/** A number as people say it: 「七万」, 「一万二」, 「3万」, 「九万九千」, 「3.2」. Reads with `homelyNumber`. */
export const HOMELY_NUMBER = `(?:(?<![\\d.])\\d{1,9}(?:\\.\\d{1,4})?万?|(?<!${HAN}|第|[一二三四五六七八九十]分之)${HAN}{1,10})`;
const UNIT = '(?:元|块(?!砖|板|地|屏|木|布|玻璃|铁|表|牌|田))';
/** A sum with its unit: 「六万块」, 「4,800元」, 「三块二」; 「三块砖」 is none. Its one group reads with `homelyNumber`. */
export const HOMELY_SUM = `(${HOMELY_NUMBER}块[一二三四五六七八九](?!${HAN}|[个月天年])|${HOMELY_NUMBER}(?=${UNIT}))(?:${UNIT})?`;

/** NaN where the words are no number; 「一万二」 is 12,000, 「两千五」 2,500. */
export function homelyNumber(written: string): number {
  const [whole, tenth] = written.split('块');
  if (tenth) return homelyNumber(whole ?? '') + numberOf(tenth) / 10;
  if (/^\d/u.test(written)) return Number.parseFloat(written) * (written.endsWith('万') ? 10_000 : 1);
  const short = /^(.*)(万|千|百)([一二两三四五六七八九])$/u.exec(written);
  if (!short) return /[百千万]/u.test(written) ? capitalsOf(`${written}元`) : numberOf(written);
  const [, head = '', unit = '', digit = ''] = short;
  return capitalsOf(`${head}${unit}元`) + (numberOf(digit) * ({ 万: 10_000, 千: 1000 }[unit] ?? 100)) / 10;
}

/** Whether a number without a unit is large enough to be a sum of money. */
export const isBareSum = (written: string) => /^\d{3,7}$|[百千万]/u.test(written);

export const COUNT = NUMBER;
