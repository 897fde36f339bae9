import type {
  DraftTrace,
  ElementState,
  TraceCall,
  TraceCheck,
  TraceClaim,
  TraceHit,
  TraceRepair,
} from '@lutai/contracts';

/** The same thing checked several times with the same result is one line. */
export type TalliedCheck = Omit<TraceCheck, 'round'> & { count: number };
export interface CheckRound {
  round: 1 | 2;
  failed: TalliedCheck[];
  passed: TalliedCheck[];
  /** Checks, not lines. */
  failedCount: number;
  passedCount: number;
}

/** The rounds that took place, in order, each with what failed and what passed. */
export function checkRounds(checks: readonly TraceCheck[]): CheckRound[] {
  return ([1, 2] as const).flatMap((round) => {
    const of = checks.filter((check) => check.round === round);
    if (of.length === 0) return [];
    const failed = of.filter(({ ok }) => !ok);
    const passed = of.filter(({ ok }) => ok);
    return [
      {
        ...{ round, failed: tally(failed), passed: tally(passed) },
        ...{ failedCount: failed.length, passedCount: passed.length },
      },
    ];
  });
}

function tally(checks: readonly TraceCheck[]): TalliedCheck[] {
  const lines = new Map<string, TalliedCheck>();
  for (const { kind, subject, ok, why } of checks) {
    const key = JSON.stringify([kind, subject, why]);
    const line = lines.get(key);
    if (line) line.count += 1;
    else lines.set(key, { kind, subject, ok, why, count: 1 });
  }
  return [...lines.values()];
}

/** What stands in the text, in its order, and what was dropped from it. */
export function splitClaims(claims: readonly TraceClaim[]): { kept: TraceClaim[]; dropped: TraceClaim[] } {
  return { kept: claims.filter(({ kept }) => kept), dropped: claims.filter(({ kept }) => !kept) };
}

/** What the text rests on, and what was found besides; the order of each stays. */
export function splitHits(hits: readonly TraceHit[]): { used: TraceHit[]; unused: TraceHit[] } {
  return { used: hits.filter(({ used }) => used), unused: hits.filter(({ used }) => !used) };
}

export type Mending = { text: string; came: 'mended' | 'dropped' | 'left' };

/** What failed and what came of each, what is still wrong first; what was dropped without a fault of its own is last. */
export function mendings({ failed, mended, dropped }: TraceRepair): Mending[] {
  const ranks = { left: 0, mended: 1, dropped: 2 };
  const came = (text: string): Mending['came'] =>
    dropped.includes(text) ? 'dropped' : mended.includes(text) ? 'mended' : 'left';
  return [...new Set([...failed, ...mended, ...dropped])]
    .map((text) => ({ text, came: came(text) }))
    .sort((left, right) => ranks[left.came] - ranks[right.came]);
}

export interface CallTotals {
  calls: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  /** Null where no call has a price; calls without one count nothing. */
  costYuan: number | null;
  ms: number;
}

export function callTotals(calls: readonly TraceCall[]): CallTotals {
  const sum = (of: (call: TraceCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  return {
    calls: calls.length,
    failed: calls.filter(({ failure }) => failure !== null).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costYuan: calls.some(({ costYuan }) => costYuan !== null) ? sum(({ costYuan }) => costYuan ?? 0) : null,
    ms: sum(({ ms }) => ms),
  };
}

const stepOrder = ['facts', 'mask', 'retrieve', 'write', 'check', 'repair'];

/** In the order in which the steps take place, whatever the order they were stored in. `share` is of the longest, 0…1. */
export function stepTimes(stepMs: DraftTrace['stepMs']): { step: string; ms: number; share: number }[] {
  const longest = Math.max(1, ...Object.values(stepMs));
  const rank = (step: string) => (stepOrder.includes(step) ? stepOrder.indexOf(step) : stepOrder.length);
  return Object.entries(stepMs)
    .sort(([left], [right]) => rank(left) - rank(right))
    .map(([step, ms]) => ({ step, ms, share: ms / longest }));
}

/** The elements by topic, in the order of the topics; what is missing comes first, for that is what is asked. */
export function elementsByTopic({
  facts,
  topics,
}: Pick<DraftTrace, 'facts' | 'topics'>): { topic: string; name: string; elements: ElementState[] }[] {
  const ids = [...new Set([...topics.map(({ id }) => id), ...facts.elements.map(({ topic }) => topic)])];
  return ids.flatMap((id) => {
    const elements = facts.elements.filter(({ topic }) => topic === id);
    if (elements.length === 0) return [];
    const ordered = [...elements].sort((left, right) => Number(left.state === 'said') - Number(right.state === 'said'));
    return [{ topic: id, name: topics.find((topic) => topic.id === id)?.name ?? id, elements: ordered }];
  });
}

/** 850 ms, 1.3 s. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Four digits for what costs less than a fen, else two. */
export function yuan(cost: number): string {
  return cost.toFixed(cost > 0 && cost < 0.01 ? 4 : 2);
}
