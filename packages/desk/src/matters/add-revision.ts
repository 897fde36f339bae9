import type { Citation, Claim } from '@lutai/contracts';
import { revisions, type Transaction } from '@lutai/db';
import { contentHashOf } from './content-hash.ts';
import type { ReplyAddress, RevisionRow } from './matter-rows.ts';

export type AddRevisionInput = {
  id: string;
  draftId: string;
  number: number;
  text: string;
  claims: Claim[];
  citations: Citation[];
  attachments: unknown;
  address: ReplyAddress;
  authorId: string | null;
  at: Date;
};

/** Stores one immutable text of a draft under the hash that an approval of it will sign. */
export async function addRevision(tx: Transaction, input: AddRevisionInput): Promise<RevisionRow> {
  const { address, at, ...content } = input;
  const contentHash = contentHashOf({ ...content, ...address });
  const [row] = await tx
    .insert(revisions)
    .values({ ...content, contentHash, createdAt: at })
    .returning();
  if (!row) throw new Error('revision was not stored');
  return row;
}
