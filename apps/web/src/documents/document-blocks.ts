import type { DocumentDetail, MatterDetail, User } from '@lutai/contracts';
import { type LevelReason, maySign, needsHigherLevel } from '../session/may-sign.ts';

/** What stands between a document and its approval, said beforehand; the server decides. */
export type DocumentBlock =
  | { code: 'closed' | 'role' | 'unclaimed' | 'unsaved' }
  | { code: 'other'; name: string }
  | { code: 'level'; reason: LevelReason; why: string }
  | { code: 'obstacle'; text: string };

type Holder = Pick<MatterDetail, 'matter' | 'draft'>;
type Me = Pick<User, 'id' | 'role' | 'level'>;

/** Whether this person may change it now: it is open, the matter theirs. */
export function mayEdit({ matter }: Holder, document: Pick<DocumentDetail, 'status'>, me: Me): boolean {
  return document.status === 'open' && matter.status !== 'archived' && maySign(me.role) && matter.assigneeId === me.id;
}

export function documentBlocks(
  { matter, draft }: Holder,
  document: Pick<DocumentDetail, 'obstacles'>,
  me: Me,
  dirty: boolean,
): DocumentBlock[] {
  if (matter.status === 'archived') return [{ code: 'closed' }];
  if (!maySign(me.role)) return [{ code: 'role' }];
  const blocks: DocumentBlock[] = [];
  if (matter.assigneeId === null) blocks.push({ code: 'unclaimed' });
  else if (matter.assigneeId !== me.id) blocks.push({ code: 'other', name: matter.assigneeName ?? '' });
  const risk = draft?.risk ?? null;
  const reason = needsHigherLevel(me, matter, risk);
  if (reason !== null)
    blocks.push({ code: 'level', reason, why: risk?.reasons.map(({ why }) => why).join('；') ?? '' });
  if (dirty) blocks.push({ code: 'unsaved' });
  return [...blocks, ...document.obstacles.map((text) => ({ code: 'obstacle' as const, text }))];
}
