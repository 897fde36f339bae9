import { attribute, child, childValue, elements, isOn, localName, type XmlElement } from './xml.ts';

export interface Styles {
  name(id: string | undefined): string;
  /** The style and those it is based on, nearest first. */
  chain(id: string | undefined): XmlElement[];
  defaultParagraph: string | undefined;
  /** Run properties of every document's text. */
  defaults: XmlElement | undefined;
}

export function readStyles(root: XmlElement | null): Styles {
  const all = elements(root ?? undefined).filter((one) => localName(one) === 'style');
  const byId = new Map(all.map((one) => [attribute(one, 'styleId') ?? '', one]));
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    let at = id === undefined ? undefined : byId.get(id);
    while (at && !found.includes(at) && found.length < 20) {
      found.push(at);
      at = byId.get(childValue(at, 'basedOn') ?? '');
    }
    return found;
  };
  const standard = all.find((one) => attribute(one, 'type') === 'paragraph' && attribute(one, 'default') === '1');
  return {
    chain,
    name: (id) => childValue(byId.get(id ?? ''), 'name') ?? '',
    defaultParagraph: attribute(standard, 'styleId'),
    defaults: child(child(child(root ?? undefined, 'docDefaults'), 'rPrDefault'), 'rPr'),
  };
}

export type Unseen = '隐藏' | '白色' | '极小';
const white = /^[f][0-9a-f][f][0-9a-f][f][0-9a-f]$/i;
/** In half points: under 4 pt nobody reads it. */
const tiny = 8;

/** Whether anything behind the text is filled, so that white text on it is seen. */
export const isShaded = (properties: XmlElement | undefined): boolean => {
  const fill = attribute(child(properties, 'shd'), 'fill') ?? 'auto';
  const highlight = childValue(properties, 'highlight') ?? 'none';
  return !(fill === 'auto' || white.test(fill)) || !(highlight === 'none' || highlight === 'white');
};

/** Why a run is not seen on paper, or null. `properties` in order of precedence, the run's own first. */
export function unseen(properties: readonly (XmlElement | undefined)[], onShade: boolean): Unseen | null {
  const first = <Value>(read: (one: XmlElement | undefined) => Value | null | undefined): Value | undefined => {
    for (const one of properties) {
      const value = read(one);
      if (value !== null && value !== undefined) return value;
    }
    return undefined;
  };
  if (first((one) => isOn(one, 'vanish'))) return '隐藏';
  const color = first((one) => childValue(one, 'color'));
  if (color && white.test(color) && !onShade && !properties.some(isShaded)) return '白色';
  const size = Number(first((one) => childValue(one, 'sz')) ?? 21);
  return size < tiny ? '极小' : null;
}
