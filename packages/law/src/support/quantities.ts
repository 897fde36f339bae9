import { chineseToNumber } from '../numerals.ts';

export type QuantityKind =
  | 'ratio'
  | 'months'
  | 'days'
  | 'workdays'
  | 'hours'
  | 'age'
  | 'money'
  | 'bare'
  | `count:${string}`;
export type Bound = 'at-least' | 'at-most' | null;

/** A number with its unit. `value` is in the unit of its kind; a ratio is 1 for 100%, so that 300% is 三倍. */
export interface Quantity {
  kind: QuantityKind;
  value: number;
  bound: Bound;
  /** As written, the bound left out: 「百分之二十」. */
  raw: string;
  start: number;
  end: number;
}

const HAN = '零〇一二两三四五六七八九十百千';
const NUMBER = `(?:\\d+(?:[.．]\\d+)?|[${HAN}]+)`;
const MEASURES = '人|名|位|次|处|级|户|间|份|代|毫升|顺序|周|子女|孩子|孩';
const UNIT = `个百分点|%|周岁|岁|个?月|年|个?工作日|日|天|个?星期|个?礼拜|个?小时|[百千]?万元|亿元|元|块钱?|倍|成|折|个(?=以上|以下|见证人|合伙人|股东|孩子|子女|婴儿|人)|${MEASURES}`;
const ORDINAL = `第(?:${NUMBER})(?=顺序|次|年|天|日)`;
const PATTERN = new RegExp(
  [
    `(?<percent>百分之(?<p>${NUMBER}))`,
    `(?<fraction>(?<of>${NUMBER})分之(?<part>${NUMBER}))`,
    `(?<slash>(?<top>\\d+)/(?<bottom>\\d+))`,
    `(?<half>半(?<halfUnit>年|个月|天|日))`,
    `(?<double>双倍|翻倍)`,
    `(?<range>(?<low>${NUMBER})(?<lowWan>万)?(?=(?:到|至|-|~|—)${NUMBER}(?:${UNIT})))`,
    `(?<plain>(?<number>${NUMBER})(?<wan>万(?!元))?(?<unit>${UNIT}))`,
    `(?<lone>(?<loneNumber>[1-9]\\d{2,}|[一二两三四五六七八九][百千万](?![${HAN}分])))`,
  ].join('|'),
  'gu',
);
const AT_MOST_BEFORE =
  /(?:不得?(?:能|可以)?(?:超过|高于|多于|超出|长于)|未超过|最[多长高]|至多|不满|未满|不到|不足|未逾|(?<!不得?|不能|不可以)(?:低于|少于))(?:为|是|不得?超过)?$/u;
const AT_LEAST_BEFORE =
  /(?:不得?(?:能|可以)?(?:低于|少于|早于|短于)|至少|最[少短低]|已?满|超过|高于|逾|达到)(?:为|是|不得?少于)?(?:提前)?$/u;
/** 「不得超过主合同标的额的百分之二十」: these reach over the words between, to the first number. */
const REACHING =
  /不(?:得|能|可以)?(?:(?<most>超过|高于|多于)|(?<least>低于|少于))[^，。；、\d一二三四五六七八九十百千]{0,14}$/u;
/** 「刑满五年内」: within, whatever stands before. */
const WITHIN = /^(?:以内|之内|内)/u;
const AT_MOST_AFTER = /^(?:以下|以内|之内|内)/u;
const AT_LEAST_AFTER = /^(?:以上|起)/u;

/** Every number with a unit in a text, in order. Reads Chinese and Arabic numerals, shares, multiples, 半年 and 两成. */
export function readQuantities(text: string): Quantity[] {
  const plain = text.replace(/[０-９％．]/gu, (character) => character.normalize('NFKC'));
  const found: Quantity[] = [];
  for (const match of plain.matchAll(PATTERN)) {
    const { index } = match;
    if (plain[index - 1] === '第' && !new RegExp(`^${ORDINAL}`, 'u').test(plain.slice(index - 1))) continue;
    const read = readMatch(match, plain);
    if (read === null || isIdiom(match[0], plain, index)) continue;
    const kind = plain[index - 1] === '第' ? (`count:第` as const) : read.kind;
    const end = index + match[0].length;
    found.push({
      kind,
      value: read.value,
      raw: text.slice(index, end),
      start: index,
      end,
      bound: boundAt(plain, index, end),
    });
  }
  return found;
}

/** 「一次性」, 「之一」, 「一日三餐」 and the like count nothing. */
function isIdiom(raw: string, text: string, start: number): boolean {
  const rest = text.slice(start);
  if (/^(?:一次性|一年期|一级政府|十分|万一)/u.test(rest) || /^年?度/u.test(rest.slice(raw.length))) return true;
  return /^一[年级位份]$/u.test(raw) && /[上每同]/u.test(text[start - 1] ?? '');
}

