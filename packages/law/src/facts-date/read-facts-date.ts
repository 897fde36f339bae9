import { isDay } from './calendar-days.ts';
import { comparePrecision } from './date-span.ts';
import { type DateRole, firstRole, lastRole, ROLE_WEIGHTS } from './event-words.ts';
import { type DateMention, findDates } from './find-dates.ts';

/**
 * The day of the facts as a question tells it: `day` stands for `from` … `to` (inclusive), read from `raw` at `start` …
 * `end` (UTF-16). `others` are the text's further dates, in order.
 */
export interface FactsDate extends DateMention {
  role: DateRole;
  confidence: 'high' | 'medium' | 'low';
  others: (DateMention & { role: DateRole })[];
}

/**
 * Reads the day on which what a question tells of happened, relative words counted from `askedOn` (`YYYY-MM-DD`). Of
 * several dates it takes that of the harm (受伤, 被辞退), else of the deed (签合同, 借钱), else the first. Ages, periods
 * and years of laws are none, nor is a day after `askedOn`: what is to come is no fact yet. Null when there is no date.
 * Throws RangeError when `askedOn` is no day; never because of the text, and takes time in proportion to its length.
 */
export function readFactsDate(text: string, askedOn: string): FactsDate | null {
  if (!isDay(askedOn)) throw new RangeError(`askedOn is not a day YYYY-MM-DD: ${askedOn}`);
  const mentions = findDates(text, askedOn);
  const dated = mentions.map((mention, index) => ({
    ...mention,
    role: roleOf(text, mention, mentions[index - 1]?.end ?? 0, mentions[index + 1]),
  }));
  const candidates = dated
    .filter(({ role, future }) => role !== 'law' && !future)
    .map((mention) => ({ mention, weight: weightOf(mention) }));
  const [best, second] = candidates.sort((a, b) => b.weight - a.weight || a.mention.start - b.mention.start);
  if (!best) return null;
  const margin = second ? best.weight - second.weight : Number.POSITIVE_INFINITY;
  return {
    ...best.mention,
    confidence: confidenceOf(best.mention, margin),
    others: dated.filter((mention) => mention !== best.mention),
  };
}

const STOP = /[，。；！？,;!?\n]/u;
const RANGE = /^\s*(?:起)?[到至—–~～-]{1,2}\s*$/u;
const SENTENCE = /[。！？!?\n]/u;

/** Judged by the first telling word after the date, else the last one before it, else further on in the sentence. */
function roleOf(text: string, mention: DateMention, previousEnd: number, next: DateMention | undefined): DateRole {
  // The end of a span (「3月1日至5月1日」) is not when it happened; what follows it speaks of the beginning.
  if (previousEnd > 0 && RANGE.test(text.slice(previousEnd, mention.start))) return 'due';
  if (next && RANGE.test(text.slice(mention.end, next.start))) {
    const after = text.slice(next.end, next.end + 40).split(STOP)[0] ?? '';
    return firstRole(after) ?? 'other';
  }
  const nextStart = next?.start ?? text.length;
  // 「到今天」 counts to the day of asking.
  if (/[到至]/u.test(text[mention.start - 1] ?? '') && /^今/u.test(mention.raw)) return 'procedure';
  const rest = text.slice(mention.end, Math.min(nextStart, mention.end + 40));
  const clause = rest.slice(rest.search(/[^，,、\s]/u) === -1 ? 0 : Math.max(0, rest.search(/[^，,、\s]/u)));
  const near = clause.split(STOP)[0] ?? '';
  const ahead = firstRole(near);
  if (ahead !== null) return ahead;
  const before =
    text
      .slice(Math.max(previousEnd, mention.start - 16), mention.start)
      .split(STOP)
      .at(-1) ?? '';
  const back = lastRole(before);
  if (back !== null) return back;
  return firstRole(rest.split(SENTENCE)[0] ?? '') ?? 'other';
}

function weightOf(mention: DateMention & { role: DateRole }): number {
  const coarse = mention.precision === 'decade' ? 3 : isVague(mention) || mention.raw === '今年' ? 2 : 0;
  return ROLE_WEIGHTS[mention.role] - coarse;
}

const isVague = ({ raw }: DateMention) => /最近|近[期日]|这[两几]天|这阵子|^(?:周|星期|礼拜)/.test(raw);

function confidenceOf(mention: DateMention & { role: DateRole }, margin: number): FactsDate['confidence'] {
  if (mention.precision === 'decade' || isVague(mention) || margin === 0) return 'low';
  const told = mention.role === 'harm' || mention.role === 'deed';
  if (comparePrecision(mention.precision, 'month') <= 0 && told && margin >= 1) return 'high';
  return told || margin >= 2 ? 'medium' : 'low';
}
