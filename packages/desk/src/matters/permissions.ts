import type { Complexity, Risk, Urgency } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';

/** Those who read the whole desk. */
export const isDeskReader = (actor: Actor): boolean => ['agent', 'supervisor', 'admin'].includes(actor.role);

export function requireDeskReader(actor: Actor): void {
  if (!isDeskReader(actor)) throw new DeskError('forbidden', '只有客服、主管和管理员可以使用工作台。');
}

/** Those who write and sign what goes out. */
export function requireDrafter(actor: Actor): void {
  if (actor.role !== 'agent' && actor.role !== 'supervisor') {
    throw new DeskError('forbidden', '只有客服和主管可以处理事项；请使用客服账号登录。');
  }
}

/** A client reads its own matters; who keeps the answered cases reads what has been answered; the desk reads all. */
export function mayReadMatter(actor: Actor, matter: { clientId: string; status: string }): boolean {
  if (actor.role === 'client') return matter.clientId === actor.id;
  if (actor.role === 'knowledge-manager') return ['answered', 'archived'].includes(matter.status);
  return isDeskReader(actor);
}

/**
 * What a level may approve alone; a supervisor may approve everything. `risk` is null for what was drafted before there
 * was any. Throws `forbidden` with the reason and what to do.
 */
export function requireLevelFor(
  actor: Actor,
  matter: { complexity: Complexity | null; urgency: Urgency | null },
  risk: Risk | null,
): void {
  if (actor.role === 'supervisor') return;
  const level = actor.level ?? 'junior';
  // What was never triaged is taken for the hardest.
  const complexity = matter.complexity ?? 'complex';
  const urgency = matter.urgency ?? 'critical';
  if (level === 'senior' || level === 'specialist') return;
  if (risk?.level === 'high') {
    throw new DeskError(
      'forbidden',
      `这份草稿被评为“高风险”${why(risk)}，须由高级或专业客服、或主管核准。请转交后再核准。`,
    );
  }
  if (complexity === 'complex') {
    throw new DeskError('forbidden', '本事项被评为“复杂”，须由高级或专业客服、或主管核准。请转交后再核准。');
  }
  if (level === 'intermediate') return;
  if (risk?.level === 'medium') {
    throw new DeskError(
      'forbidden',
      `这份草稿被评为“中风险”${why(risk)}，初级客服不能单独核准。请转交中级以上客服或主管。`,
    );
  }
  if (complexity === 'moderate') {
    throw new DeskError('forbidden', '本事项被评为“中等”，初级客服不能单独核准。请转交中级以上客服或主管。');
  }
  if (urgency === 'critical') {
    throw new DeskError('forbidden', '本事项“特别紧急”，初级客服不能单独核准。请转交中级以上客服或主管。');
  }
}

/** The reasons that made the level, in brackets. */
function why({ level, reasons }: Risk): string {
  const telling = reasons.filter((reason) => reason.level === level).map((reason) => reason.why);
  return telling.length === 0 ? '' : `（${telling.join('；')}）`;
}
