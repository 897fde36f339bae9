import { corpusState, lawSources, laws, lawVersions, provisions, type Transaction } from '@lutai/db';
import { lawIdOf } from '@lutai/law';
import { eq, inArray, sql } from 'drizzle-orm';
import { arrangeLaws } from './arrange-laws.ts';
import { type LawRows, lawRows } from './law-rows.ts';
import { planLaw } from './plan-law.ts';
import type { PreparedLaw } from './read-law-file.ts';
import { readStanding, versionOf } from './standing-laws.ts';

export type StoredLaw = { kind: 'stored' | 'same-text' | 'refused'; warnings: string[]; reason: string };

/** Rows a statement: with ten columns well below PostgreSQL's 65,535 parameters. */
const rowsAtOnce = 1000;

/** Stores files of different laws in the caller's transaction and raises the corpus version, if anything changed. */
export async function storeLaws(
  tx: Transaction,
  batch: readonly PreparedLaw[],
  about: { inThisRun: ReadonlySet<string>; now: Date },
): Promise<StoredLaw[]> {
  // One writer of the corpus at a time; the row is also what every change raises.
  await tx.select().from(corpusState).for('update');
  const standing = await readStanding(
    tx,
    batch.map(({ law }) => lawIdOf(law.titleKey)),
  );
  const written: LawRows[] = [];
  const removeSources: string[] = [];
  const removeProvisions: string[] = [];
  const ended = new Set<string>();
  const outcomes = batch.map((prepared): StoredLaw => {
    const lawId = lawIdOf(prepared.law.titleKey);
    const { versionId, existing } = versionOf(prepared, lawId, standing);
    const plan = planLaw(prepared, versionId, existing?.sources ?? [], about.inThisRun);
    if (plan.kind === 'refused') return { kind: 'refused', warnings: [], reason: plan.reason };
    if (plan.kind === 'same-text') {
      return { kind: 'same-text', warnings: [`与「${plan.file}」是同一文本，条文逐字相同，未重复收录`], reason: '' };
    }
    written.push(lawRows(prepared, plan, { versionId, existing, standing, now: about.now }));
    removeSources.push(...plan.removeSources.map(({ id }) => id));
    removeProvisions.push(...plan.removeProvisions);
    for (const source of [prepared, ...plan.removeSources]) for (const key of source.supersedes) ended.add(key);
    return { kind: 'stored', warnings: plan.warning ? [plan.warning] : [], reason: '' };
  });
  if (written.length === 0) return outcomes;
  await writeRows(tx, written, removeSources, removeProvisions);
  await arrangeLaws(
    tx,
    written.map(({ law }) => law.id),
    [...ended],
  );
  await tx.update(corpusState).set({ version: sql`${corpusState.version} + 1`, updatedAt: about.now });
  return outcomes;
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

/** New sources come before the provisions that move to them, old sources go after the provisions have moved away. */
async function writeRows(tx: Transaction, written: LawRows[], removeSources: string[], removeProvisions: string[]) {
  for (const { law, version } of written) {
    const { id: _law, createdAt: _since, ...lawChange } = law;
    await tx.insert(laws).values(law).onConflictDoUpdate({ target: laws.id, set: lawChange });
    const { id: _version, createdAt: _from, ...versionChange } = version;
    await tx.insert(lawVersions).values(version).onConflictDoUpdate({ target: lawVersions.id, set: versionChange });
  }
  await tx.insert(lawSources).values(written.map(({ source }) => source));
  for (const part of chunks(removeProvisions)) await tx.delete(provisions).where(inArray(provisions.id, part));
  for (const part of chunks(written.flatMap((rows) => rows.provisions))) {
    await tx
      .insert(provisions)
      .values(part)
      .onConflictDoUpdate({
        target: provisions.id,
        set: {
          sourceId: excluded('source_id'),
          ordinal: excluded('ordinal'),
          kind: excluded('kind'),
          article: excluded('article'),
          path: excluded('path'),
          text: excluded('text'),
          paragraphs: excluded('paragraphs'),
        },
      });
  }
  for (const id of removeSources) await tx.delete(lawSources).where(eq(lawSources.id, id));
}

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce);
}
