import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CiteCheckResponse } from '@lutai/contracts';
import { openDatabase } from '@lutai/db';
import { checkText, createLawDirectory, ingestFiles } from '@lutai/desk';
import { readDocument } from '@lutai/documents';
import { EvaluationInputError } from '../input-error.ts';

export type CiteCheck = (input: { text: string; asOf: string }) => Promise<CiteCheckResponse>;

export interface LawsUnderCheck {
  signal?: AbortSignal;
  onProgress?: (step: { phase: string; done: number; total: number }) => void;
}

/** Does `work` with the desk's check of citations over a folder of law files, in a database that is gone afterwards. */
export async function checkOverLaws<Result>(
  folder: string,
  { signal, onProgress }: LawsUnderCheck,
  work: (check: CiteCheck) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lutai-citations-'));
  try {
    const { db, close } = await openDatabase({ dataDir });
    try {
      const now = () => new Date();
      const { provisions } = await ingestFiles(
        { db, readDocument, now },
        { kind: 'laws', paths: [folder] },
        { signal, onProgress },
      );
      if (provisions === 0) throw new EvaluationInputError(`${folder} 里没有能读出条文的法规文件。`);
      const lawDirectory = createLawDirectory({ db });
      return await work((input) => checkText({ db, lawDirectory, now }, input));
    } finally {
      await close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
