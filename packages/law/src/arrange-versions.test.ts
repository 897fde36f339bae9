import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeVersions, type DatedVersion, inForce } from './arrange-versions.ts';

const version = (versionId: string, effectiveFrom: string | null, more: Partial<DatedVersion> = {}): DatedVersion => ({
  versionId,
  promulgatedOn: null,
  effectiveFrom,
  statedEffectiveTo: null,
  ...more,
});

const ends = (versions: ReturnType<typeof arrangeVersions>) =>
  versions.map(({ versionId, effectiveTo, effectiveToSource }) => [versionId, effectiveTo, effectiveToSource]);

describe('arrangeVersions', () => {
  it('ends each version on the day the next begins', () => {
    const arranged = arrangeVersions([
      version('b', '2021-01-01'),
      version('a', '1995-01-01'),
      version('c', '2024-07-01'),
    ]);
    expect(ends(arranged)).toEqual([
      ['a', '2021-01-01', 'later-version'],
      ['b', '2024-07-01', 'later-version'],
      ['c', null, 'none'],
    ]);
  });

  it('lets a stated end stand unless a later version begins sooner', () => {
    const stated = { statedEffectiveTo: '2022-01-01' };
    expect(ends(arrangeVersions([version('a', '2000-01-01', stated)]))).toEqual([['a', '2022-01-01', 'front-matter']]);
    expect(ends(arrangeVersions([version('a', '2000-01-01', stated), version('b', '2010-01-01')]))[0]).toEqual([
      'a',
      '2010-01-01',
      'later-version',
    ]);
  });

  it('lets only the later promulgated of two that begin on one day apply', () => {
    const arranged = arrangeVersions([
      version('new', '2020-09-14', { promulgatedOn: '2020-09-12' }),
      version('old', '2020-09-14', { promulgatedOn: '2020-08-31' }),
    ]);
    expect(arranged.filter((candidate) => inForce(candidate, '2020-09-14')).map(({ versionId }) => versionId)).toEqual([
      'new',
    ]);
  });

  it('places a version without effective-from by its promulgation, and one without any date first', () => {
    const arranged = arrangeVersions([
      version('dated', '2010-01-01'),
      version('promulgated', null, { promulgatedOn: '2015-01-01' }),
      version('unknown', null),
    ]);
    expect(ends(arranged)).toEqual([
      ['unknown', '2010-01-01', 'later-version'],
      ['dated', '2015-01-01', 'later-version'],
      ['promulgated', null, 'none'],
    ]);
  });

  it('ends a law that another law repeals, but not a later law of the same title', () => {
    const arranged = arrangeVersions(
      [version('1993', '1993-02-22'), version('2015', '2015-07-01', { promulgatedOn: '2015-07-01' })],
      ['2014-11-01'],
    );
    expect(ends(arranged)).toEqual([
      ['1993', '2014-11-01', 'closing-article'],
      ['2015', null, 'none'],
    ]);
  });

  it('has at most one version in force on any day when all begin on known days', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 8 }), day, (days, asOf) => {
        const arranged = arrangeVersions(days.map((from) => version(from, from)));
        const applying = arranged.filter((candidate) => inForce(candidate, asOf));
        expect(applying.length).toBe(days.some((from) => from <= asOf) ? 1 : 0);
      }),
    );
  });
});

describe('inForce', () => {
  it('includes the first day and excludes the last', () => {
    const bounds = { effectiveFrom: '2021-01-01', effectiveTo: '2024-07-01' };
    expect(inForce(bounds, '2020-12-31')).toBe(false);
    expect(inForce(bounds, '2021-01-01')).toBe(true);
    expect(inForce(bounds, '2024-06-30')).toBe(true);
    expect(inForce(bounds, '2024-07-01')).toBe(false);
    expect(inForce({ effectiveFrom: null, effectiveTo: null }, '1900-01-01')).toBe(true);
  });
});
