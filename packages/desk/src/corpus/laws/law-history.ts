import { type Database, laws, lawVersions, provisions } from '@lutai/db';
import type { HeldVersion } from '@lutai/law';
import { and, asc, eq, inArray, or } from 'drizzle-orm';

export type LawVersions = { title: string; versions: HeldVersion[] };
export type ArticleKey = { lawId: string; versionId: string; article: string };

/** The versions of laws whose texts are held, and articles of any of them. */
export type LawHistory = {
  versions(lawIds: readonly string[]): Promise<Map<string, LawVersions>>;
  /** Texts by `articleKey`; what is not held is not in the map. */
  articles(wanted: readonly ArticleKey[]): Promise<Map<string, string>>;
};

export const articleKey = ({ versionId, article }: Omit<ArticleKey, 'lawId'>) => `${versionId}|${article}`;

export function createLawHistory({ db }: { db: Database }): LawHistory {
  return {
    async versions(lawIds) {
      const found = new Map<string, LawVersions>();
      if (lawIds.length === 0) return found;
      const rows = await db
        .select({ version: lawVersions, title: laws.title })
        .from(lawVersions)
        .innerJoin(laws, eq(laws.id, lawVersions.lawId))
        .where(inArray(laws.id, [...lawIds]))
        .orderBy(asc(lawVersions.effectiveFrom), asc(lawVersions.promulgatedOn), asc(lawVersions.id));
      for (const { version, title } of rows) {
        const { id, lawId, promulgatedOn, effectiveFrom, effectiveTo } = version;
        const law = found.get(lawId) ?? { title, versions: [] };
        law.versions.push({ versionId: id, promulgatedOn, effectiveFrom, effectiveTo });
        found.set(lawId, law);
      }
      return found;
    },
    async articles(wanted) {
      if (wanted.length === 0) return new Map();
      const { versionId, lawId, article, text } = provisions;
      const each = wanted.map((key) =>
        and(eq(lawId, key.lawId), eq(article, key.article), eq(versionId, key.versionId)),
      );
      const rows = await db
        .select({ versionId, article, text })
        .from(provisions)
        .where(or(...each));
      return new Map(rows.map((row) => [articleKey(row), row.text]));
    },
  };
}
