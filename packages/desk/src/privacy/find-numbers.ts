import { type DigitGroup, type DigitRun, digitRuns } from './digit-runs.ts';

type NumberKind = '电话' | '身份证号' | '银行卡号' | '账号';
export type Span = { kind: string; start: number; end: number };

const longestNumber = 21;
const cueLength = 14;
const cues: { cue: RegExp; kind: NumberKind; digits: RegExp }[] = [
  { cue: /身份证(?:号码?|件号)?(?:是|为)?[:：\s]{0,2}$/, kind: '身份证号', digits: /^\d{14,20}$/ },
  { cue: /(?:卡号|银行卡|储蓄卡|信用卡)(?:是|为)?[:：\s]{0,2}$/, kind: '银行卡号', digits: /^\d{12,21}$/ },
  { cue: /(?:账号|帐号|账户|帐户)(?:是|为)?[:：\s]{0,2}$/, kind: '账号', digits: /^\d{7,21}$/ },
  {
    cue: /(?:电话|手机|座机|号码|手机号|联系方式|传真)(?:号码?)?(?:是|为)?[:：\s]{0,2}$/,
    kind: '电话',
    digits: /^\d{7,12}$/,
  },
];

/** Telephone, identity-card, bank-card and account numbers, however their digits are written or set apart. */
export function findNumbers(text: string): Span[] {
  return digitRuns(text).flatMap((run) => numbersOf(text, run));
}

function numbersOf(text: string, run: DigitRun): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < run.groups.length; ) {
    const found = numberAt(text, run, first);
    if (found) spans.push(found.span);
    first = found ? found.next : first + 1;
  }
  return spans;
}

function numberAt(text: string, run: DigitRun, first: number): { span: Span; next: number } | null {
  const head = run.groups[first];
  if (!head) return null;
  const before = text.slice(Math.max(0, head.start - cueLength), head.start);
  const cue = first === 0 ? cues.find((entry) => entry.cue.test(before)) : undefined;
  let digits = '';
  let best: { span: Span; next: number } | null = null;
  for (let last = first; last < run.groups.length; last++) {
    const group = run.groups[last];
    digits += group?.digits ?? '';
    if (!group || digits.length > longestNumber) break;
    if (!mayBeNumber(digits, cue !== undefined)) continue;
    const groups = run.groups.slice(first, last + 1);
    const isLast = last === run.groups.length - 1;
    const withX = isLast && run.xEnd !== null && digits.length === 17 ? run.xEnd : null;
    const kind = withX !== null ? '身份证号' : kindOf(digits, groups, text);
    const cued = cue?.digits.test(digits) && (groups.length === 1 || kind !== null) ? cue.kind : null;
    const found = cued === '身份证号' ? cued : (kind ?? cued);
    if (!found) continue;
    const start = /^[+＋]$/.test(text[head.start - 1] ?? '') && found === '电话' ? head.start - 1 : head.start;
    best = { span: { kind: found, start, end: withX ?? group.end }, next: last + 1 };
    // A card number may go on: 「6222 0212 3456 7890 123」, and so may one that only the words before it make a number.
    if (kind !== null && (found !== '银行卡号' || groups.length < 4)) return best;
  }
  return best;
}

/** A quick look before the groups are weighed: most runs of digits are dates and sums. */
function mayBeNumber(digits: string, cued: boolean): boolean {
  const { length } = digits;
  if (cued) return length >= 7;
  return length >= 15 || (length >= 10 && /^(?:0|1[3-9]|86|[48]00)/.test(digits));
}

function kindOf(digits: string, groups: DigitGroup[], text: string): NumberKind | null {
  const alone = groups.length === 1;
  const lengths = groups.map((group) => group.digits.length);
  if (isIdentity(digits, alone)) return '身份证号';
  if (isPhone(digits, lengths, groups, text)) return '电话';
  return isCard(digits, lengths, groups, text) ? '银行卡号' : null;
}

function isIdentity(digits: string, alone: boolean): boolean {
  if (alone) return digits.length === 18 || digits.length === 15;
  return digits.length === 18 && /^[1-9]/.test(digits) && isBirthday(digits.slice(6, 14));
}

function isPhone(digits: string, lengths: number[], groups: DigitGroup[], text: string): boolean {
  const [first = 0, second = 0] = lengths;
  const local = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(local)) {
    if (lengths.length === 1 || local !== digits) return true;
    const startsWithDay = first === 4 && /^(?:19|20)/.test(digits) && second <= 2;
    return (first >= 3 && !startsWithDay) || lengths.every((length) => length === 1) || isBroken(groups, text);
  }
  if (/^0\d{9,11}$/.test(digits) && /^0(?:[12]\d|[3-9]\d\d)[2-9]\d{6,7}$/.test(digits)) {
    return lengths.length === 1 || first === 3 || first === 4;
  }
  return /^[48]00\d{7}$/.test(digits) && (lengths.length === 1 || first === 3);
}

function isCard(digits: string, lengths: number[], groups: DigitGroup[], text: string): boolean {
  if (digits.length < 16 || digits.length > 19) return false;
  if (lengths.length === 1) return true;
  if (groups.every((group) => /^(?:19|20)\d\d$/.test(group.digits))) return false;
  const inFours = lengths.every((length, index) => length === 4 || (index === 4 && length <= 3));
  const [first = 0] = lengths;
  const days = groups.every((group) => group.digits.length === 8 && isBirthday(group.digits));
  return inFours || (lengths.length === 2 && first === 6) || (isBroken(groups, text) && !days && /^[3-9]/.test(digits));
}

/** One number that a line break cut in two. */
function isBroken(groups: DigitGroup[], text: string): boolean {
  const [first, second] = groups;
  if (groups.length !== 2 || !first || !second) return false;
  return /^[ \t]*\r?\n[ \t]*$/.test(text.slice(first.end, second.start));
}

const isBirthday = (digits: string) => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
