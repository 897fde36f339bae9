import type { PublicationPreview } from '@lutai/contracts';
import { approvals, type Database, drafts, messages, users } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { anonymise } from './anonymise.ts';
import { type MatterRow, matterNotFound, readMatter } from './matter-rows.ts';
import { mayReadMatter } from './permissions.ts';

export type PreviewPublicationDeps = { db: Database };
export type PreviewPublicationInput = { actor: Actor; matterId: string };

/** The question and the delivered answer of a matter, anonymised, for a person to edit and publish. */
export async function previewPublication(
  deps: PreviewPublicationDeps,
  input: PreviewPublicationInput,
): Promise<PublicationPreview> {
  const { actor, matterId } = input;
  const { question, answer, names } = await readPublishable(deps.db, { actor, matterId });
  const anonymousQuestion = anonymise(question, { names });
  const anonymousAnswer = anonymise(answer, { names });
  const replaced = new Map<string, number>();
  for (const { kind, count } of [...anonymousQuestion.replaced, ...anonymousAnswer.replaced]) {
    replaced.set(kind, (replaced.get(kind) ?? 0) + count);
  }
  return {
    title: titleOf(anonymousQuestion.text),
    question: anonymousQuestion.text,
    answer: anonymousAnswer.text,
    replaced: [...replaced].map(([kind, count]) => ({ kind, count })),
  };
}

export type Publishable = {
  matter: MatterRow;
  question: string;
  answer: string;
  /** Names that must not appear: the client's account name. */
  names: string[];
};

/** What may become an answered case: all that the client asked and the last answer that was delivered. */
export async function readPublishable(
  db: Database,
  { actor, matterId }: { actor: Actor; matterId: string },
): Promise<Publishable> {
  requirePublisher(actor);
  const matter = await readMatter(db, matterId);
  if (!mayReadMatter(actor, matter)) throw matterNotFound();
  if (matter.status !== 'answered' && matter.status !== 'archived') {
    throw new DeskError('not-ready', '只有已答复或已归档的事项可以发布为案例。请先把答复送达客户。');
  }
  const said = await db
    .select({ direction: messages.direction, text: messages.text, kind: drafts.kind })
    .from(messages)
    .leftJoin(approvals, eq(approvals.id, messages.approvalId))
    .leftJoin(drafts, eq(drafts.id, approvals.draftId))
    .where(eq(messages.matterId, matterId))
    .orderBy(asc(messages.number));
  const asked = said.filter(({ direction }) => direction === 'inbound').map(({ text }) => text);
  const answer = said.findLast(({ kind }) => kind === 'answer')?.text ?? '';
  const [client] = await db.select({ name: users.name }).from(users).where(eq(users.id, matter.clientId));
  return { matter, question: asked.join('\n\n'), answer, names: client ? [client.name] : [] };
}

function requirePublisher(actor: Actor): void {
  const isSenior = actor.level === 'senior' || actor.level === 'specialist';
  if (actor.role === 'supervisor' || actor.role === 'knowledge-manager' || (actor.role === 'agent' && isSenior)) return;
  throw new DeskError('forbidden', '发布案例须由高级以上客服、知识管理员或主管进行。请转交给他们。');
}

/** The first sentence, at most 60 characters. */
function titleOf(question: string): string {
  const sentence = (question.split(/[。！？!?\n]/).find((part) => part.trim() !== '') ?? question).trim();
  const characters = [...sentence];
  return characters.length <= 60 ? sentence : `${characters.slice(0, 59).join('')}…`;
}
