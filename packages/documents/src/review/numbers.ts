import { chineseToNumber } from '@lutai/law';

const HAN = '零〇一二两三四五六七八九十百千万';
/** A number in Chinese or Arabic numerals, to stand inside a larger expression. */
export const NUMBER = `(?:\\d+(?:\\.\\d+)?|[${HAN}]+)`;
/** A share: 「百分之五」, 「5%」, 「万分之五」, 「3‰」. Reads with `shareOf`. */
export const SHARE = `(?:[百千万]分之(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百点]+)|\\d+(?:\\.\\d+)?[%‰‱])`;
/** A period: 「三个月」, 「36个月」, 「2年」, 「半年」, 「三十日」. Reads with `monthsOf`. */
export const PERIOD = `(?:(?![一二][〇零○九][〇零○一二三四五六七八九]{2}年)(?<![\\d.〇零○])(?:\\d{1,3}(?:\\.\\d+)?|[${HAN}]{1,6})(?:[（(][^）)]{1,6}[）)])?(?:周年|年|个月|月(?!\\d|[一二三四五六七八九十])|个?工作日|日|天)|半年)`;
/** A sum in figures or words: 「5000元」, 「3.5万元」, 「三百万元」, 「壹仟元」. Reads with `moneyOf`. */
export const MONEY =
  '(?:\\d+(?:\\.\\d+)?(?:万|亿|千)?元|(?<![\\d第单零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿])[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,16}[元圆])';

/** NaN where the words are no number. */
export function numberOf(written: string): number {
  if (/^\d/u.test(written)) return Number(written);
  const point = written.indexOf('点');
  if (point > 0) return numberOf(`${numberOf(written.slice(0, point))}.${digitsOf(written.slice(point + 1))}`);
  return chineseToNumber(written) ?? Number.NaN;
}

const digitsOf = (written: string) => [...written].map((digit) => chineseToNumber(digit) ?? 0).join('');

/** 0.05 for 「百分之五」; NaN where it cannot be read. */
export function shareOf(written: string): number {
  const words = /^([百千万])分之(.+)$/u.exec(written);
  if (words) return numberOf(words[2] ?? '') / ({ 百: 100, 千: 1000 }[words[1] ?? ''] ?? 10_000);
  const unit = written.at(-1);
  return Number.parseFloat(written) / (unit === '%' ? 100 : unit === '‰' ? 1000 : 10_000);
}

/** Months; a day is a thirtieth of one. NaN where it cannot be read. */
export function monthsOf(written: string): number {
  if (written === '半年') return 6;
  const match = new RegExp(`^(${NUMBER})`, 'u').exec(written);
  const value = numberOf(match?.[1] ?? '');
  if (written.endsWith('年')) return value * 12;
  return written.endsWith('月') ? value : value / 30;
}

export function moneyOf(written: string): number {
  if (!/^\d/u.test(written)) return capitalsOf(written) || Number.NaN;
  const value = Number.parseFloat(written);
  return value * (written.includes('亿') ? 1e8 : written.includes('万') ? 1e4 : written.includes('千') ? 1000 : 1);
}

const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLAIN_DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };
/** A sum in capitals: 「壹万贰仟元整」. Reads with `capitalsOf`. */
export const CAPITALS =
  '[零〇壹贰貳叁肆伍陆陸柒捌玖拾佰仟万萬亿一二三四五六七八九十百千]{1,24}[元圆圓](?:零?[壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?';

/** Yuan; NaN where the words are no sum. */
export function capitalsOf(written: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const raw of written) {
    const character = { 貳: '贰', 陸: '陆', 萬: '万', 两: '贰' }[raw] ?? raw;
    const value = Math.max(CAPITAL_DIGITS.indexOf(character), PLAIN_DIGITS.indexOf(character));
    const unit = UNITS[character];
    if (value >= 0) digit = value;
    else if (unit !== undefined) {
      section += (digit === 0 && section === 0 && unit === 10 ? 1 : digit) * unit;
      digit = 0;
    } else if (character === '万') {
      total = (total + section + digit) * 1;
      total = Math.floor(total / 1e8) * 1e8 + (total % 1e8) * 1e4;
      [section, digit] = [0, 0];
    } else if (character === '亿') {
      total = (total + section + digit) * 1e8;
      [section, digit] = [0, 0];
    } else if (/[元圆圓]/u.test(character)) {
      total += section + digit;
      [section, digit] = [0, 0];
    } else if (character === '角') {
      total += digit / 10;
      digit = 0;
    } else if (character === '分') {
      total += digit / 100;
      digit = 0;
    }
  }
  return total;
}
