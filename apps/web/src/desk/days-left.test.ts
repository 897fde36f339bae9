import { expect, it } from 'vitest';
import { daysLeft, deadlineTone } from './days-left.ts';

it('counts by the day in China, not by the hour', () => {
  expect(daysLeft('2026-11-24', new Date('2026-11-23T15:59:00Z'))).toBe(1);
  expect(daysLeft('2026-11-24', new Date('2026-11-23T16:00:00Z'))).toBe(0);
  expect(daysLeft('2026-11-24', new Date('2026-11-25T00:00:00Z'))).toBe(-1);
});

it.each([
  [-1, 'passed'],
  [0, 'pressing'],
  [3, 'pressing'],
  [4, 'near'],
  [14, 'near'],
  [15, null],
])('shows %i days as %s', (days, tone) => expect(deadlineTone(days)).toBe(tone));
