import type { Database } from '@lutai/db';
import { recordAudit } from '@lutai/desk';

/** Tells the audit log that a client made an account. */
export async function recordSignUp(
  deps: { db: Database; now: () => Date },
  user: { id: string; name: string },
): Promise<void> {
  await deps.db.transaction((tx) =>
    recordAudit(tx, {
      at: deps.now(),
      actor: { id: user.id, name: user.name, role: 'client', level: null },
      action: 'user.signed-up',
      subjectType: 'user',
      subjectId: user.id,
    }),
  );
}
