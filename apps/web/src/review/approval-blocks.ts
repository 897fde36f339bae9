import type { MatterDetail, Risk, User } from '@lutai/contracts';
import { type LevelReason, maySign, needsHigherLevel } from '../session/may-sign.ts';

/** What stands between a draft and its approval. The server decides; this says beforehand what it would refuse. */
export type Block =
  | { code: 'no-draft' | 'drafting' | 'draft-failed' | 'void' | 'approved' | 'closed' }
  | { code: 'not-drafter' | 'unclaimed' | 'unsaved' | 'placeholder' }
  | { code: 'claimed-by-other'; name: string }
  | { code: 'level'; reason: LevelReason; why: string }
  | { code: 'citations'; count: number };

/** Where a text still asks the agent to write something (「【请承办人在此写明结论】」), as offsets; null where it does not. */
export function findPlaceholder(text: string): [number, number] | null {
  const found = /【请承办人[^】\n]*】/.exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
}

export function approvalBlocks(
  { matter, draft }: MatterDetail,
  me: Pick<User, 'id' | 'role' | 'level'>,
  dirty: boolean,
): Block[] {
  if (matter.status === 'archived') return [{ code: 'closed' }];
  if (!maySign(me.role)) return [{ code: 'not-drafter' }];
  if (draft === null) return [{ code: 'no-draft' }];
  if (draft.status === 'drafting') return [{ code: 'drafting' }];
  if (draft.status === 'failed') return [{ code: 'draft-failed' }];
  if (draft.status === 'void') return [{ code: 'void' }];
  if (draft.status === 'approved') return [{ code: 'approved' }];
  if (draft.revision === null) return [{ code: 'no-draft' }];
  const blocks: Block[] = [];
  if (matter.assigneeId === null) blocks.push({ code: 'unclaimed' });
  else if (matter.assigneeId !== me.id) blocks.push({ code: 'claimed-by-other', name: matter.assigneeName ?? '' });
  const reason = needsHigherLevel(me, matter, draft.risk);
  if (reason !== null) blocks.push({ code: 'level', reason, why: tellingReasons(draft.risk) });
  if (dirty) blocks.push({ code: 'unsaved' });
  if (findPlaceholder(draft.revision.text) !== null) blocks.push({ code: 'placeholder' });
  const count = draft.findings.filter(({ open }) => open).length;
  if (count > 0) blocks.push({ code: 'citations', count });
  return blocks;
}

/** The reasons that made the risk what it is. */
function tellingReasons(risk: Risk | null): string {
  if (risk === null) return '';
  return risk.reasons
    .filter(({ level }) => level === risk.level)
    .map(({ why }) => why)
    .join('；');
}
