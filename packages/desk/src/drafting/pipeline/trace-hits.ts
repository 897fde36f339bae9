import type { SearchHit, TraceHit } from '@lutai/contracts';

const most = 30;

/** Everything that was found for an answer, by which way, and whether the text rests on it; each provision once. */
export function traceHits(input: {
  hits: readonly SearchHit[];
  topic: readonly SearchHit[];
  further: readonly SearchHit[];
  used: readonly SearchHit[];
}): TraceHit[] {
  const used = new Set(input.used.map(({ provisionId }) => provisionId));
  const told = (from: TraceHit['from']) => (hit: SearchHit) => ({ ...hit, from });
  const all = [
    ...input.hits.map(told('search')),
    ...input.topic.map(told('topic')),
    ...input.further.map(told('research')),
    ...input.used.map(told('case')),
  ];
  const first = new Map<string, (typeof all)[number]>();
  for (const hit of all) if (!first.has(hit.provisionId)) first.set(hit.provisionId, hit);
  return [...first.values()]
    .sort((a, b) => Number(used.has(b.provisionId)) - Number(used.has(a.provisionId)))
    .slice(0, most)
    .map(({ provisionId, citation, score, from }) => ({
      ...{ provisionId, citation, score, from },
      used: used.has(provisionId),
    }));
}
