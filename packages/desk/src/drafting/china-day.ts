/** The calendar day in China (UTC+8, no summer time) at a moment, `YYYY-MM-DD`. */
export function chinaDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
