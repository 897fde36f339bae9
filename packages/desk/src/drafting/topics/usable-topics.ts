import type { Citation, SearchHit } from '@lutai/contracts';
import { canonicalCitations } from '../citation-text.ts';
import type { CheckText } from '../drafter.ts';
import type { MatchedTopic } from './match-topics.ts';
import { type ReadElement, readElements } from './read-elements.ts';
import type { Topic } from './topic-schema.ts';

/** A topic of which everything that is shown stands on the day of the facts. */
export type UsableTopic = {
  topic: Topic;
  why: string;
  elements: ReadElement[];
  /** Every provision that its texts cite, by canonical citation. */
  provisions: Map<string, SearchHit>;
};

/**
 * The matched topics as far as the corpus bears them out on the day: one whose rule, or whose deciding provision, is not in
 * force then is left out as a whole; of the branches each falls by itself. `unsupported` names what was missing.
 */
export async function usableTopics(
  checkText: CheckText,
  input: { matched: readonly MatchedTopic[]; hits: readonly SearchHit[]; text: string; asOf: string },
): Promise<{ topics: UsableTopic[]; unsupported: string[] }> {
  const topics: UsableTopic[] = [];
  const unsupported = new Set<string>();
  for (const { topic, why } of input.matched) {
    const elements = readElements(topic, input.text);
    const named = canonicalCitations([topic.rule, ...topic.provisions, ...branchTexts(elements)].join('\n'));
    const known = await resolve(checkText, named, input);
    for (const citation of named) if (!known.has(citation)) unsupported.add(citation);
    const stands = (text: string) => canonicalCitations(text).every((citation) => known.has(citation));
    if (!stands(topic.rule) || !stands(topic.provisions.join('\n'))) continue;
    topics.push({
      topic,
      why,
      provisions: known,
      elements: elements.map((read) => ({ ...read, branches: read.branches.filter(({ answer }) => stands(answer)) })),
    });
  }
  return { topics, unsupported: [...unsupported] };
}

const branchTexts = (elements: readonly ReadElement[]) =>
  elements.flatMap(({ branches }) => branches.map(({ answer }) => answer));

async function resolve(
  checkText: CheckText,
  citations: readonly string[],
  { hits, asOf }: { hits: readonly SearchHit[]; asOf: string },
): Promise<Map<string, SearchHit>> {
  if (citations.length === 0) return new Map();
  const checked = await checkText(citations.join('\n'), asOf);
  const found = new Map(hits.map((hit) => [hit.citation, hit]));
  const known = new Map<string, SearchHit>();
  for (const citation of citations) {
    const state = checked.find(({ raw }) => raw === citation);
    if (state?.state !== 'ok') continue;
    const hit = found.get(citation) ?? toHit(state);
    if (hit !== null) known.set(citation, hit);
  }
  return known;
}

const toHit = ({ resolved }: Citation): SearchHit | null =>
  resolved && { ...resolved, path: [], level: 'other', score: 0 };
