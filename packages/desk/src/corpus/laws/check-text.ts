import type { Citation, CiteCheckResponse } from '@lutai/contracts';
import { type Database, rows } from '@lutai/db';
import { articleLabel, type CatalogueProvision, checkCitations, parseArticleLabel } from '@lutai/law';
import { sql } from 'drizzle-orm';
import { chinaDay } from '../../drafting/china-day.ts';
import type { LawDirectory, LawNames } from './law-directory.ts';

export type CheckTextDeps = { db: Database; lawDirectory: LawDirectory; now: () => Date };
export type CheckTextInput = { text: string; asOf?: string | null | undefined };

/**
 * Checks every legal citation of a text against the corpus, as of a day (today by default). The checker itself says
 * which provisions it needs: it is run until it has asked for none that was not fetched, so that no rule of resolving
 * a citation is written twice, and none is missed. Two or three rounds do, of one query each.
 */
export async function checkText(deps: CheckTextDeps, input: CheckTextInput): Promise<CiteCheckResponse> {
  const asOf = input.asOf ?? chinaDay(deps.now());
  const names = await deps.lawDirectory.read();
  const known = new Map<string, CatalogueProvision | null>();
  for (;;) {
    const wanted = new Map<string, Wanted>();
    const provision = (versionId: string, label: string): CatalogueProvision | null => {
      const article = plainLabel(label);
      const key = `${versionId}|${article}`;
      const found = known.get(key);
      if (found === undefined) wanted.set(key, { versionId, article });
      return found ?? null;
    };
    const citations: Citation[] = checkCitations(input.text, { ...names.catalogue, provision }, { asOf });
    if (wanted.size === 0) {
      return { citations, unchecked: citations.filter(({ state }) => state === 'unchecked').length };
    }
    for (const key of wanted.keys()) known.set(key, null);
    for (const [key, found] of await fetchProvisions(deps.db, names, [...wanted.values()])) known.set(key, found);
  }
}

type Wanted = { versionId: string; article: string };

/** The label as the corpus writes it: 「第577条」 → 「第五百七十七条」. */
function plainLabel(label: string): string {
  const number = parseArticleLabel(label);
  return number ? articleLabel(number.number, number.suffix) : label;
}

async function fetchProvisions(db: Database, names: LawNames, wanted: readonly Wanted[]) {
  const asked = wanted.map(({ versionId, article }) => ({
    v: versionId,
    l: names.lawOfVersion.get(versionId) ?? '',
    a: article,
  }));
  const found = await rows<{ id: string; version: string; article: string; text: string }>(
    db,
    sql`select p.id as id, p.version_id as version, p.article as article, p.text as text
        from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as w(v text, l text, a text)
        join provisions p on p.law_id = w.l and p.article = w.a and p.version_id = w.v
        order by p.ordinal desc`,
  );
  // Of two provisions with one label the first is the law's own; a later one stands in an attachment.
  return new Map(
    found.map(({ id, version, article, text }) => [`${version}|${article}`, { provisionId: id, article, text }]),
  );
}
