import { describe, expect, it } from 'vitest';
import { inOrder, timelineOf } from './timeline-view.ts';

const timeline = [
  { id: 'a', madeOn: '2005-10-27', effectiveFrom: '2006-01-01', effectiveTo: '2018-10-26' },
  { id: null, madeOn: '2018-10-26', effectiveFrom: '2018-10-26', effectiveTo: '2024-07-01' },
  { id: 'c', madeOn: '2023-12-29', effectiveFrom: '2024-07-01', effectiveTo: null },
];

describe('timelineOf', () => {
  it('tells what has ended from what is in force and what is to come, held or not', () => {
    const states = (today: string) => timelineOf({ timeline, versions: [] }, today).map(({ state }) => state);
    expect(states('2026-11-23')).toEqual(['ended', 'ended', 'current']);
    expect(states('2020-01-01')).toEqual(['ended', 'current', 'future']);
    expect(timelineOf({ timeline, versions: [] }, '2026-11-23')[1]).toMatchObject({
      versionId: null,
      day: '2018-10-26',
    });
  });

  it('is empty where there is but one version', () => {
    expect(timelineOf({ timeline: timeline.slice(0, 1), versions: [] }, '2026-11-23')).toEqual([]);
  });
});

it('puts the earlier of two versions first, and compares none with itself', () => {
  const points = timelineOf({ timeline, versions: [] }, '2026-11-23');
  expect(inOrder(points, 'c', 'a')).toEqual({ from: 'a', to: 'c' });
  expect(inOrder(points, 'a', 'c')).toEqual({ from: 'a', to: 'c' });
  expect(inOrder(points, 'a', 'a')).toBeNull();
  expect(inOrder(points, 'a', 'gone')).toBeNull();
});
