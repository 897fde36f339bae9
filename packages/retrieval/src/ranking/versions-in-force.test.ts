import { describe, expect, it } from 'vitest';
import { createDayFilter, type IndexedVersion } from './versions-in-force.ts';

const version = (lawId: string, effectiveFrom: string | null, effectiveTo: string | null): IndexedVersion => ({
  versionId: `${lawId}:${effectiveFrom}`,
  lawId,
  law: lawId,
  level: 'law',
  effectiveFrom,
  effectiveTo,
});

const versions = [
  version('a', '2000-01-01', '2010-01-01'),
  version('a', '2010-01-01', null),
  version('b', null, null),
  version('b', '2015-06-01', null),
];
const filter = createDayFilter(versions, Uint32Array.from([0, 0, 1, 2, 3]));

describe('createDayFilter', () => {
  it('counts the first day of a version in and the day of its end out', () => {
    expect([...filter('2009-12-31')]).toEqual([1, 1, 0, 1, 0]);
    expect([...filter('2010-01-01')]).toEqual([0, 0, 1, 1, 0]);
  });

  it('of two versions that unknown dates leave in force, takes the later one', () => {
    expect([...filter('2015-05-31')]).toEqual([0, 0, 1, 1, 0]);
    expect([...filter('2015-06-01')]).toEqual([0, 0, 1, 0, 1]);
  });

  it('lets everything through without a day, and nothing of a law before its first version', () => {
    expect([...filter(null)]).toEqual([1, 1, 1, 1, 1]);
    expect([...filter('1990-01-01')]).toEqual([0, 0, 0, 1, 0]);
  });

  it('still answers rightly after many other days', () => {
    for (let year = 1980; year < 2020; year += 1) filter(`${year}-01-01`);
    expect([...filter('2009-12-31')]).toEqual([1, 1, 0, 1, 0]);
  });
});
