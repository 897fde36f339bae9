import type { Database } from '@lutai/db';
import { enqueueJob } from '@lutai/desk';

/** Asks the worker for a dump of the database. */
export async function startDump(deps: { db: Database; newId: () => string; wake: () => void }): Promise<void> {
  await deps.db.transaction((tx) => enqueueJob(tx, { id: deps.newId(), kind: 'dump', payload: {}, uniqueKey: 'dump' }));
  deps.wake();
}
