import type { DraftTrace } from '@lutai/contracts';

/** The steps of a draft in figures, for the audit log: nothing personal is among them. */
export function stepCounts({ facts, masks, topics, hits, claims, checks, repair, calls, stepMs }: DraftTrace) {
  return {
    facts: {
      ...{ parties: facts.parties.length, dates: facts.dates.length, sums: facts.sums.length },
      missing: facts.elements.filter(({ state }) => state === 'missing').length,
      rewritten: facts.rewritten,
    },
    masks: Object.fromEntries(masks.map(({ token, count }) => [token, count])),
    topics: topics.map(({ id }) => id),
    hits: hits.length,
    used: hits.filter(({ used }) => used).length,
    claims: claims.filter(({ kept }) => kept).length,
    dropped: claims.filter(({ kept }) => !kept).length,
    failedChecks: checks.filter(({ ok }) => !ok).length,
    repair: repair && { by: repair.by, mended: repair.mended.length, dropped: repair.dropped.length },
    calls: calls.length,
    tokens: calls.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    costYuan: calls.some(({ costYuan }) => costYuan !== null)
      ? calls.reduce((sum, { costYuan }) => sum + (costYuan ?? 0), 0)
      : null,
    stepMs,
  };
}
