import { identity, type Matrix, moved, type Point, times } from './geometry.ts';

export interface Font {
  /** Of the glyph space, in which widths are: 1/1000 of the size in most fonts. */
  unit: number;
  vertical: boolean;
}

/** What sets how text is written (ISO 32000-1, 9.3). */
export interface TextState {
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 is the width that the font has. */
  stretch: number;
  leading: number;
  rise: number;
  /** 3 draws nothing, 7 clips alone. */
  mode: number;
}

export const plainText: TextState = {
  font: { unit: 0.001, vertical: false },
  ...{ size: 0, characterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 },
};

/** The place where the next character goes; a text object has one of its own. */
export function createPen() {
  let line: Matrix = identity;
  let pen: Matrix = identity;
  const set = (matrix: Matrix) => {
    line = matrix;
    pen = matrix;
  };
  return {
    at: () => pen,
    set,
    newLine: (x: number, y: number) => set(times(moved(x, y), line)),
    advance: ([x, y]: Point) => {
      pen = times(moved(x, y), pen);
    },
  };
}

interface Glyph {
  text: string;
  /** In glyph space. */
  width: number;
  isSpace: boolean;
}

/** A character, or how far to go back, in thousandths of the size. */
export function glyphOf(value: unknown): Glyph | number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || !('unicode' in value)) return null;
  const width = 'width' in value && typeof value.width === 'number' ? value.width : 0;
  const isSpace = 'isSpace' in value && value.isSpace === true;
  // The metric of vertical writing: [advance, …].
  const vertical = 'vmetric' in value && Array.isArray(value.vmetric) ? Number(value.vmetric[0]) : width;
  return { text: String(value.unicode), width: Math.abs(vertical) || width, isSpace };
}
