import { addDays, addMonths } from '../calendar/day-arithmetic.ts';
import { type Exact, exact } from './exact.ts';

/**
 * Years of service for severance: each full year one, six months or more of the rest one, less than six a half
 * (Labour Contract Law, Article 47). Both days were worked.
 */
export function serviceYears(startedOn: string, endedOn: string): { years: Exact; words: string } {
  const end = addDays(endedOn, 1);
  let full = 0;
  while (addMonths(startedOn, (full + 1) * 12) <= end) full += 1;
  const anniversary = addMonths(startedOn, full * 12);
  if (anniversary >= end) return { years: exact(full), words: `满${full}年` };
  const isLong = addMonths(startedOn, full * 12 + 6) <= end;
  const rest = isLong ? '其余六个月以上不满一年，按一年计算' : '其余不满六个月，按半年计算';
  return { years: exact(full * 2 + (isLong ? 2 : 1), 2), words: `满${full}年，${rest}` };
}
