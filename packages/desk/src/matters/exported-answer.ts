import { approvals, revisions, type Transaction, users } from '@lutai/db';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { RevisionRow } from './matter-rows.ts';

/** An answer as it goes into a file. `revisionId` and `contentHash` are those of exactly this text. */
export type ExportedAnswer = {
  number: string;
  subject: string;
  text: string;
  /** Whether the draft began as the work of a drafter, with or without a language model. */
  madeByAi: boolean;
  revisionId: string;
  contentHash: string;
  writtenAt: Date;
  /** Who signed exactly this text; null while nobody has. */
  approval: { by: string; at: Date } | null;
};

type Exported = { matter: { number: string; subject: string }; revision: RevisionRow };

export async function exportedAnswer(tx: Transaction, { matter, revision }: Exported): Promise<ExportedAnswer> {
  const [approval] = await tx
    .select({ by: users.name, at: approvals.approvedAt })
    .from(approvals)
    .innerJoin(users, eq(users.id, approvals.approvedBy))
    .where(and(eq(approvals.revisionId, revision.id), isNull(approvals.voidedAt)));
  return {
    number: matter.number,
    subject: matter.subject,
    text: revision.text,
    madeByAi: await beganAsDraft(tx, revision.draftId),
    revisionId: revision.id,
    contentHash: revision.contentHash,
    writtenAt: revision.createdAt,
    approval: approval ?? null,
  };
}

/** A draft that failed leaves an empty text behind, which a person then writes alone. */
async function beganAsDraft(tx: Transaction, draftId: string): Promise<boolean> {
  const [first] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.draftId, draftId), isNull(revisions.authorId), ne(revisions.text, '')))
    .limit(1);
  return first !== undefined;
}
