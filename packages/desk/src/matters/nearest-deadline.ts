import type { Deadline } from '@lutai/contracts';
import { matters } from '@lutai/db';
import { nearDays } from '@lutai/law';
import { type SQL, sql } from 'drizzle-orm';

/** The next deadline that has not passed on `today`; where all have, the one that passed last. Null without any date. */
export function nearestDeadline(deadlines: Pick<Deadline, 'date'>[], today: string): string | null {
  const days = deadlines.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

/** Within so many days a deadline is worth priority 1. */
const pressingDays = 3;

/**
 * The priority that a matter has in the queue: its own, raised to 1 where a deadline ends within three days, to 2 where
 * one ends within `nearDays`, and by one step, to 2 at most, where one has passed.
 */
export function queuePriority(today: string): SQL {
  const { nearestDeadline: day, priority } = matters;
  const within = (days: number) => sql`${day} between ${today}::date and ${today}::date + ${days}::int`;
  return sql`least(${priority}, case
    when ${within(pressingDays)} then 1
    when ${within(nearDays)} then 2
    when ${day} < ${today}::date then greatest(${priority} - 1, 2)
    else ${priority} end)`;
}
