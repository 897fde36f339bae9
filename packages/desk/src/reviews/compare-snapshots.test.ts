import { describe, expect, it } from 'vitest';
import { compareSnapshots } from './compare-snapshots.ts';
import type { LawSnapshot } from './law-snapshot.ts';

function snapshot(versionId: string, articles: Record<string, string>, effectiveFrom = '2020-01-01'): LawSnapshot {
  const law = { lawId: 'l', title: '示例法', versionId, effectiveFrom, effectiveTo: null };
  return new Map([['l', { ...law, articles: new Map(Object.entries(articles)) }]]);
}
const found = (before: LawSnapshot, after: LawSnapshot) =>
  compareSnapshots(before, after).map(({ articles, ...rest }) => ({ ...rest, articles: Object.fromEntries(articles) }));

describe('compareSnapshots', () => {
  const old = snapshot('v1', { 第一条: 'a', 第二条: 'b', 第三条: 'c' });

  it('finds nothing where the words are the same, whatever the version', () => {
    expect(found(old, old)).toEqual([]);
    expect(found(old, snapshot('v2', { 第一条: 'a', 第二条: 'b', 第三条: 'c', 第四条: 'd' }))).toEqual([]);
    expect(found(new Map(), old)).toEqual([]);
  });

  it('tells changed articles from removed ones, and when', () => {
    expect(found(old, snapshot('v2', { 第一条: 'a', 第二条: 'x' }, '2026-01-01'))).toEqual([
      {
        lawId: 'l',
        title: '示例法',
        versionId: 'v1',
        changedOn: '2026-01-01',
        articles: { 第二条: 'changed', 第三条: 'removed' },
      },
    ]);
  });

  it('calls every article of a law that ended so', () => {
    expect(found(old, new Map())).toMatchObject([{ articles: { 第一条: 'ended', 第二条: 'ended', 第三条: 'ended' } }]);
  });

  it('gives no day for a text that was corrected', () => {
    expect(found(old, snapshot('v1', { 第一条: 'z', 第二条: 'b', 第三条: 'c' }))).toMatchObject([
      { changedOn: null, articles: { 第一条: 'changed' } },
    ]);
  });
});
