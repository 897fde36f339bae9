import type { Level, List } from '../count-lists.ts';
import { attribute, child, childValue, elements, isOn, localName, type XmlElement } from './xml.ts';

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

/** The lists of the numbering part by the number that paragraphs name. */
export function readLists(root: XmlElement | null): Map<string, List> {
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
