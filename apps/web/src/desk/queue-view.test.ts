import type { MatterSummary } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { nextMatter, scopeMatters } from './queue-view.ts';

const matter = (id: string, change: Partial<MatterSummary> = {}): MatterSummary => ({
  id,
  number: id,
  subject: '被口头辞退',
  kind: 'consultation',
  status: 'in-review',
  channel: 'portal',
  clientName: '客户',
  area: 'labour',
  urgency: 'normal',
  complexity: 'simple',
  priority: 3,
  dueAt: null,
  overdue: false,
  nearestDeadline: null,
  assigneeId: null,
  assigneeName: null,
  createdAt: '2025-06-01T00:00:00Z',
  updatedAt: '2025-06-01T00:00:00Z',
  ...change,
});
const queue = [
  matter('a', { assigneeId: 'other' }),
  matter('b', { status: 'drafting' }),
  matter('c'),
  matter('d', { assigneeId: 'me' }),
];
const ids = (matters: MatterSummary[]) => matters.map(({ id }) => id);

describe('the queue', () => {
  it('shows what nobody has, or what is mine, in the order it came', () => {
    expect(ids(scopeMatters(queue, 'free', 'me'))).toEqual(['b', 'c']);
    expect(ids(scopeMatters(queue, 'mine', 'me'))).toEqual(['d']);
    expect(ids(scopeMatters(queue, 'all', 'me'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leads on to the next that waits for me, never back to the same', () => {
    expect(nextMatter(queue, 'x', 'me')?.id).toBe('c');
    expect(nextMatter(queue, 'c', 'me')?.id).toBe('d');
    expect(nextMatter([matter('a', { assigneeId: 'other' })], 'x', 'me')).toBeNull();
  });
});
