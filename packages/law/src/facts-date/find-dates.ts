import { yearOf } from './calendar-days.ts';
import { type DateSpan, upTo } from './date-span.ts';
import { DATED_FORMS, type DateForm } from './dated-mentions.ts';
import { joinDates } from './join-dates.ts';
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
const SENTENCE_END = /[。！？!?\n]/u;

interface Found {
  start: number;
  end: number;
  span: DateSpan | null;
  carry: ((year: number) => DateSpan | null) | null;
}

/**
 * Every date of a text in order, relative ones counted from `askedOn`; no two overlap, the longer reading holds. A month
 * without a year is of the year named before it in the sentence, else the newest one that has begun.
 */
export function findDates(text: string, askedOn: string): DateMention[] {
  const { joined, offsets } = joinDates(text);
  const mentions: DateMention[] = [];
  let named: DateMention | null = null;
  for (const found of withoutOverlaps(readForms(maskNames(joined), askedOn))) {
    const sentence: DateMention | null =
      named !== null && !SENTENCE_END.test(joined.slice(named.end, found.start)) ? named : null;
    const span: DateSpan | null = (sentence && carried(found, sentence, askedOn)) ?? found.span;
    if (span === null) continue;
    const mention: DateMention = {
      ...upTo(span, askedOn),
      raw: '',
      start: found.start,
      end: found.end,
      future: span.from > askedOn,
    };
    mentions.push(mention);
    if (found.carry === null && joined.slice(found.start, found.end).includes('年')) named = mention;
    else if (sentence !== null) named = mention;
    else named = null;
  }
  return mentions.map((mention) => {
    const [start, end] = [offsets(mention.start), offsets(mention.end - 1) + 1];
    return { ...mention, raw: text.slice(start, end), start, end };
  });
}

/** The words of a name are no date; their places stay. */
const maskNames = (text: string) => text.replace(NO_DATES, (name) => '·'.repeat(name.length));

function readForms(text: string, askedOn: string): Found[] {
  return FORMS.flatMap(({ pattern, read, carry }: DateForm) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const [start, end] = [match.index, match.index + match[0].length];
      if (EVERY.test(text.slice(Math.max(0, start - 2), start))) return [];
      const span = read(match, askedOn, text);
      if (span === null && !(carry && match.groups?.carry !== undefined)) return [];
      return [{ start, end, span, carry: carry ? (year) => carry(match, year) : null }];
    }),
  );
}

function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/** 「2023年3月1日下来，3月10日收到」: of that year, or of the next where that is later; not beyond the day of asking. */
function carried(found: Found, named: DateMention, askedOn: string): DateSpan | null {
  if (found.carry === null) return null;
  const year = yearOf(named.from);
  const same = found.carry(year);
  const span = same !== null && same.to < named.from ? found.carry(year + 1) : same;
  return span !== null && span.from <= askedOn ? span : null;
}
