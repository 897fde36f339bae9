import type { MatterSummary } from '@lutai/contracts';

/** Matters that nobody has taken yet, when asked for; the order stays the server's. */
export function scopeMatters(matters: readonly MatterSummary[], scope: 'all' | 'mine' | 'free', myId: string) {
  if (scope === 'free') return matters.filter(({ assigneeId }) => assigneeId === null);
  return scope === 'mine' ? matters.filter(({ assigneeId }) => assigneeId === myId) : [...matters];
}

/** The matter to take up after `matterId`: the first of the queue that is another one and is mine or free. */
export function nextMatter(matters: readonly MatterSummary[], matterId: string, myId: string): MatterSummary | null {
  return (
    matters.find(
      ({ id, assigneeId, status }) =>
        id !== matterId && status === 'in-review' && (assigneeId === null || assigneeId === myId),
    ) ?? null
  );
}
