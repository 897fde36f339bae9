import { answeredCases, corpusState, type Database, laws, lawVersions, provisions, type Transaction } from '@lutai/db';
import { inForce, normaliseTitle } from '@lutai/law';
import type { CaseRecord, ProvisionRecord } from '@lutai/retrieval';
import { asc, eq } from 'drizzle-orm';
import { inList } from '../in-list.ts';

/** Every provision of every version, in a fixed order, and the corpus version that they are of. */
export async function readProvisions(db: Database): Promise<{ corpusVersion: string; provisions: ProvisionRecord[] }> {
  return db.transaction(
    async (tx) => {
      const corpusVersion = await readCorpusVersion(tx);
      const records = await tx
        .select({
          provisionId: provisions.id,
          lawId: provisions.lawId,
          versionId: provisions.versionId,
          law: laws.title,
          article: provisions.article,
          path: provisions.path,
          level: laws.level,
          effectiveFrom: lawVersions.effectiveFrom,
          effectiveTo: lawVersions.effectiveTo,
          text: provisions.text,
        })
        .from(provisions)
        .innerJoin(lawVersions, eq(lawVersions.id, provisions.versionId))
        .innerJoin(laws, eq(laws.id, provisions.lawId))
        .orderBy(asc(provisions.versionId), asc(provisions.ordinal), asc(provisions.id));
      return { corpusVersion, provisions: records };
    },
    { isolationLevel: 'repeatable read' },
  );
}

/** Counts the changes of laws; what is made from them is keyed by it. */
export async function readCorpusVersion(db: Database | Transaction): Promise<string> {
  const [state] = await db.select({ version: corpusState.version }).from(corpusState);
  return String(state?.version ?? 0);
}

export type StoredCase = CaseRecord & { contentHash: string };

/** The answered cases that may be searched, or those of them with the ids, with the provisions that they cite. */
export async function readCases(
  db: Database,
  about: { today: string; ids?: readonly string[] },
): Promise<StoredCase[]> {
  const active = eq(answeredCases.status, 'active');
  const found = await db
    .select()
    .from(answeredCases)
    .where(about.ids ? inList(answeredCases.id, about.ids) : active)
    .orderBy(asc(answeredCases.id));
  const cited = await citedProvisions(db, new Set(found.flatMap(({ citations }) => citations)), about.today);
  return found
    .filter(({ status }) => status === 'active')
    .map(({ id, title, question, answer, citations, contentHash }) => ({
      caseId: id,
      title,
      question,
      answer,
      citations,
      contentHash,
      provisionIds: [...new Set(citations.flatMap((citation) => cited.get(citation) ?? []))],
    }));
}

/** Canonical citation → the provision that it names today, else that of the law's last version which has the article. */
async function citedProvisions(db: Database, citations: ReadonlySet<string>, today: string) {
  const wanted = [...citations].flatMap((citation) => {
    const [, title, article] = /^《(.+)》(第[^第款项]+条(?:之[一二三四五六七八九十]+)?)/.exec(citation) ?? [];
    return title && article ? [{ citation, titleKey: normaliseTitle(title), article }] : [];
  });
  const found = await db
    .select({
      id: provisions.id,
      titleKey: laws.titleKey,
      article: provisions.article,
      effectiveFrom: lawVersions.effectiveFrom,
      effectiveTo: lawVersions.effectiveTo,
    })
    .from(provisions)
    .innerJoin(laws, eq(laws.id, provisions.lawId))
    .innerJoin(lawVersions, eq(lawVersions.id, provisions.versionId))
    .where(inList(laws.titleKey, new Set(wanted.map(({ titleKey }) => titleKey))))
    .orderBy(asc(lawVersions.effectiveFrom), asc(provisions.ordinal));
  const byArticle = new Map<string, typeof found>();
  for (const row of found) {
    const key = `${row.titleKey}|${row.article}`;
    byArticle.set(key, [...(byArticle.get(key) ?? []), row]);
  }
  return new Map(
    wanted.flatMap(({ citation, titleKey, article }) => {
      const rows = byArticle.get(`${titleKey}|${article}`) ?? [];
      const chosen = rows.find((row) => inForce(row, today)) ?? rows.at(-1);
      return chosen ? [[citation, [chosen.id]] as const] : [];
    }),
  );
}
