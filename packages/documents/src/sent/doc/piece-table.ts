import { DocumentError } from '../../document-error.ts';
import { maxCharacters, tooLong } from '../sent-file.ts';
import type { Stretch } from './formatting.ts';

export interface Piece {
  /** Characters, counted over the whole text. */
  from: number;
  to: number;
  /** Bytes in the WordDocument stream. */
  at: number;
  isEightBit: boolean;
}

const corrupt = () => new DocumentError('corrupt', '旧版 Word 文档已损坏（文字表），无法读取');

/** The pieces in the order of the text ([MS-DOC] 2.8.35, PlcPcd). */
export function readPieces(document: Buffer, table: Buffer): Piece[] {
  const start = document.readUInt32LE(0x1a2);
  const clx = table.subarray(start, start + document.readUInt32LE(0x1a6));
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2) throw corrupt();
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  if (count < 1) throw corrupt();
  return Array.from({ length: count }, (_, index) => {
    const from = plc.readUInt32LE(index * 4);
    const to = plc.readUInt32LE(index * 4 + 4);
    const place = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const isEightBit = (place & 0x40000000) !== 0;
    if (to < from) throw corrupt();
    // Notes, headers and comments are part of the same table.
    if (to > maxCharacters * 2) throw tooLong();
    return { from, to, isEightBit, at: isEightBit ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff };
  });
}

/** One string per character position, so that positions hold; what a stretch names is '' and handed to `left`. */
export function readCharacters(
  document: Buffer,
  pieces: readonly Piece[],
  {
    stretches,
    language,
    left,
  }: { stretches: readonly Stretch[]; language: number; left: (why: Stretch['why'], text: string) => void },
): string[] {
  const sorted = stretches.toSorted((one, other) => one.from - other.from);
  const characters: string[] = [];
  for (const { from, to, at, isEightBit } of pieces) {
    const width = isEightBit ? 1 : 2;
    const bytes = document.subarray(at, at + (to - from) * width);
    if (bytes.length < (to - from) * width) throw corrupt();
    const text = isEightBit
      ? eightBit(bytes, language)
      : Array.from({ length: to - from }, (_, index) => String.fromCharCode(bytes.readUInt16LE(index * 2)));
    for (const stretch of within(sorted, at, at + bytes.length)) {
      const first = Math.max(0, Math.ceil((stretch.from - at) / width));
      const last = Math.min(text.length, Math.ceil((stretch.to - at) / width));
      left(stretch.why, text.slice(first, last).join(''));
      if (stretch.why !== '新增') text.fill('', first, last);
    }
    for (const character of text) characters.push(character);
  }
  return characters;
}

function within(sorted: readonly Stretch[], from: number, to: number): Stretch[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let index = low; index < sorted.length; index++) {
    const stretch = sorted[index];
    if (!stretch || stretch.from >= to) break;
    found.push(stretch);
  }
  return found;
}

const simplifiedChinese = 0x0804;

/** 0x80–0x9f of CP1252, blanks where it has none. Node 20 decodes `windows-1252` as ISO 8859-1. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** CP1252 as the format has it; files of Chinese writers that hold GBK in such a piece are read as that. */
function eightBit(bytes: Buffer, language: number): string[] {
  if (language === simplifiedChinese) {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
      const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
      // A pair of curly quotes in CP1252 is one rare character in GBK; a sentence has common ones.
      if (/[的第条款甲乙方元年月日有不同合]/.test(text) && chinese >= 2) return inBytes(text);
    } catch {
      // Not GBK; read as the format says.
    }
  }
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? (windows[byte - 0x80] ?? '') : String.fromCharCode(byte),
  );
}

/** A character of two bytes takes two positions. */
const inBytes = (text: string) => [...text].flatMap((one) => (one.charCodeAt(0) < 0x80 ? [one] : [one, '']));
