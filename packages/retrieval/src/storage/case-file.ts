import { readFile } from 'node:fs/promises';
import { caseText, type RememberedCase } from '../memory/case-memory.ts';
import type { CaseRecord } from '../types.ts';
import { replaceFile } from './index-folder.ts';

interface StoredCase extends CaseRecord {
  /** Float32, base64. */
  vector: string;
}

export async function writeCases(file: string, cases: Iterable<RememberedCase>): Promise<void> {
  const stored = Array.from(cases, ({ record, vector }): StoredCase => {
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    return { ...record, vector: bytes.toString('base64') };
  });
  await replaceFile(file, JSON.stringify(stored));
}

/** The saved cases, and the vectors of their texts so that none is embedded twice. */
export async function readCases(file: string) {
  // Written by writeCases alone, and replaced whole.
  const stored = JSON.parse(await readFile(file, 'utf8')) as StoredCase[];
  const vectors = new Map<string, Float32Array>();
  const records = stored.map(({ vector, ...record }): CaseRecord => {
    const bytes = Uint8Array.from(Buffer.from(vector, 'base64'));
    vectors.set(caseText(record), new Float32Array(bytes.buffer));
    return record;
  });
  return { records, vectors };
}
