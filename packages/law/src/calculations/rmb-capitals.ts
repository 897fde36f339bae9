import { toCapitals } from './capitals.ts';
import { exact } from './exact.ts';

/**
 * `toCapitals` for a sum in yuan that is held as a number, rounded to whole 分: 12000.5 is 「壹万贰仟元伍角」. Throws
 * RangeError for what is negative, not finite, or a trillion and more.
 */
export function rmbCapitals(yuan: number): string {
  if (!Number.isFinite(yuan) || yuan < 0 || yuan >= 1e12)
    throw new RangeError(`not a sum below a trillion yuan: ${yuan}`);
  return toCapitals(exact(Math.round(yuan * 100), 100));
}
