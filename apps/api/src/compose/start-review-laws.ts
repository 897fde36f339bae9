import type { Database } from '@lutai/db';
import { chinaDay, enqueueJob } from '@lutai/desk';

type Deps = { db: Database; now: () => Date; newId: () => string; wake: () => void };

const dayMs = 24 * 3_600_000;

/** Asks the worker to follow up what has changed in the law: now, or when the next day has begun in China. Once a day. */
export async function startReviewLaws({ db, now, newId, wake }: Deps, when: 'today' | 'tomorrow'): Promise<void> {
  const day = when === 'today' ? chinaDay(now()) : chinaDay(new Date(now().getTime() + dayMs));
  const runAt = when === 'today' ? now() : new Date(`${day}T00:05:00+08:00`);
  const job = { id: newId(), kind: 'review-laws', payload: {}, uniqueKey: `review-laws:${day}`, runAt };
  await db.transaction((tx) => enqueueJob(tx, job));
  wake();
}
