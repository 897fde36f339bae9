import { type createUserRequestSchema, type User, userSchema } from '@lutai/contracts';
import { accounts, type Database, type Transaction, users } from '@lutai/db';
import { type Actor, DeskError, recordAudit, type SystemActor } from '@lutai/desk';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { hashPassword } from '../auth/passwords.ts';

export type CreateAccountDeps = { db: Database; now: () => Date; newId: () => string };
export type NewAccount = z.output<typeof createUserRequestSchema>;
type Creator = Actor | SystemActor;

/** Adds a person with any role. Only an admin's request, the command line or a first start gets here. */
export async function createAccount(
  deps: CreateAccountDeps,
  { actor, account }: { actor: Creator; account: NewAccount },
): Promise<User> {
  const password = await hashPassword(account.password);
  return deps.db.transaction((tx) => insertAccount(deps, tx, { actor, account, password }));
}

/** The rows that better-auth writes at sign-up, and the audit entry. `password` is the hash. */
export async function insertAccount(
  deps: Omit<CreateAccountDeps, 'db'>,
  tx: Transaction,
  { actor, account, password }: { actor: Creator; account: NewAccount; password: string },
): Promise<User> {
  const email = account.email.toLowerCase();
  const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (taken) throw new DeskError('conflict', `邮箱 ${email} 已有账号。`);
  const { name, role, importance } = account;
  const user = {
    id: deps.newId(),
    name,
    email,
    role,
    level: role === 'agent' ? (account.level ?? 'junior') : null,
    importance,
  };
  const at = deps.now();
  const dates = { createdAt: at, updatedAt: at };
  await tx.insert(users).values({ ...user, ...dates });
  const credential = { accountId: user.id, providerId: 'credential', userId: user.id, password };
  await tx.insert(accounts).values({ id: deps.newId(), ...credential, ...dates });
  await recordAudit(tx, {
    at,
    actor,
    action: 'user.created',
    subjectType: 'user',
    subjectId: user.id,
    details: { role, level: user.level },
  });
  return userSchema.parse(user);
}
