import { expect, it } from 'vitest';
import { noRoutes } from '../testing/no-routes.ts';
import { readQuestion } from './read-question.ts';

it('reads the newest words of a very long conversation', () => {
  // Safe, both: the triage is given, so the deadlines are not read, nor what is in it.
  const deps = { areas: [], deadlines: {} as never, routes: noRoutes, now: () => new Date('2026-11-23T02:00:00Z') };
  const conversation = Array.from({ length: 30 }, () => ({
    from: 'client' as const,
    text: '公司拖欠工资。'.repeat(2000),
  }));
  const triage = { area: 'labour', priority: 3, reasons: [] } as never;
  const read = readQuestion(deps, {
    question: '那我姐姐呢？',
    conversation,
    asOf: null,
    importance: 'standard',
    triage,
  });
  expect(read.text).toHaveLength(40_000);
  expect(read.text.endsWith('那我姐姐呢？')).toBe(true);
});
