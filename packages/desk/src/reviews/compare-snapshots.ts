import type { LawChange } from '@lutai/contracts';
import type { LawSnapshot } from './law-snapshot.ts';

/** What became of the articles of one version. */
export type ChangedLaw = {
  lawId: string;
  title: string;
  /** The version that applied before; the same as now where its own words were replaced. */
  versionId: string;
  /** The first day on which the old words no longer apply; null where the text was corrected. */
  changedOn: string | null;
  articles: ReadonlyMap<string, LawChange>;
};

/** Articles that applied in the first snapshot and read otherwise, or not at all, in the second. New ones are no change. */
export function compareSnapshots(before: LawSnapshot, after: LawSnapshot): ChangedLaw[] {
  return [...before.values()].flatMap((old): ChangedLaw[] => {
    const now = after.get(old.lawId);
    const articles = new Map<string, LawChange>();
    for (const [article, hash] of old.articles) {
      const other = now?.articles.get(article);
      if (other === hash) continue;
      articles.set(article, now === undefined ? 'ended' : other === undefined ? 'removed' : 'changed');
    }
    if (articles.size === 0) return [];
    const isSameVersion = now?.versionId === old.versionId;
    const changedOn = isSameVersion ? null : (now?.effectiveFrom ?? old.effectiveTo);
    return [{ lawId: old.lawId, title: old.title, versionId: old.versionId, changedOn, articles }];
  });
}
