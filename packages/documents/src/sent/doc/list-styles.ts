import { type Streams, sprms } from './formatting.ts';

/** `list` from 1, 0 for none; undefined where it is not set. */
export interface ListPlace {
  list: number | undefined;
  level: number | undefined;
}

const noList = 0xf801;

/** Which list and level a paragraph's properties name (sprmPIlfo, sprmPIlvl). */
export function listPlace(properties: ReadonlyMap<number, number>): ListPlace {
  const list = properties.get(0x460b);
  // The negative of a list's number: its numbers, but the paragraph's own indent.
  const named = list === undefined || list < noList ? list : list === noList ? 0 : 0x10000 - list;
  return { list: named, level: properties.get(0x260a) };
}

const maxStyles = 4096;
const paragraphStyle = 1;

/** The list that each style stands for, by its number, those that it is based on included ([MS-DOC] 2.9.271, STSH). */
export function listStyles({ document, table }: Streams): (style: number) => ListPlace {
  const start = document.readUInt32LE(0xa2);
  const sheet = table.subarray(start, start + document.readUInt32LE(0xa6));
  if (sheet.length < 6) return () => ({ list: undefined, level: undefined });
  const head = sheet.readUInt16LE(0);
  const count = Math.min(sheet.readUInt16LE(2), maxStyles);
  const baseLength = sheet.readUInt16LE(4);
  const styles: ((ListPlace & { base: number }) | null)[] = [];
  let at = 2 + head;
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const length = sheet.readUInt16LE(at);
    styles.push(readStyle(sheet.subarray(at + 2, at + 2 + length), baseLength));
    at += 2 + length + (length % 2);
  }
  const find = (style: number, depth = 0): ListPlace => {
    const one = styles[style];
    if (!one || depth > 20) return { list: undefined, level: undefined };
    const base = one.list !== undefined && one.level !== undefined ? one : find(one.base, depth + 1);
    return { list: one.list ?? base.list, level: one.level ?? base.level };
  };
  return find;
}

function readStyle(style: Buffer, baseLength: number): (ListPlace & { base: number }) | null {
  if (style.length < baseLength + 2) return null;
  const kind = style.readUInt16LE(2);
  if ((kind & 0xf) !== paragraphStyle) return null;
  // The name with its length and its closing null.
  let at = baseLength + 2 + style.readUInt16LE(baseLength) * 2 + 2;
  at += at % 2;
  if (at + 4 > style.length) return { base: kind >> 4, list: undefined, level: undefined };
  const length = style.readUInt16LE(at);
  return { base: kind >> 4, ...listPlace(sprms(style.subarray(at + 4, at + 2 + length))) };
}