function readMatch(match: RegExpMatchArray, text: string): { kind: QuantityKind; value: number } | null {
  const groups = match.groups ?? {};
  const { p, of, part, top, bottom, halfUnit, low, number, unit, loneNumber } = groups;
  if (p !== undefined) return share(numberOf(p), 100);
  if (part !== undefined) return share(numberOf(part), numberOf(of ?? ''));
  if (top !== undefined) return share(Number(top), Number(bottom));
  if (halfUnit !== undefined) return { 年: months(6), 个月: days(15) }[halfUnit] ?? hours(12);
  if (groups.double !== undefined) return { kind: 'ratio', value: 2 };
  if (low !== undefined) {
    const rest = text.slice((match.index ?? 0) + match[0].length);
    const shared = new RegExp(`^[到至~—-]${NUMBER}(?<unit>${UNIT})`, 'u').exec(rest)?.groups?.unit ?? '';
    return inUnit(numberOf(low), shared, groups.lowWan !== undefined);
  }
  if (loneNumber !== undefined) return withValue('bare', numberOf(loneNumber));
  return inUnit(numberOf(number ?? ''), unit ?? '', groups.wan !== undefined);
}

const months = (value: number) => ({ kind: 'months', value }) as const;
const days = (value: number) => ({ kind: 'days', value }) as const;
const hours = (value: number) => ({ kind: 'hours', value }) as const;
const share = (part: number, of: number) => withValue('ratio', of > 0 ? part / of : Number.NaN);
const withValue = (kind: QuantityKind, value: number) => (Number.isNaN(value) ? null : { kind, value });

function inUnit(value: number, unit: string, inTenThousands: boolean): { kind: QuantityKind; value: number } | null {
  const amount = inTenThousands ? value * 10_000 : value;
  if (unit.endsWith('元') || unit.startsWith('块')) return withValue('money', amount * moneyFactor(unit));
  if (unit === '年') return withValue('months', amount * 12);
  if (unit.endsWith('月')) return withValue('months', amount);
  if (unit.endsWith('工作日')) return withValue('workdays', amount);
  if (unit === '日' || unit === '天') return withValue('days', amount);
  if (/星期|礼拜|^周$/u.test(unit)) return withValue('days', amount * 7);
  if (unit.endsWith('小时')) return withValue('hours', amount);
  if (unit.endsWith('岁')) return withValue('age', amount);
  if (unit === '%' || unit === '个百分点') return withValue('ratio', amount / 100);
  if (unit === '倍') return withValue('ratio', amount);
  if (unit === '成' || unit === '折') return withValue('ratio', amount / 10);
  return withValue(`count:${/^(?:人|名|位|个|子女|孩子|孩)$/u.test(unit) ? '个' : unit}`, amount);
}

function moneyFactor(unit: string): number {
  if (unit === '亿元') return 1e8;
  if (unit === '万元') return 1e4;
  return unit === '百万元' ? 1e6 : unit === '千万元' ? 1e7 : 1;
}

function numberOf(written: string): number {
  if (/^\d/u.test(written)) return Number(written.replace('．', '.'));
  return chineseToNumber(written) ?? Number.NaN;
}

function boundAt(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 9), start);
  const after = text.slice(end, end + 2);
  if (AT_MOST_BEFORE.test(before) || WITHIN.test(after)) return 'at-most';
  if (AT_LEAST_BEFORE.test(before)) return 'at-least';
  const reaching = REACHING.exec(text.slice(Math.max(0, start - 20), start))?.groups;
  if (reaching) return reaching.most === undefined ? 'at-least' : 'at-most';
  if (AT_MOST_AFTER.test(after)) return 'at-most';
  return AT_LEAST_AFTER.test(after) ? 'at-least' : null;
}

/** Whether two numbers may be held against each other: 三年 and 36个月, but not 三年 and 三元. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind) return true;
  if (a.kind === 'bare' || b.kind === 'bare') return isAmount(a) && isAmount(b);
  return isPeriod(a) && isPeriod(b);
}

const isAmount = ({ kind }: Quantity) => kind === 'bare' || kind === 'money' || kind === 'count:毫升';
const isPeriod = ({ kind }: Quantity) =>
  kind === 'months' || kind === 'days' || kind === 'hours' || kind === 'workdays';

/** One value in two spellings: 三年 = 36个月, 三十日 = 一个月, 24小时 = 一天, 百分之二十 = 两成. */
export function sameValue(a: Quantity, b: Quantity): boolean {
  if (!comparable(a, b)) return false;
  if (a.kind === b.kind || !isPeriod(a)) return Math.abs(a.value - b.value) < 1e-9;
  if (a.kind === 'workdays' || b.kind === 'workdays') return false;
  const [low, high] = [inDays(a), inDays(b)];
  return low.some((one) => high.includes(one));
}

function inDays({ kind, value }: Quantity): number[] {
  if (kind === 'months') return value % 12 === 0 ? [value * 30, (value / 12) * 365] : [value * 30];
  return [kind === 'hours' ? value / 24 : value];
}
