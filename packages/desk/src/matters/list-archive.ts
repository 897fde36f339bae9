import type { MatterSummary } from '@lutai/contracts';
import { type Database, matters, messages } from '@lutai/db';
import { and, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { selectMatters } from './select-matters.ts';

export type ListArchiveDeps = { db: Database; now: () => Date };
export type ListArchiveInput = {
  actor: Actor;
  /** Words, apart by spaces; all of them must occur in the number, the subject or the messages. */
  q?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

/** Closed matters, the last archived first; a client finds its own only. */
export async function listArchive(
  deps: ListArchiveDeps,
  input: ListArchiveInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  const { actor, q = '', page, pageSize } = input;
  const words = q.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 10);
  const where = and(
    eq(matters.status, 'archived'),
    actor.role === 'client' ? eq(matters.clientId, actor.id) : undefined,
    ...words.map(occurs),
  );
  const orderBy = [desc(matters.archivedAt), desc(matters.id)];
  return selectMatters(deps.db, { actor, where, orderBy, page, pageSize, now: deps.now() });
}

function occurs(word: string): SQL | undefined {
  const pattern = `%${word.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
  const inMessage = sql`exists (select 1 from ${messages} where ${messages.matterId} = ${matters.id} and ${messages.text} ilike ${pattern})`;
  return or(ilike(matters.number, pattern), ilike(matters.subject, pattern), inMessage);
}
