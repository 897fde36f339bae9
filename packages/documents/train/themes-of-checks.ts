import type { Checklist } from '../src/review/checklist-schema.ts';

/** The theme of each check that has one; a theme is its own. */
export function themesOfChecks(checklists: readonly Checklist[]): ReadonlyMap<string, string> {
  const checks = checklists.flatMap((list) => list.checks);
  return new Map(
    checks.flatMap(({ id, theme, learnt }) => (learnt ? [[id, id]] : theme === undefined ? [] : [[id, theme]])),
  );
}
