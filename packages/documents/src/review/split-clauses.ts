import { type ClauseLabel, type LabelStyle, readLabel } from './clause-label.ts';

/** A piece of a contract. `start`/`end` are UTF-16 offsets, end exclusive; the clauses of a text cover it in order. */
export interface Clause {
  kind: 'preamble' | 'clause' | 'signature';
  /** 「第三条」, 「3.1」, 「（二）」; null for the preamble and the signatures. */
  number: string | null;
  title: string | null;
  /** Labels from the outermost clause down to this one: 「第三条」, 「（二）」. */
  path: string[];
  start: number;
  end: number;
  /** Where the words begin after number and title. */
  bodyStart: number;
  text: string;
}

/** More clauses than this are no contract; what follows stays in the last one. */
const MAX_CLAUSES = 2000;
const SIGNATURE =
  /^[\s\u3000]*(?:[（(]?以下无正文|[（(]?本页无正文|(?:[甲乙丙]方|出租[人方]|承租[人方]|出借人|借款人|贷款人|保证人|用人单位|劳动者|[卖买供需]方|委托[人方]|受托[人方])[^。；]{0,16}[（(]?(?:盖章|签字|签章|签名|公章|盖公章|签署)|[（(]?(?:签字|签署|签章|盖章)(?:页|处|栏))/u;
const SENTENCE_STOP = /[。；;：:！!？?\s]$/u;

/** Splits a contract at its numbered headings; robust to any text, linear in its length. An empty text has no clause. */
export function splitClauses(text: string): Clause[] {
  const starts = clauseStarts(text);
  const clauses: Clause[] = [];
  const stack: { style: LabelStyle; label: string }[] = [];
  const first = starts[0]?.at ?? text.length;
  if (text.slice(0, first) !== '') clauses.push(unnumbered('preamble', text, 0, first));
  for (const [index, { at, label }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? text.length;
    if (label === null) {
      clauses.push(unnumbered('signature', text, at, end));
      continue;
    }
    const known = stack.findIndex(({ style }) => style === label.style);
    if (known >= 0) stack.length = known;
    stack.push({ style: label.style, label: label.label });
    const { title, bodyStart } = readTitle(text, at + label.length, end, label.style);
    const path = stack.map((entry) => entry.label);
    clauses.push({
      kind: 'clause',
      number: label.label,
      title,
      path,
      start: at,
      end,
      bodyStart,
      text: text.slice(at, end),
    });
  }
  return clauses;
}

function clauseStarts(text: string): { at: number; label: ClauseLabel | null }[] {
  const starts: { at: number; label: ClauseLabel | null }[] = [];
  let previousStops = true;
  for (const { at, end } of linesOf(text)) {
    const line = text.slice(at, Math.min(end, at + 80));
    if (line.trim() === '') continue;
    if (starts.length > 0 && SIGNATURE.test(line)) {
      starts.push({ at, label: null });
      break;
    }
    if (starts.length >= MAX_CLAUSES) break;
    const label = readLabel(line, !previousStops);
    if (label !== null) starts.push({ at, label });
    previousStops = SENTENCE_STOP.test(text.slice(Math.max(at, end - 1), end));
  }
  return starts;
}

/** Lines, and within a line the places where 「。第三条 」 shows that a line break was lost. */
function* linesOf(text: string): Generator<{ at: number; end: number }> {
  let at = 0;
  const cuts = /\n|(?<=[。；])[ \u3000]*(?=第[零一二三四五六七八九十百\d]{1,5}条[ \u3000：])/gu;
  for (const cut of text.matchAll(cuts)) {
    const end = cut.index + cut[0].length;
    yield { at, end: cut.index };
    at = end;
  }
  yield { at, end: text.length };
}

function unnumbered(kind: 'preamble' | 'signature', text: string, start: number, end: number): Clause {
  return { kind, number: null, title: null, path: [], start, end, bodyStart: start, text: text.slice(start, end) };
}

/** A heading is short, has no stop inside and ends with its line, a colon or wide space. */
function readTitle(
  text: string,
  from: number,
  end: number,
  style: LabelStyle,
): { title: string | null; bodyStart: number } {
  const head = text.slice(from, Math.min(end, from + 60));
  const match =
    /^[【〔[]?([^\s，。；：:,;、（(【】]{2,16}(?:、[^\s，。；：:,;（(【】]{1,10})?)[】〕\]]?(?:[：:][\s\u3000]*|[ \u3000]+|[\r\n]+|$)/u.exec(
      head,
    );
  const title = match?.[1];
  if (match === null || title === undefined || (style === 'circled' && !/[：:]/u.test(match[0])))
    return { title: null, bodyStart: from };
  if (/^(?:甲方|乙方|双方)|[应须可]|不得/u.test(title)) return { title: null, bodyStart: from };
  return { title, bodyStart: from + match[0].length };
}
