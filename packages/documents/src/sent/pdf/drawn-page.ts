import type { Box, Matrix } from './geometry.ts';

/** Red, green and blue, 0 to 255; null for a pattern, whose colours are not known. */
export type Colour = readonly [number, number, number] | null;

/** Characters drawn one behind the other, all within the page and its clips, or all without. */
export interface DrawnText {
  text: string;
  /** Where its base line begins; the breadth along it and the height, all in points on the page. */
  left: number;
  bottom: number;
  width: number;
  height: number;
  box: Box;
  /** How broad a character as wide as it is high comes out, in points. */
  breadth: number;
  /** What it is drawn with; nothing where it has no ink. */
  inks: Colour[];
  isInside: boolean;
  isOff: boolean;
  /** How many of the page's paints came before it. */
  paintsBefore: number;
}

/** A filled area or a picture; `covers`: nothing below can be seen. */
export interface Paint {
  box: Box;
  colour: Colour;
  covers: boolean;
  isPicture: boolean;
  /** What pdf.js knows the picture by, and how its unit square lies on the page; only where pictures were unpacked. */
  picture?: { image: unknown; matrix: Matrix };
}

export interface DrawnPage {
  texts: DrawnText[];
  paints: Paint[];
  /** Of the page, 0 to 1. */
  pictureShare: number;
}
