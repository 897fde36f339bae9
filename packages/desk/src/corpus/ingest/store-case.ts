import { createHash } from 'node:crypto';
import path from 'node:path';
import { areas } from '@lutai/contracts';
import { answeredCases, corpusState, type Database } from '@lutai/db';
import { parseCase } from '@lutai/law';
import { eq, sql } from 'drizzle-orm';
import { isSameFile, type ReadDocument } from './corpus-file.ts';
import type { HashedFile } from './hash-files.ts';

export type StoreCaseDeps = { db: Database; readDocument: ReadDocument; now: () => Date };
export type CaseOrigin = 'starter' | 'ingested';

/** Reads one case and stores it; a newer state of the same file takes the place of the older and keeps its id. */
export async function storeCase(
  deps: StoreCaseDeps,
  hashed: HashedFile,
  about: { origin: CaseOrigin; inThisRun: ReadonlySet<string> },
): Promise<void> {
  const { text } = await deps.readDocument(await hashed.read(), { name: path.posix.basename(hashed.file) });
  const parsed = parseCase(text, { file: hashed.file });
  const { contentHash, file } = hashed;
  const { title, question, answer, citations } = parsed;
  const area = areas.find((known) => known === parsed.area) ?? null;
  await deps.db.transaction(async (tx) => {
    await tx.select().from(corpusState).for('update');
    const earlier = await tx.select().from(answeredCases).where(eq(answeredCases.origin, about.origin));
    // File names of uploads say little (`1.md`): a case takes the place of another only when its title is the same too.
    const isOlderState = (other: (typeof earlier)[number]) =>
      other.file !== null &&
      isSameFile(other.file, file) &&
      (file.includes('/') || other.title === title) &&
      !about.inThisRun.has(other.contentHash);
    const older = earlier.find(isOlderState);
    const change = { title, question, answer, area, citations, contentHash, file, origin: about.origin };
    if (older) await tx.update(answeredCases).set(change).where(eq(answeredCases.id, older.id));
    else await tx.insert(answeredCases).values({ id: caseIdOf(contentHash), ...change, createdAt: deps.now() });
    await tx.update(corpusState).set({ casesVersion: sql`${corpusState.casesVersion} + 1`, updatedAt: deps.now() });
  });
}

const caseIdOf = (contentHash: string) => createHash('sha256').update(`case|${contentHash}`).digest('hex').slice(0, 16);
