import type { FactsDateReading, FactsDay, SearchHit } from '@lutai/contracts';
import type { Applicability } from '@lutai/law';
import type { LawHistory } from '../corpus/laws/law-history.ts';
import type { Retrieve } from './drafter.ts';
import { factsSpan, lawLines } from './law-lines.ts';

export type SettleFactsDayDeps = { retrieve: Retrieve; lawHistory?: LawHistory | undefined };
export type SettleFactsDayInput = {
  /** The day as it is stored with the matter or was asked for; null where it is not known. */
  asOf: string | null;
  reading: FactsDateReading | null;
  question: string;
  today: string;
  signal?: AbortSignal | undefined;
};

const looked = 3;

/**
 * The day whose law an answer goes by. A day that a person gave is taken as it is. One that was read is taken where it is
 * certain, or nothing hangs on it: no law that bears on the question changed within the days it may mean. Where most of
 * these laws have no text at hand of that time, and where a transition rule applies the new law, today's law is taken.
 */
export async function settleFactsDay(
  deps: SettleFactsDayDeps,
  input: SettleFactsDayInput,
): Promise<{ facts: FactsDay; notices: string[] }> {
  const { asOf, reading, today } = input;
  const taken = (day: string, source: FactsDay['source'], ...notices: string[]) => ({
    facts: { source, day, reading },
    notices,
  });
  if (reading === null) return asOf === null ? taken(today, 'today') : taken(asOf, 'given');
  const said = `客户说的“${reading.raw}”`;
  if (reading.from > today) return taken(today, 'today', `${said}在今天之后，本草稿按今天的法律起草。`);
  const lines = await linesOf(deps, input, reading);
  const names = (hits: SearchHit[]) => hits.map(({ law }) => `《${law}》`).join('、');
  if (!reading.certain) {
    const changed = lines.filter(({ applicability }) => hangsOn(applicability)).map(({ hit }) => hit);
    if (lines.length === 0) return taken(today, 'today', `${said}日期不够确定，本草稿按今天的法律起草。`);
    if (changed.length > 0) {
      const why = `${said}日期不够确定，而其间${names(changed)}有新旧文本`;
      return taken(today, 'today', `${why}；本草稿按今天的法律起草，请向客户问清日期后更正。`);
    }
  }
  const [first] = lines;
  if (first?.applicability.governing === 'now') {
    const rule = first.applicability.rules[0]?.words ?? '';
    return taken(today, 'today', `事情虽在${reading.day}前后，但按过渡规定适用现在的法律（${rule}）`);
  }
  const missing = lines.filter(({ applicability: { versionThen } }) => versionThen?.versionId == null);
  if (missing.length * 2 > lines.length) {
    const laws = names(missing.map(({ hit }) => hit));
    return taken(
      today,
      'today',
      `${said}指${reading.day}前后，那时施行的文本本库没有收录（现在是${laws}）；本草稿按今天的法律起草，请核对当时的规定。`,
    );
  }
  return taken(reading.day, 'read');
}

async function linesOf(
  { retrieve, lawHistory }: SettleFactsDayDeps,
  input: SettleFactsDayInput,
  reading: FactsDateReading,
) {
  const { question, today, signal } = input;
  if (lawHistory === undefined || reading.from === today) return [];
  const { hits } = await retrieve({ question, asOf: today, k: looked, caseCount: 0, ...(signal ? { signal } : {}) });
  const facts = factsSpan({ source: 'read', day: reading.day, reading });
  return lawLines(lawHistory, { hits: hits.slice(0, looked), facts, today, question });
}

const hangsOn = ({ alsoPossible }: Applicability) => alsoPossible.length > 0;
