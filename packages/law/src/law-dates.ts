import { datesIn, dayOfFileName } from './days.ts';
import type { FrontMatter } from './front-matter.ts';
import { type HeaderEvent, headerEvents } from './header-events.ts';
import type { DateCatalogue } from './law-dates/date-catalogue.ts';
import { shippedDateCatalogue } from './law-dates/shipped-catalogue.ts';
import type { LawLevel, SourcedDay } from './law-types.ts';

export interface LawDates {
  promulgated: SourcedDay | null;
  effectiveFrom: SourcedDay | null;
  statedEffectiveTo: SourcedDay | null;
  warnings: string[];
}

export interface DateEvidence {
  titleKey: string;
  level: LawLevel;
  frontMatter: FrontMatter;
  history: readonly string[];
  /** Words in which the text itself says when it applies: its last articles or paragraphs. */
  closing: string;
  file: string;
}

/** Decides the dates of this version and says whence each comes. No source outweighs an earlier one of DESIGN.md's list. */
export function decideDates(evidence: DateEvidence, catalogue: DateCatalogue = shippedDateCatalogue()): LawDates {
  const { frontMatter } = evidence;
  const events = headerEvents(evidence.history);
  const promulgated = decidePromulgation(evidence, catalogue, events);
  const warnings: string[] = [];
  const effectiveFrom: SourcedDay | null = frontMatter.effective
    ? { day: frontMatter.effective, source: 'front-matter' }
    : decideEffect({ evidence, catalogue, events, promulgated, warnings });
  const statedEffectiveTo = decideEnd(evidence, catalogue, promulgated, effectiveFrom);
  if (effectiveFrom === null) warnings.push('未能读出施行日期。');
  return { promulgated, effectiveFrom, statedEffectiveTo, warnings };
}

function decideEnd(
  { frontMatter, titleKey }: DateEvidence,
  catalogue: DateCatalogue,
  promulgated: SourcedDay | null,
  from: SourcedDay | null,
): SourcedDay | null {
  if (frontMatter.repealed) return { day: frontMatter.repealed, source: 'front-matter' };
  const known = catalogue.endDay(titleKey, promulgated?.day ?? null);
  return known !== null && (from === null || from.day < known) ? { day: known, source: 'catalogue' } : null;
}

/** The latest step of making the law that the header has; a later day in the file name means a step it leaves out. */
function decidePromulgation(
  { frontMatter, file, titleKey }: DateEvidence,
  catalogue: DateCatalogue,
  events: HeaderEvent[],
): SourcedDay | null {
  if (frontMatter.promulgated) return { day: frontMatter.promulgated, source: 'front-matter' };
  const made = events.filter((event) => event.kind !== 'effective').map((event) => event.day);
  const header = made.sort().at(-1);
  const name = dayOfFileName(file);
  const known = name === null ? null : catalogue.madeDay(titleKey, name);
  if (known !== null) return { day: known, source: 'catalogue' };
  if (name !== null && (header === undefined || name > header)) return { day: name, source: 'file-name' };
  return header === undefined ? null : { day: header, source: 'header' };
}

interface EffectQuestion {
  evidence: DateEvidence;
  catalogue: DateCatalogue;
  events: HeaderEvent[];
  promulgated: SourcedDay | null;
  warnings: string[];
}

function decideEffect({ evidence, catalogue, events, promulgated, warnings }: EffectQuestion): SourcedDay | null {
  const stated = statedDays(evidence, events);
  if (promulgated === null) return stated.at(-1) ?? null;
  // The text of an amended law keeps the day on which its first version began; such a day is not this version's.
  const own = stated.filter((candidate) => candidate.day >= promulgated.day);
  const first = own[0];
  if (first) return first;
  const known = catalogue.effectiveDay({
    titleKey: evidence.titleKey,
    level: evidence.level,
    made: promulgated.day,
    stepMissing: promulgated.source === 'file-name',
    history: evidence.history,
  });
  if (known !== null) return { day: known, source: 'catalogue' };
  const amended = isAmended(events, promulgated);
  const earlier = stated.at(-1);
  if (!amended && promulgated.source === 'header' && earlier && isWithinAYear(earlier.day, promulgated.day)) {
    warnings.push(`施行日期（${earlier.day}）早于公布日期（${promulgated.day}），按文本所载。`);
    return earlier;
  }
  const ownWords = !amended || isWholeRevision(events, promulgated);
  if (ownWords && promulgationIsEffect(evidence.closing)) return { day: promulgated.day, source: 'closing-article' };
  warnings.push(
    stated.length > 0
      ? `文本所载施行日期（${stated.map((candidate) => candidate.day).join('、')}）属于修改前的版本；本版本暂以${promulgated.day}为施行日期，请核实。`
      : `文本没有载明本版本的施行日期，暂以${promulgated.day}为施行日期，请核实。`,
  );
  return promulgated;
}

const EFFECT = /^[^。；]{0,4}?(?:起)?\s*(?:正式)?(?:施行|实施|执行|生效)/;

/** Days that the header and the text name as first day of force, header first. */
function statedDays({ closing }: DateEvidence, events: HeaderEvent[]): SourcedDay[] {
  const header = events
    .filter((event) => event.kind === 'effective')
    .map((event): SourcedDay => ({ day: event.day, source: 'header' }));
  const text: SourcedDay[] = [];
  for (const { day, index, after } of datesIn(closing)) {
    if (/自\s*$/.test(closing.slice(Math.max(0, index - 2), index)) && EFFECT.test(after)) {
      text.push({ day, source: 'closing-article' });
    }
  }
  return [...header.sort((a, b) => b.day.localeCompare(a.day)), ...text];
}

const promulgationIsEffect = (closing: string) =>
  /(?:公布|发布|颁布|批准|通过)之日起?(?:施行|实施|执行|生效)/.test(closing);

/** Amended: the header says so, tells of steps years apart, or the file name knows a later day than the header. */
function isAmended(events: HeaderEvent[], promulgated: SourcedDay): boolean {
  if (events.some((event) => event.kind === 'amended')) return true;
  const made = events
    .filter((event) => event.kind !== 'effective')
    .map((event) => event.day)
    .sort();
  const first = made[0];
  return first !== undefined && !isWithinAYear(first, promulgated.day);
}

/** A text revised as a whole was promulgated with its closing article: 「会议修订」, 「国务院令第689号修订」, not 「《…决定》修订」. */
function isWholeRevision(events: HeaderEvent[], promulgated: SourcedDay): boolean {
  if (promulgated.source !== 'header') return false;
  const round = events.filter(
    (event) => event.kind !== 'effective' && event.day <= promulgated.day && isWithinAYear(event.day, promulgated.day),
  );
  return round.some((event) => /修订/.test(event.text)) && !round.some((event) => /决定/.test(event.text));
}

const isWithinAYear = (earlier: string, later: string) => Date.parse(later) - Date.parse(earlier) <= 366 * 86_400_000;
