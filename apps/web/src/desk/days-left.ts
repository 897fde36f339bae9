/** Days from today in China to a day (`YYYY-MM-DD`); negative when it has passed. */
export function daysLeft(day: string, now: Date): number {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

/** From so many days before its end a deadline is shown as near. */
const nearDays = 14;
const pressingDays = 3;

/** How loudly a deadline is to be shown; null where it is far off. */
export function deadlineTone(days: number): 'passed' | 'pressing' | 'near' | null {
  if (days < 0) return 'passed';
  if (days <= pressingDays) return 'pressing';
  return days <= nearDays ? 'near' : null;
}
