import { DrizzleQueryError } from 'drizzle-orm';
import { isDataError } from './data-error.ts';
import type { IngestDeps, IngestRun } from './ingest-files.ts';
import { reasonOf } from './ingest-laws.ts';
import { type CaseOrigin, storeCase } from './store-case.ts';

/** Reads case files, one transaction each. */
export async function ingestCases(
  deps: IngestDeps,
  run: IngestRun & { origin: CaseOrigin },
  signal?: AbortSignal,
): Promise<void> {
  const { fresh, notes, report, origin, inThisRun } = run;
  for (const [index, file] of fresh.entries()) {
    report('读入案例', index, fresh.length);
    signal?.throwIfAborted();
    try {
      await storeCase(deps, file, { origin, inThisRun });
    } catch (cause) {
      if (isDatabaseFailure(cause)) throw cause;
      notes.skipped.push({ file: file.shown, reason: reasonOf(cause) });
    }
  }
  report('读入案例', fresh.length, fresh.length);
}

/** A query that failed for another reason than its data: no later file would fare better. */
const isDatabaseFailure = (cause: unknown) => cause instanceof DrizzleQueryError && !isDataError(cause);
