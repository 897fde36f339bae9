import type { Database } from '@lutai/db';
import { DrizzleQueryError } from 'drizzle-orm';
import { isDataError } from './data-error.ts';
import type { IngestDeps, IngestNotes, IngestRun } from './ingest-files.ts';
import { type PreparedLaw, readLawFile } from './read-law-file.ts';
import { type StoredLaw, storeLaws } from './store-laws.ts';

/** Some 20 files: large enough to spare statements, small enough that a kill loses little work. */
const provisionsAtOnce = 1500;
const filesAtOnce = 50;

/** Reads law files one by one and stores them in batches, a transaction each; a law stands once in a batch. */
export async function ingestLaws(deps: IngestDeps, run: IngestRun, signal?: AbortSignal): Promise<void> {
  const { fresh, notes, report } = run;
  let batch: PreparedLaw[] = [];
  let provisions = 0;

  const store = async () => {
    const now = deps.now();
    const outcomes = batch.length === 0 ? [] : await storeBatch(deps.db, batch, { inThisRun: run.inThisRun, now });
    for (const [index, prepared] of batch.entries()) noteOutcome(notes, prepared, outcomes[index]);
    batch = [];
    provisions = 0;
  };

  for (const [index, file] of fresh.entries()) {
    report('读入法规', index, fresh.length);
    signal?.throwIfAborted();
    const prepared = await readLawFile(deps.readDocument, file).catch((cause: unknown) => {
      notes.skipped.push({ file: file.shown, reason: reasonOf(cause) });
      return null;
    });
    if (!prepared) continue;
    const { titleKey, provisions: read } = prepared.law;
    if (batch.some(({ law }) => law.titleKey === titleKey)) await store();
    batch.push(prepared);
    provisions += read.length;
    if (provisions >= provisionsAtOnce || batch.length >= filesAtOnce) await store();
  }
  await store();
  report('读入法规', fresh.length, fresh.length);
}

function noteOutcome(notes: IngestNotes, { shown, law }: PreparedLaw, outcome: StoredLaw | undefined): void {
  if (outcome === undefined || outcome.kind === 'refused') {
    notes.skipped.push({ file: shown, reason: outcome?.reason ?? '没有写入' });
    return;
  }
  if (outcome.kind === 'same-text') notes.unchanged += 1;
  const messages = outcome.kind === 'stored' ? [...law.warnings, ...outcome.warnings] : outcome.warnings;
  for (const message of messages) notes.warnings.push({ file: shown, message });
}

/** One transaction for all; where the database refuses the data of one file, one each, so that only that file stays out. */
async function storeBatch(
  db: Database,
  batch: readonly PreparedLaw[],
  about: { inThisRun: ReadonlySet<string>; now: Date },
): Promise<StoredLaw[]> {
  try {
    return await db.transaction((tx) => storeLaws(tx, batch, about));
  } catch (cause) {
    if (!isDataError(cause)) throw cause;
    if (batch.length === 1) return [{ kind: 'refused', warnings: [], reason: `无法写入数据库：${reasonOf(cause)}` }];
  }
  const outcomes: StoredLaw[] = [];
  for (const prepared of batch) outcomes.push(...(await storeBatch(db, [prepared], about)));
  return outcomes;
}

/** The innermost message: a query's own one repeats the whole statement. */
export function reasonOf(error: unknown): string {
  if (error instanceof DrizzleQueryError && error.cause) return reasonOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}
