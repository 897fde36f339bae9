import { formatNumber } from './number-formats.ts';
import { attribute, child, childValue, elements, isOn, localName, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  restart: number | null;
  legal: boolean;
  style: string | undefined;
}
interface List {
  abstractId: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

const whole = (text: string | undefined, otherwise: number) => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), 99_999) : otherwise;
};

function readLevel(level: XmlElement): Level {
  const picture = child(level, 'AlternateContent')
    ? child(child(child(level, 'AlternateContent'), 'Fallback'), 'numFmt')
    : undefined;
  return {
    start: whole(childValue(level, 'start'), 1),
    format: attribute(picture, 'val') ?? childValue(level, 'numFmt') ?? 'decimal',
    text: childValue(level, 'lvlText') ?? '',
    suffix: childValue(level, 'suff') ?? 'tab',
    restart: child(level, 'lvlRestart') ? whole(childValue(level, 'lvlRestart'), 0) : null,
    legal: isOn(level, 'isLgl') ?? false,
    style: childValue(level, 'pStyle'),
  };
}

const levelsOf = (parent: XmlElement | undefined) =>
  new Map(
    elements(parent)
      .filter((one) => localName(one) === 'lvl')
      .map((one) => [whole(attribute(one, 'ilvl'), 0), readLevel(one)]),
  );

export interface Numbering {
  /** The number of the next paragraph of that list, with the space behind it; '' for none. Counts on. */
  next(numId: string, level: number): string;
  /** The level that a style stands for in a list. */
  levelOfStyle(numId: string, styleId: string): number | null;
}

/** Counts as Word does (ISO/IEC 29500-1, 17.9): lists of one definition count together, a higher level restarts the lower. */
export function readNumbering(root: XmlElement | null): Numbering {
  const lists = readLists(root);
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

function readLists(root: XmlElement | null): Map<string, List> {
  const parts = elements(root ?? undefined);
  const definitions = new Map(
    parts.filter((one) => localName(one) === 'abstractNum').map((one) => [attribute(one, 'abstractNumId') ?? '', one]),
  );
  const byStyle = new Map([...definitions].map(([id, one]) => [childValue(one, 'styleLink') ?? '', id]));
  const lists = new Map<string, List>();
  for (const num of parts.filter((one) => localName(one) === 'num')) {
    const named = childValue(num, 'abstractNumId') ?? '';
    const link = childValue(definitions.get(named), 'numStyleLink');
    const abstractId = (link === undefined ? undefined : byStyle.get(link)) ?? named;
    const levels = levelsOf(definitions.get(abstractId));
    const starts = new Map<number, number>();
    for (const override of elements(num).filter((one) => localName(one) === 'lvlOverride')) {
      const at = whole(attribute(override, 'ilvl'), 0);
      const start = childValue(override, 'startOverride');
      if (start !== undefined) starts.set(at, whole(start, 1));
      for (const [, level] of levelsOf(override)) levels.set(at, level);
    }
    lists.set(attribute(num, 'numId') ?? '', { abstractId, levels, starts });
  }
  return lists;
}
