import type { SearchHit } from '@lutai/contracts';
import type { Topic } from './topic-schema.ts';

export type MatchedTopic = { topic: Topic; score: number; why: string };

/** In the unit of one matching pattern. */
const weights = { pattern: 1, morePatterns: 0.35, deciding: 1.1, further: 0.8, area: 0.4 };
const needed = {
  score: 1.45,
  /** Of the best one's score, for a second topic. */
  share: 0.75,
  most: 2,
  /** What the search must have found of a topic that the words do not tell: in its area, and elsewhere. */
  foundInArea: 1.7,
  foundElsewhere: 2,
};
const hitsRead = 8;

/**
 * The topics that a question is about, best first, at most two: by the client's words (`when`, `unless`) and by whether
 * the search found what decides them. Where the words tell nothing, only what stands at the very front tells; one
 * pattern alone, with nothing found, is not enough.
 */
export function matchTopics(
  topics: readonly Topic[],
  input: { text: string; hits: readonly SearchHit[]; area: string },
): MatchedTopic[] {
  const places = new Map(input.hits.slice(0, hitsRead).map(({ citation }, rank) => [citation, rank]));
  const scored = topics.flatMap((topic): MatchedTopic[] => {
    if (topic.unless.some((pattern) => pattern.test(input.text))) return [];
    const words = topic.when.flatMap((pattern) => pattern.exec(input.text)?.[0] ?? []);
    const found = foundOf(topic, places);
    const isArea = topic.area === input.area;
    if (words.length === 0 && found.weight < (isArea ? needed.foundInArea : needed.foundElsewhere)) return [];
    if (words.length === 1 && found.weight === 0) return [];
    const byWords = words.length === 0 ? 0 : weights.pattern + weights.morePatterns * (words.length - 1);
    const score = byWords + found.weight + (isArea ? weights.area : 0);
    return score < needed.score ? [] : [{ topic, score, why: whyOf(words, found.first) }];
  });
  const sorted = scored.sort((a, b) => b.score - a.score);
  const best = sorted[0]?.score ?? 0;
  return sorted
    .filter(({ score }) => score >= best * needed.share)
    .filter(({ topic }, rank, near) => near.findIndex((other) => decidesBoth(other.topic, topic)) === rank)
    .slice(0, needed.most);
}

/** Two topics that the same provision decides would say the same twice. */
const decidesBoth = (one: Topic, other: Topic) => one.provisions[0] === other.provisions[0];

/** How far to the front the search has what decides a topic. */
function foundOf(topic: Topic, places: ReadonlyMap<string, number>): { weight: number; first: string | null } {
  let weight = 0;
  let first: string | null = null;
  for (const [index, citation] of topic.provisions.entries()) {
    const rank = places.get(citation);
    if (rank === undefined) continue;
    weight += (index === 0 ? weights.deciding : weights.further) / (1 + rank / 2);
    first ??= citation;
  }
  return { weight, first };
}

function whyOf(words: readonly string[], found: string | null): string {
  const told = words.length > 0 ? `说到“${words.slice(0, 3).join('”“')}”` : '';
  const hit = found === null ? '' : `检索找到${found}`;
  return [told, hit].filter((part) => part !== '').join('，');
}
