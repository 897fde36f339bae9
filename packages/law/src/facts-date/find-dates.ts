import { type DateSpan, upTo } from './date-span.ts';
import { DATED_FORMS } from './dated-mentions.ts';
import { RELATIVE_FORMS } from './relative-mentions.ts';

/** A date as a text says it. `start` and `end` are UTF-16 offsets; `future`: it begins after the day of asking. */
export interface DateMention extends DateSpan {
  raw: string;
  start: number;
  end: number;
  future: boolean;
}

const FORMS = [...DATED_FORMS, ...RELATIVE_FORMS];
/** What is a name or a number, not a day: titles, case numbers, numbers of documents. */
const NO_DATES = /《[^《》]{1,80}》|[（(〔[]\d{4}[）)〕\]][^，。；\s]{0,20}号/gu;

/** What happens every time is not on one day. */
const EVERY = /(?:每年|每次|每逢|逢年|年年|一到|不到)$/u;

/** Every date of a text in order, relative ones counted from `askedOn`; no two overlap, the longer reading holds. */
export function findDates(text: string, askedOn: string): DateMention[] {
  const names = [...text.matchAll(NO_DATES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: DateMention[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (names.some((name) => start < name.end && name.start < end)) continue;
      if (EVERY.test(text.slice(Math.max(0, start - 2), start))) continue;
      const span = read(match as RegExpExecArray, askedOn, text);
      if (span === null) continue;
      found.push({ ...upTo(span, askedOn), raw: match[0], start, end, future: span.from > askedOn });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMention[] = [];
  for (const mention of found) {
    const last = kept.at(-1);
    if (!last || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
