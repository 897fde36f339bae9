import { shippedRates } from '@lutai/law';

/** The one-year LPR on a day as a share; null before 20 August 2020, when more than the day decides on the cap of a loan. */
export function oneYearLprOn(day: string): number | null {
  const found = day < '2020-08-20' ? null : shippedRates().lpr.on(day, '1y');
  return found === null ? null : Number(found.percent) / 100;
}
