const DIGITS = '零一二三四五六七八九';
const DIGIT_VALUES: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNIT_VALUES: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const TENS: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 };

/** Characters that may stand in a number that this file reads, for use inside a regular expression's `[…]`. */
export const NUMERAL_CHARACTERS = '0-9０-９零〇○一二两三四五六七八九十百千万廿卅';

/** 0 … 99,999 as law texts write it: 12 is 「十二」, 1012 is 「一千零一十二」. Throws RangeError outside. */
export function numberToChinese(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999)
    throw new RangeError(`not a whole number up to 99999: ${value}`);
  if (value === 0) return '零';
  if (value >= 10_000) {
    const rest = value % 10_000;
    const head = `${DIGITS[Math.floor(value / 10_000)]}万`;
    if (rest === 0) return head;
    return `${head}${rest < 1000 ? '零' : ''}${belowTenThousand(rest, true)}`;
  }
  return belowTenThousand(value, false);
}

function belowTenThousand(value: number, following: boolean): string {
  let result = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = result !== '';
      continue;
    }
    if (gap) result += '零';
    gap = false;
    // 十二, not 一十二, but 一百一十二 and 一万零一十二.
    result += digit === 1 && unit === 10 && result === '' && !following ? name : `${DIGITS[digit]}${name}`;
  }
  return result;
}

/** Reads 「一千二百六十」, 「廿三」, 「两百」, 「一二三」, 「１２」 and 「12」 up to 99,999; null for anything else. */
export function chineseToNumber(text: string): number | null {
  const clean = /^[一二三四五六七八九十百千]+$/.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '');
  if (clean === '' || clean.length > 12) return null;
  if (/^\d+$/.test(clean)) return bounded(Number(clean));
  const characters = [...clean];
  if (characters.length > 1 && characters.every((c) => DIGIT_VALUES[c] !== undefined)) {
    return bounded(Number(characters.map((c) => DIGIT_VALUES[c]).join('')));
  }
  return readPlaced(characters);
}

const bounded = (value: number) => (value <= 99_999 ? value : null);

/** Units must fall from left to right, so that 「十百」 or 「三千五千」 is no number. */
function readPlaced(characters: string[]): number | null {
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let zero = false;
  let lastUnit = 100_000;
  for (const [index, character] of characters.entries()) {
    const digit = DIGIT_VALUES[character];
    const unit = UNIT_VALUES[character];
    const tens = TENS[character];
    if (digit !== undefined) {
      if (pending !== null) return null;
      if (digit === 0) {
        zero = true;
        if (index === characters.length - 1 && characters.length > 1) return null;
        if (characters.length === 1) return 0;
      } else pending = digit;
    } else if (tens !== undefined) {
      if (pending !== null || lastUnit <= 10) return null;
      section += tens;
      lastUnit = 10;
    } else if (unit !== undefined) {
      if (unit >= lastUnit || (pending === null && unit !== 10)) return null;
      section += (pending ?? 1) * unit;
      pending = null;
      lastUnit = unit;
      zero = false;
    } else if (character === '万') {
      if (total > 0 || section + (pending ?? 0) === 0) return null;
      total = (section + (pending ?? 0)) * 10_000;
      section = 0;
      pending = null;
      lastUnit = 10_000;
      zero = false;
    } else return null;
  }
  // 「一百五」 is 150 in speech and 105 in nobody's law: refuse it rather than guess.
  if (pending !== null && lastUnit > 10 && lastUnit < 100_000 && !zero) return null;
  return bounded(total + section + (pending ?? 0));
}
