import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';

/** Those who keep the law current. */
export function requireCorpusKeeper(actor: Actor): void {
  if (actor.role !== 'knowledge-manager' && actor.role !== 'admin') {
    throw new DeskError('forbidden', '只有知识管理员和管理员可以处理法规变动；如需要，请联系管理员。');
  }
}
