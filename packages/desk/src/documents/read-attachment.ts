import { attachmentSchema } from '@lutai/contracts';
import { approvals, type Database, messages, revisions } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { readMatter } from '../matters/matter-rows.ts';
import { mayReadMatter } from '../matters/permissions.ts';
import { readFile } from './document-files.ts';
import type { ExportedFile } from './export-document.ts';

export type ReadAttachmentDeps = { db: Database; now: () => Date };
export type ReadAttachmentInput = { actor: Actor; messageId: string; sha256: string };

/** A file that came with a delivered message, for whoever may read its matter; everything else is `not-found`. */
export async function readAttachment(
  { db, now }: ReadAttachmentDeps,
  { actor, messageId, sha256 }: ReadAttachmentInput,
): Promise<ExportedFile> {
  const [found] = await db
    .select({ matterId: messages.matterId, attachments: revisions.attachments })
    .from(messages)
    .innerJoin(approvals, eq(approvals.id, messages.approvalId))
    .innerJoin(revisions, eq(revisions.id, approvals.revisionId))
    .where(eq(messages.id, messageId));
  const attached = z
    .array(attachmentSchema)
    .parse(found?.attachments ?? [])
    .find((attachment) => attachment.sha256 === sha256);
  if (!found || !attached || !mayReadMatter(actor, await readMatter(db, found.matterId))) throw attachmentNotFound();
  const bytes = await readFile(db, sha256);
  if (bytes === null) throw new DeskError('unavailable', '附件与送达时不一致，不能下载。请联系客服。');
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ at: now(), actor, action: 'document.exported', subjectType: 'message', subjectId: messageId },
      ...{ matterId: found.matterId, details: { sha256 } },
    }),
  );
  return { name: attached.name, bytes };
}

const attachmentNotFound = () => new DeskError('not-found', '没有这个附件，或者您无权查看它。');
