import { type Exact, exact, inYuan, plus } from './exact.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['仟', '佰', '拾', ''];
const sections = ['亿', '万', ''];
/** The first sum that is too large to be written: a trillion yuan. */
export const capitalsLimit = exact(10n ** 12n);

/**
 * A sum in capitals as bills and contracts write it (人民币大写): 12300 is 「壹万贰仟叁佰元整」, 1409.5 「壹仟肆佰零玖元伍角」.
 * The sum is rounded to the fen. Throws RangeError from a trillion yuan on, and below zero.
 */
export function toCapitals(amount: Exact): string {
  const text = inYuan(amount);
  if (text.startsWith('-') || text.length > 15) throw new RangeError(`cannot be written in capitals: ${text}`);
  const [whole = '0', part = '00'] = text.split('.');
  const yuan = wholeInCapitals(whole);
  const [jiao, fen] = [Number(part[0]), Number(part[1])];
  if (jiao === 0 && fen === 0) return `${yuan === '' ? '零' : yuan}元整`;
  const head = yuan === '' ? '' : `${yuan}元`;
  const gap = head !== '' && (jiao === 0 || whole.endsWith('0')) ? '零' : '';
  return `${head}${gap}${jiao === 0 ? '' : `${digits[jiao]}角`}${fen === 0 ? '' : `${digits[fen]}分`}`;
}

function wholeInCapitals(whole: string): string {
  const padded = whole.padStart(12, '0');
  let result = '';
  let gap = false;
  for (const [index, section] of sections.entries()) {
    const four = padded.slice(index * 4, index * 4 + 4);
    if (four === '0000') {
      gap = true;
      continue;
    }
    if (result !== '' && (gap || four.startsWith('0'))) result += '零';
    result += `${fourInCapitals(four)}${section}`;
    gap = false;
  }
  return result;
}

function fourInCapitals(four: string): string {
  let result = '';
  let gap = false;
  for (const [index, unit] of units.entries()) {
    const digit = Number(four[index]);
    if (digit === 0) gap = result !== '';
    else {
      result += `${gap ? '零' : ''}${digits[digit]}${unit}`;
      gap = false;
    }
  }
  return result;
}

const plain: Record<string, string> = {
  ...{ 一: '壹', 二: '贰', 两: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖', 〇: '零' },
  ...{
    十: '拾',
    百: '佰',
    千: '仟',
    圆: '元',
    圓: '元',
    正: '整',
    块: '元',
    貳: '贰',
    陸: '陆',
    萬: '万',
    億: '亿',
    叄: '叁',
  },
};
const sectionValues: Record<string, bigint> = { 亿: 100_000_000n, 万: 10_000n };
const unitValues: Record<string, bigint> = { 仟: 1000n, 佰: 100n, 拾: 10n };

/** Reads a sum in capitals back, with or without 人民币, 整 and the zeros that may be left out; null where it is none. */
export function fromCapitals(text: string): Exact | null {
  const clean = [...text.replaceAll(/\s|人民币|[￥¥：:]/gu, '')].map((sign) => plain[sign] ?? sign).join('');
  const pattern =
    /^(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?(?:([零壹贰叁肆伍陆柒捌玖])角)?零?(?:([零壹贰叁肆伍陆柒捌玖])分)?整?$/u;
  const [found, whole, jiao, fen] = pattern.exec(clean) ?? [];
  if (found === undefined || (whole ?? jiao ?? fen) === undefined) return null;
  const yuan = whole === undefined ? 0n : readWhole(whole);
  if (yuan === null) return null;
  const tenths = exact(BigInt(Math.max(0, digits.indexOf(jiao ?? '零'))), 10n);
  const value = plus(plus(exact(yuan), tenths), exact(BigInt(Math.max(0, digits.indexOf(fen ?? '零'))), 100n));
  return value;
}

/** Sections and units must fall from left to right. */
function readWhole(text: string): bigint | null {
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  let [lastUnit, lastSection] = [10_000n, 1_000_000_000_000n];
  for (const sign of text) {
    const unit = unitValues[sign];
    const sectionValue = sectionValues[sign];
    if (unit !== undefined) {
      if (unit >= lastUnit || (digit === null && (unit !== 10n || section > 0n))) return null;
      section += (digit ?? 1n) * unit;
      [lastUnit, digit] = [unit, null];
    } else if (sectionValue !== undefined) {
      section += digit ?? 0n;
      if (section === 0n || sectionValue >= lastSection) return null;
      total += section * sectionValue;
      [lastSection, lastUnit, section, digit] = [sectionValue, 10_000n, 0n, null];
    } else if (sign === '零') {
      if (digit !== null) return null;
    } else {
      if (digit !== null) return null;
      digit = BigInt(digits.indexOf(sign));
    }
  }
  return total + section + (digit ?? 0n);
}
