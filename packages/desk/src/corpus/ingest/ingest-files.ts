import type { IngestReport } from '@lutai/contracts';
import { answeredCases, type Database, lawSources } from '@lutai/db';
import { inList } from '../in-list.ts';
import { createReporter, type Work } from '../work.ts';
import { collectFiles, type IngestSource } from './collect-files.ts';
import type { ReadDocument } from './corpus-file.ts';
import { countIngested } from './count-ingested.ts';
import { type HashedFile, hashFiles } from './hash-files.ts';
import { ingestCases } from './ingest-cases.ts';
import { ingestLaws } from './ingest-laws.ts';
import type { CaseOrigin } from './store-case.ts';

export type IngestDeps = { db: Database; readDocument: ReadDocument; now: () => Date };
export type IngestInput = IngestSource & { kind: 'laws' | 'cases'; origin?: CaseOrigin };

/** What happened to the files, in the order in which it was found out. */
export type IngestNotes = Pick<IngestReport, 'skipped' | 'warnings'> & { unchanged: number };

/**
 * Reads files and folders into the corpus. Files whose content is already there are passed over; every other file is
 * stored whole or not at all, so that the run can be killed at any moment and run again. A bad file is named with its
 * reason and the others go in. Throws the signal's reason when it is aborted.
 */
export async function ingestFiles(deps: IngestDeps, input: IngestInput, work: Work = {}): Promise<IngestReport> {
  const startedAt = performance.now();
  const report = createReporter(work);
  const { files, skipped } = await collectFiles(input);
  const read = await hashFiles(files, (done) => {
    report('核对文件', done, files.length);
    work.signal?.throwIfAborted();
  });
  report('核对文件', files.length, files.length);
  const hashes = read.hashed.map(({ contentHash }) => contentHash);
  const known = await knownHashes(deps.db, input.kind, hashes);
  const notes: IngestNotes = { skipped: [...skipped, ...read.skipped], warnings: [], unchanged: 0 };
  const fresh = onceEach(read.hashed, notes).filter(({ contentHash }) => !known.has(contentHash));
  notes.unchanged = read.hashed.length - fresh.length;
  const run = { fresh, inThisRun: new Set(hashes), notes, report };
  if (input.kind === 'laws') await ingestLaws(deps, run, work.signal);
  else await ingestCases(deps, { ...run, origin: input.origin ?? 'ingested' }, work.signal);
  const counts = await countIngested(deps.db, input.kind, hashes);
  return { ...counts, ...notes, seconds: Math.round(performance.now() - startedAt) / 1000 };
}

export type IngestRun = {
  fresh: readonly HashedFile[];
  inThisRun: ReadonlySet<string>;
  notes: IngestNotes;
  report: (phase: string, done: number, total: number) => void;
};

async function knownHashes(db: Database, kind: 'laws' | 'cases', hashes: readonly string[]): Promise<Set<string>> {
  const table = kind === 'laws' ? lawSources : answeredCases;
  const known = await db
    .select({ contentHash: table.contentHash })
    .from(table)
    .where(inList(table.contentHash, hashes));
  return new Set(known.map(({ contentHash }) => contentHash));
}

/** Of files that are equal byte by byte and by name, the first. */
function onceEach(hashed: readonly HashedFile[], notes: IngestNotes): HashedFile[] {
  const first = new Map<string, HashedFile>();
  for (const file of hashed) {
    const same = first.get(file.contentHash);
    if (same) notes.warnings.push({ file: file.shown, message: `与「${same.shown}」逐字节相同，未重复收录` });
    else first.set(file.contentHash, file);
  }
  return [...first.values()];
}
