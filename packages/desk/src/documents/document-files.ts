import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { attachmentSchema } from '@lutai/contracts';
import { type Database, documentFiles, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { z } from 'zod';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file under the hash of its bytes, which it gives; the same file is kept once. */
export async function storeFile(tx: Transaction, bytes: Uint8Array, at: Date): Promise<string> {
  const sha256 = sha256Of(bytes);
  await tx.insert(documentFiles).values({ sha256, bytes, size: bytes.length, createdAt: at }).onConflictDoNothing();
  // The embedded database works in this process: after a large file others have their turn.
  await turn();
  return sha256;
}

/** The stored bytes, hashed again; null where there are none or they are no longer what they were. */
export async function readFile(db: Database | Transaction, sha256: string): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ bytes: documentFiles.bytes })
    .from(documentFiles)
    .where(eq(documentFiles.sha256, sha256));
  return row && sha256Of(row.bytes) === sha256 ? row.bytes : null;
}

/** Whether every attachment of a revision is there as it was signed. */
export async function areAttachmentsIntact(tx: Transaction, attachments: unknown): Promise<boolean> {
  for (const { sha256 } of z.array(attachmentSchema).parse(attachments)) {
    if ((await readFile(tx, sha256)) === null) return false;
  }
  return true;
}
