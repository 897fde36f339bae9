import type { ArticleChange } from '@lutai/contracts';
import { expect, it } from 'vitest';
import { countKinds, shownChanges } from './diff-kinds.ts';

const change = (kind: ArticleChange['kind']): ArticleChange => ({ kind, before: null, after: null });
const changes = [change('changed'), change('renumbered'), change('added'), change('changed')];

it('counts the kinds of change', () => {
  expect(countKinds(changes)).toEqual({ changed: 2, added: 1, removed: 0, renumbered: 1 });
});

it('shows all but what was only renumbered, or one kind alone', () => {
  expect(shownChanges(changes, 'all').map(({ kind }) => kind)).toEqual(['changed', 'added', 'changed']);
  expect(shownChanges(changes, 'renumbered')).toHaveLength(1);
  expect(shownChanges(changes, 'removed')).toEqual([]);
});
