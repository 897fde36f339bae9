import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { AgentLevel, Role } from '@lutai/contracts';
import { users } from '@lutai/db';
import { systemActor } from '@lutai/desk';
import { hashPassword } from '../auth/passwords.ts';
import { writePrivateFile } from '../data-folder/write-private-file.ts';
import { type CreateAccountDeps, insertAccount } from './create-account.ts';

export type DemoAccount = {
  /** Names the account in the file. */
  key: string;
  role: Role;
  level: AgentLevel | null;
  name: string;
  email: string;
  password: string;
};

const demoPeople: Omit<DemoAccount, 'password'>[] = [
  { key: 'client', role: 'client', level: null, name: '演示客户', email: 'client@demo.lutai' },
  { key: 'junior', role: 'agent', level: 'junior', name: '演示初级客服', email: 'junior@demo.lutai' },
  { key: 'senior', role: 'agent', level: 'senior', name: '演示高级客服', email: 'senior@demo.lutai' },
  {
    key: 'knowledge-manager',
    role: 'knowledge-manager',
    level: null,
    name: '演示知识管理员',
    email: 'knowledge@demo.lutai',
  },
  { key: 'supervisor', role: 'supervisor', level: null, name: '演示主管', email: 'supervisor@demo.lutai' },
  { key: 'admin', role: 'admin', level: null, name: '演示管理员', email: 'admin@demo.lutai' },
];

/**
 * On a database without any account: one of each role, with random passwords that are also written, one tab-separated
 * line each (key, email, password, name), to `demo-accounts.txt` for the folder's owner. Null when there are accounts.
 */
export async function createDemoAccounts(
  deps: CreateAccountDeps & { dataFolder: string },
): Promise<DemoAccount[] | null> {
  const [anyone] = await deps.db.select({ id: users.id }).from(users).limit(1);
  if (anyone) return null;
  const people = demoPeople.map((person) => ({ ...person, password: randomBytes(9).toString('base64url') }));
  // The file first: an account whose password nobody knows would be of no use.
  const lines = people.map(({ key, email, password, name }) => [key, email, password, name].join('\t'));
  await writePrivateFile(path.join(deps.dataFolder, 'demo-accounts.txt'), `${lines.join('\n')}\n`);
  const hashed = await Promise.all(
    people.map(async (person) => ({ person, password: await hashPassword(person.password) })),
  );
  await deps.db.transaction(async (tx) => {
    for (const { person, password } of hashed) {
      await insertAccount(deps, tx, { actor: systemActor, account: { ...person, importance: 'standard' }, password });
    }
  });
  return people;
}
