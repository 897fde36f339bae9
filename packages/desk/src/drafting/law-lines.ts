import type { FactsDay, SearchHit } from '@lutai/contracts';
import { type Applicability, applicableVersion, parseArticleLabel } from '@lutai/law';
import type { LawHistory } from '../corpus/laws/law-history.ts';

/** What is asked of the laws behind some provisions: the day of the facts, today, and the question's words. */
export type LawLinesInput = {
  hits: readonly SearchHit[];
  facts: { from: string; to: string; day: string };
  today: string;
  question: string;
};

export type LawLine = { hit: SearchHit; applicability: Applicability; newestMade: string | null };

/** For each law of the provisions, by its first one: which version applied on the day of the facts, which applies now, and which rules. */
export async function lawLines(lawHistory: LawHistory, input: LawLinesInput): Promise<LawLine[]> {
  const { hits, facts, today, question } = input;
  const first = new Map<string, SearchHit>();
  for (const hit of hits) if (!first.has(hit.lawId)) first.set(hit.lawId, hit);
  const held = await lawHistory.versions([...first.keys()]);
  return [...first.values()].map((hit) => {
    const versions = held.get(hit.lawId)?.versions ?? [];
    const part = civilCodePart(hit);
    const asked = { title: hit.law, versions, today, question, ...(part === undefined ? {} : { part }) };
    const factsDate = facts.from === facts.to ? facts.day : facts;
    const made = versions.flatMap(({ promulgatedOn }) => (promulgatedOn === null ? [] : [promulgatedOn]));
    return { hit, applicability: applicableVersion({ ...asked, factsDate }), newestMade: made.sort().at(-1) ?? null };
  });
}

/** First articles of the parts of the Civil Code; what came before it differs by part. */
const civilCodeParts: [number, string][] = [
  [1164, '侵权责任编'],
  [1119, '继承编'],
  [1040, '婚姻家庭编'],
  [989, '人格权编'],
  [463, '合同编'],
  [205, '物权编'],
  [1, '总则'],
];

function civilCodePart({ law, article }: SearchHit): string | undefined {
  if (!/^(?:中华人民共和国)?民法典$/u.test(law)) return undefined;
  const number = parseArticleLabel(article)?.number ?? 0;
  return civilCodeParts.find(([from]) => number >= from)?.[1];
}

/** The days among which the facts lie; what was read without certainty may mean any date that the words name. */
export function factsSpan({ day, reading }: FactsDay): { from: string; to: string; day: string } {
  if (reading === null) return { from: day, to: day, day };
  if (reading.confidence !== 'low') return { from: reading.from, to: reading.to, day: reading.day };
  const named = [reading, ...reading.others.filter(({ from }) => from <= reading.askedOn)];
  const from = named.map((each) => each.from).sort()[0] ?? reading.from;
  const to =
    named
      .map((each) => each.to)
      .sort()
      .at(-1) ?? reading.to;
  return { from, to, day: reading.day };
}
