import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { IngestReport } from '@lutai/contracts';
import type { Work } from '../work.ts';
import { type IngestDeps, ingestFiles } from './ingest-files.ts';

/**
 * Reads the starter corpus (`laws` and `cases` below `folder`). It may be run at every start: what has not changed costs
 * a look at its hash, and its excerpts of laws never take anything from full texts.
 */
export async function loadStarterCorpus(
  deps: IngestDeps,
  { folder }: { folder: string },
  work: Work = {},
): Promise<{ laws: IngestReport | null; cases: IngestReport | null }> {
  const read = async (kind: 'laws' | 'cases') => {
    const below = path.join(folder, kind);
    const found = await stat(below).catch(() => null);
    return found?.isDirectory() ? ingestFiles(deps, { paths: [below], kind, origin: 'starter' }, work) : null;
  };
  return { laws: await read('laws'), cases: await read('cases') };
}
