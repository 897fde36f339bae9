import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Database, jobs } from '@lutai/db';
import { and, eq, inArray } from 'drizzle-orm';
import { spoolFolder } from './spool-uploads.ts';

const hour = 60 * 60 * 1000;

/**
 * Removes uploads that no unfinished job needs any more. Not at the end of their job: a crash before the job is marked
 * as done runs it again. An upload of this hour may still be without its job and stays.
 */
export async function sweepSpool(deps: { db: Database; dataFolder: string; now: () => Date }): Promise<void> {
  const spool = spoolFolder(deps.dataFolder);
  const unfinished = await deps.db
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.kind, 'ingest'), inArray(jobs.state, ['queued', 'running'])));
  const needed = new Set(unfinished.flatMap(({ payload }) => (Array.isArray(payload.paths) ? payload.paths : [])));
  for (const name of await readdir(spool).catch(() => [])) {
    const folder = path.join(spool, name);
    const age = deps.now().getTime() - ((await stat(folder).catch(() => null))?.mtimeMs ?? 0);
    if (age > hour && !needed.has(folder)) await rm(folder, { recursive: true, force: true });
  }
}
