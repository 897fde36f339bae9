import { type Draft, draftSchema, type Revision, revisionSchema } from '@lutai/contracts';
import { type Database, drafts, revisions, users } from '@lutai/db';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { readFindings } from './gate/read-findings.ts';
import { newestInbound, type RevisionRow } from './matter-rows.ts';

/** The standing draft that answers the matter's newest message, with all its revisions; null while there is none. */
export async function readCurrentDraft(db: Database, matterId: string): Promise<Draft | null> {
  const newest = await newestInbound(db, matterId);
  if (!newest) return null;
  const [draft] = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.matterId, matterId),
        eq(drafts.kind, 'answer'),
        eq(drafts.basedOnMessageId, newest.id),
        ne(drafts.status, 'void'),
      ),
    )
    .orderBy(desc(drafts.number))
    .limit(1);
  if (!draft) return null;
  const found = await db
    .select({ revision: revisions, authorName: users.name })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.authorId))
    .where(eq(revisions.draftId, draft.id))
    .orderBy(asc(revisions.number));
  const newestRevision = found.at(-1)?.revision;
  const all = found.map(({ revision, authorName }) => toRevision(revision, authorName));
  return draftSchema.parse({
    ...draft,
    createdAt: draft.createdAt.toISOString(),
    revision: all.at(-1) ?? null,
    revisions: all,
    findings: newestRevision ? await readFindings(db, newestRevision) : [],
  });
}

export function toRevision(row: RevisionRow, authorName: string | null): Revision {
  return revisionSchema.parse({ ...row, authorName, createdAt: row.createdAt.toISOString() });
}
