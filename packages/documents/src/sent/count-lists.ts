import { formatNumber } from './number-formats.ts';

export interface Level {
  start: number;
  format: string;
  /** With `%1` for the number of the first level, and so on. */
  text: string;
  /** `nothing`, or what stands between number and text. */
  suffix: string;
  /** How many levels, from the first, make it begin anew; null: all that are higher. */
  restart: number | null;
  /** Shows all numbers in Arabic digits. */
  legal: boolean;
  style: string | undefined;
}
export interface List {
  /** Lists of one definition count together. */
  abstractId: string;
  levels: Map<number, Level>;
  /** The levels at which this list begins anew. */
  starts: Map<number, number>;
}

export interface Numbering {
  /** The number of the next paragraph of that list, with the space behind it; '' for none. Counts on. */
  next(numId: string, level: number): string;
  /** The level that a style stands for in a list. */
  levelOfStyle(numId: string, styleId: string): number | null;
}

/** Counts as Word does (ISO/IEC 29500-1, 17.9): lists of one definition count together, a higher level restarts the lower. */
export function countLists(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  function next(numId: string, at: number): string {
    const list = lists.get(numId);
    const level = list?.levels.get(at);
    if (!list || !level) return '';
    const counts = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counts);
    const override = list.starts.get(at);
    const first = override ?? level.start;
    const key = `${numId}/${at}`;
    const restarts = override !== undefined && !begun.has(key);
    begun.add(key);
    counts[at] = restarts || counts[at] === undefined ? first : counts[at] + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) delete counts[deeper];
    }
    if (level.format === 'bullet') return '• ';
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      const format = level.legal && shown?.format !== 'none' ? 'decimal' : (shown?.format ?? 'decimal');
      return formatNumber(counts[index] ?? shown?.start ?? 1, format);
    });
    if (text.trim() === '') return '';
    return level.suffix === 'nothing' ? text : `${text} `;
  }

  function levelOfStyle(numId: string, styleId: string): number | null {
    for (const [index, { style }] of lists.get(numId)?.levels ?? []) if (style === styleId) return index;
    return null;
  }
  return { next, levelOfStyle };
}
