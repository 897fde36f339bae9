import type { MatterDetail } from '@lutai/contracts';
import { levelSchema, roleSchema } from '@lutai/contracts';
import { matters, users } from '@lutai/db';
import { type Actor, type ApproveDraftDeps, approveDraft, DeskError, getMatter } from '@lutai/desk';
import { eq, or } from 'drizzle-orm';

export type ApproveAsInput = {
  /** Id or number of the matter. */
  matter: string;
  /** Account that signs. Who may use this machine's command line may create any account, so no password is asked. */
  email: string;
  /** The text that the approver has read; without it nothing is signed, and the matter is given to be read. */
  contentHash: string | null;
};

/** The approval of the command line: the same verb, in the name of an account, marked as such in the record. */
export async function approveAs(deps: ApproveDraftDeps, input: ApproveAsInput): Promise<MatterDetail> {
  const actor = await actAs(deps, input.email);
  const [found] = await deps.db
    .select({ id: matters.id })
    .from(matters)
    .where(or(eq(matters.id, input.matter), eq(matters.number, input.matter)));
  if (!found)
    throw new DeskError('not-found', `没有编号为“${input.matter}”的事项。编号见工作台的队列，例如 LT2026-000001。`);
  const detail = await getMatter(deps, { actor, matterId: found.id });
  if (input.contentHash === null) return detail;
  const { draft } = detail;
  if (!draft?.revision) throw new DeskError('not-ready', '这个事项现在没有可核准的草稿。');
  const signed = { draftId: draft.id, revisionId: draft.revision.id, contentHash: input.contentHash };
  return approveDraft(deps, { actor, ...signed });
}

async function actAs({ db }: ApproveDraftDeps, email: string): Promise<Actor> {
  const [user] = await db.select().from(users).where(eq(users.email, email.trim().toLowerCase()));
  if (!user) throw new DeskError('not-found', `没有邮箱为“${email}”的账号。可用 lutai user add 添加。`);
  const role = roleSchema.parse(user.role);
  return { id: user.id, name: `${user.name}（命令行）`, role, level: levelSchema.nullable().parse(user.level) };
}
