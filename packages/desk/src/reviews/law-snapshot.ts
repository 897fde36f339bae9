import { type Database, laws, lawVersions, provisions, type Transaction } from '@lutai/db';
import { inForce } from '@lutai/law';
import { eq, sql } from 'drizzle-orm';
import { inList } from '../corpus/in-list.ts';

/** What applied of one law on a day. */
export type LawOnDay = {
  lawId: string;
  title: string;
  versionId: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Hash of each article's words, by its label; of two with one label the first. */
  articles: ReadonlyMap<string, string>;
};
export type LawSnapshot = ReadonlyMap<string, LawOnDay>;

/** The version of each law that is in force on a day, with the hashes of its articles. Two queries. */
export async function readLawSnapshot(db: Database | Transaction, day: string): Promise<LawSnapshot> {
  const versions = await db
    .select({
      lawId: laws.id,
      title: laws.title,
      versionId: lawVersions.id,
      effectiveFrom: lawVersions.effectiveFrom,
      effectiveTo: lawVersions.effectiveTo,
    })
    .from(lawVersions)
    .innerJoin(laws, eq(laws.id, lawVersions.lawId))
    // Of two from one day the same one each time.
    .orderBy(lawVersions.id);
  const byLaw = new Map<string, LawOnDay & { articles: Map<string, string> }>();
  for (const version of versions) {
    if (!inForce(version, day)) continue;
    const other = byLaw.get(version.lawId);
    if (other && (other.effectiveFrom ?? '') >= (version.effectiveFrom ?? '')) continue;
    byLaw.set(version.lawId, { ...version, articles: new Map() });
  }
  const byVersion = new Map([...byLaw.values()].map((law) => [law.versionId, law]));
  const hashes = await db
    .select({
      versionId: provisions.versionId,
      article: provisions.article,
      hash: sql<string>`md5(${provisions.text})`,
    })
    .from(provisions)
    .where(inList(provisions.versionId, byVersion.keys()))
    .orderBy(provisions.versionId, provisions.ordinal);
  for (const { versionId, article, hash } of hashes) {
    const articles = byVersion.get(versionId)?.articles;
    if (articles && !articles.has(article)) articles.set(article, hash);
  }
  return byLaw;
}
