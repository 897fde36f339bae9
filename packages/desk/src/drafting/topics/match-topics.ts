import type { SearchHit } from '@lutai/contracts';
import type { Topic } from './topic-schema.ts';

export type MatchedTopic = { topic: Topic; score: number; why: string };

/** In the unit of one matching pattern. Measured on the lay questions; docs/decisions/0011-answers.md. */
const weights = { pattern: 1, morePatterns: 0.35, provision: 1.1, area: 0.4 };
const needed = { score: 1.45, share: 0.72, most: 2 };
const hitsRead = 8;

/**
 * The topics that a question is about, best first, at most two: by the client's words (`when`, `unless`) and by whether
 * the search found what decides them. Words alone are not enough, nor is a single far hit.
 */
export function matchTopics(
  topics: readonly Topic[],
  input: { text: string; hits: readonly SearchHit[]; area: string },
): MatchedTopic[] {
  const places = new Map(input.hits.slice(0, hitsRead).map(({ citation }, rank) => [citation, rank]));
  const scored = topics.flatMap((topic) => {
    const words = topic.unless.some((pattern) => pattern.test(input.text))
      ? []
      : topic.when.flatMap((pattern) => pattern.exec(input.text)?.[0] ?? []);
    const found = topic.provisions.filter((citation) => places.has(citation));
    if (words.length === 0 || (found.length === 0 && words.length < 2)) return [];
    const byWords = weights.pattern + weights.morePatterns * (words.length - 1);
    const byFound = found.reduce((sum, citation) => sum + weights.provision / (1 + (places.get(citation) ?? 0) / 2), 0);
    const score = byWords + byFound + (topic.area === input.area ? weights.area : 0);
    const told = words.slice(0, 3).join('”“');
    const why = `说到“${told}”${found.length > 0 ? `，检索也找到${found[0]}` : ''}`;
    return score >= needed.score ? [{ topic, score, why }] : [];
  });
  const sorted = scored.sort((a, b) => b.score - a.score);
  const best = sorted[0]?.score ?? 0;
  return sorted.filter(({ score }) => score >= best * needed.share).slice(0, needed.most);
}
