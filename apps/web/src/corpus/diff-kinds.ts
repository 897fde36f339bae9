import type { ArticleChange } from '@lutai/contracts';

export const changeKinds = ['changed', 'added', 'removed', 'renumbered'] as const satisfies ArticleChange['kind'][];
export type DiffFilter = 'all' | ArticleChange['kind'];

export function countKinds(changes: readonly ArticleChange[]): Record<ArticleChange['kind'], number> {
  const counts = { changed: 0, added: 0, removed: 0, renumbered: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** What a filter shows; articles that were only renumbered are shown when asked for, as nothing is to be read there. */
export function shownChanges(changes: readonly ArticleChange[], filter: DiffFilter): ArticleChange[] {
  return changes.filter(({ kind }) => (filter === 'all' ? kind !== 'renumbered' : kind === filter));
}
