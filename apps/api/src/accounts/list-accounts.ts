import { type User, userSchema } from '@lutai/contracts';
import { type Database, users } from '@lutai/db';
import { asc } from 'drizzle-orm';

export async function listAccounts(deps: { db: Database }): Promise<{ users: User[] }> {
  const found = await deps.db.select().from(users).orderBy(asc(users.createdAt), asc(users.id));
  return { users: found.map((row) => userSchema.parse(row)) };
}
