import { dividedBy, type Exact, exact, inPercent, plus, readDecimal, times } from './exact.ts';

/** A rate as people agree on it: `value` (0.01 for 1%) for each period. */
export type StatedRate = { per: 'year' | 'month' | 'day'; value: Exact; words: string };

const periods = { 年: 'year', 月: 'month', 日: 'day', 天: 'day' } as const;
const number = '([0-9.]+|[零〇一二两三四五六七八九十点]+)';
const units: [RegExp, (period: StatedRate['per']) => Exact][] = [
  [new RegExp(`^${number}%$`, 'u'), () => exact(1, 100)],
  [new RegExp(`^百分之${number}$`, 'u'), () => exact(1, 100)],
  [new RegExp(`^${number}‰$`, 'u'), () => exact(1, 1000)],
  [new RegExp(`^千分之${number}$`, 'u'), () => exact(1, 1000)],
  [new RegExp(`^${number}[‱]$`, 'u'), () => exact(1, 10_000)],
  [new RegExp(`^万分之${number}$`, 'u'), () => exact(1, 10_000)],
];
/** A 分 is a tenth of the principal by the year, a hundredth by the month; a 厘 is a tenth of a 分. */
const fen = { year: exact(1, 10), month: exact(1, 100), day: exact(1, 1000) };

/**
 * Reads `年利率12%`, `月息1.5分`, `月息两分五`, `月利率8‰`, `日万分之五`. Null where it is no rate, and where it does
 * not say for which period.
 */
export function readRate(text: string): StatedRate | null {
  const words = text.trim();
  // NFKC would turn ％ into % and ‰ stays.
  const clean = words.normalize('NFKC').replaceAll(/\s|约|按|为|计算|计$|左右/gu, '');
  const [, period = '', rest = ''] = /^(?:每)?([年月日天])(?:化|利率|利息|利|息)*(.+)$/u.exec(clean) ?? [];
  const per = periods[period as keyof typeof periods];
  if (per === undefined) return null;
  const value = readAmount(rest.replace(/(?:利息|利)$/u, ''), per);
  return value === null ? null : { per, value, words };
}

function readAmount(text: string, per: StatedRate['per']): Exact | null {
  for (const [pattern, unit] of units) {
    const found = readNumber(pattern.exec(text)?.[1]);
    if (found !== null) return times(found, unit(per));
  }
  const [, inFen, tenths] = new RegExp(`^${number}分(?:${number}厘?)?$`, 'u').exec(text) ?? [];
  const li = new RegExp(`^${number}厘$`, 'u').exec(text)?.[1];
  const whole = readNumber(inFen);
  const part = tenths === undefined ? exact(0) : readNumber(tenths);
  const ofLi = readNumber(li);
  if (ofLi !== null) return times(dividedBy(ofLi, exact(10)), fen[per]);
  return whole === null || part === null ? null : times(plus(whole, dividedBy(part, exact(10))), fen[per]);
}

const digits = '零一二三四五六七八九';

function readNumber(text: string | undefined): Exact | null {
  if (text === undefined) return null;
  if (/^[0-9.]+$/u.test(text)) return readDecimal(text);
  const [whole = '', part = ''] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  const read = (some: string) => [...some].map((digit) => digits.indexOf(digit)).join('');
  const [, tens, ones] = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(whole) ?? [];
  const isTen = whole.includes('十');
  if (isTen && tens === undefined && ones === undefined && whole !== '十') return null;
  const wholeDigits = isTen
    ? `${tens === undefined ? '1' : read(tens)}${ones === undefined ? '0' : read(ones)}`
    : read(whole);
  if (wholeDigits === '' || /-/u.test(wholeDigits + read(part))) return null;
  return readDecimal(part === '' ? wholeDigits : `${wholeDigits}.${read(part)}`);
}

/** By the year: twelve months, or as many days as the year is counted with. */
export function annualRate({ per, value }: StatedRate, yearDays: number): Exact {
  return per === 'year' ? value : times(value, exact(per === 'month' ? 12 : yearDays));
}

/** 月息1.5分（年利率18%） */
export function rateInWords(rate: StatedRate, yearDays: number): string {
  const yearly = `年利率${inPercent(annualRate(rate, yearDays))}`;
  return rate.words === yearly ? yearly : `${rate.words}（${yearly}）`;
}
