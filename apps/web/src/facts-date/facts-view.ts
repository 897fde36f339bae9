import type { FactsDateReading, MatterDetail, SpokenDate } from '@lutai/contracts';
import type { Strings } from '../strings/zh.ts';

/** 「2019-03」 for a month, the day itself, else the days between which it lies. */
export function spokenWhen({ from, to, day, precision }: SpokenDate, { lawTime }: Strings): string {
  if (precision === 'day') return day;
  const [year, month] = from.split('-');
  if (precision === 'month' && to.startsWith(`${year}-${month}`)) return `${year}-${month}`;
  if (precision === 'year' && to.startsWith(`${year}-`)) return `${year}`;
  return lawTime.facts.span(from, to);
}

type Facts = Pick<MatterDetail, 'factsDate' | 'factsDateReading'> & { draft: { asOf: string | null } | null };

/** By which day's law a matter is drafted, and how that day was found. */
export function factsLine({ factsDate, factsDateReading: reading, draft }: Facts, strings: Strings): string {
  const { facts } = strings.lawTime;
  const asOf = draft?.asOf ?? factsDate;
  if (reading) {
    if (asOf === null || (reading.from <= asOf && asOf <= reading.to)) {
      return facts.read(spokenWhen(reading, strings), reading.raw);
    }
    return facts.other(asOf, reading.raw);
  }
  return factsDate === null ? facts.unknown : facts.given(factsDate);
}

/** The same for the client, who is shown no draft. */
export function clientFactsLine(
  { factsDate, factsDateReading: reading }: Omit<Facts, 'draft'>,
  strings: Strings,
): string {
  const { lawTime, portal } = strings;
  if (reading) {
    return reading.certain
      ? lawTime.facts.clientRead(spokenWhen(reading, strings), reading.raw)
      : lawTime.facts.clientLoose(reading.raw);
  }
  return factsDate === null ? lawTime.facts.clientUnknown : portal.matter.factsDate(factsDate);
}

/** Every date of the question that can be taken with one touch, the one that was read first; none twice, none to come. */
export function saidDates(reading: FactsDateReading | null | undefined, today: string): SpokenDate[] {
  if (!reading) return [];
  const seen = new Set<string>();
  return [reading, ...reading.others].filter(({ day }) => {
    if (day > today || seen.has(day)) return false;
    seen.add(day);
    return true;
  });
}
