import type { Colour, DrawnText } from './drawn-page.ts';
import { type Box, boxAround, holds, type Matrix, type Point, placed } from './geometry.ts';
import { glyphOf, type TextState } from './text-state.ts';

type Stretch = Pick<DrawnText, 'text' | 'left' | 'bottom' | 'width' | 'height' | 'breadth' | 'box' | 'isInside'>;

interface Open {
  text: string;
  from: number;
  to: number;
  isInside: boolean;
}

/**
 * The stretches of one string of characters that lie within the clip and without, and how far it goes in the space of the
 * text. `matrix` leads from there to the page.
 */
export function drawText(
  glyphs: readonly unknown[],
  { font, size, stretch, rise, characterSpacing, wordSpacing }: TextState,
  { matrix, clip }: { matrix: Matrix; clip: Box },
): { stretches: Stretch[]; advance: Point } {
  const em = size * font.unit * 1000;
  const at = (along: number, up: number): Point =>
    font.vertical ? placed(matrix, 0, rise - along + up) : placed(matrix, along, rise + up);
  const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(em);
  const breadth = Math.hypot(matrix[0], matrix[1]) * Math.abs(em * stretch);
  const stretches: Stretch[] = [];
  let open: Open | undefined;
  let along = 0;
  const close = (open: Open | undefined) => {
    if (!open) return;
    const [left, bottom] = at(open.from, 0);
    const end = at(open.to, 0);
    stretches.push({
      ...{ text: open.text, isInside: open.isInside, left, bottom, height, breadth },
      width: Math.hypot(end[0] - left, end[1] - bottom),
      box: boxAround([[left, bottom], end, at(open.from, em), at(open.to, em)]),
    });
  };
  for (const value of glyphs) {
    const glyph = glyphOf(value);
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      along += (glyph / 1000) * size * (font.vertical ? 1 : -stretch);
      continue;
    }
    const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    const step = (glyph.width * size * font.unit + spacing) * (font.vertical ? 1 : stretch);
    const isInside = [0, 0.5].some((part) => holds(clip, at(along + step * part, em * 0.3)));
    if (open?.isInside === isInside) {
      open.text += glyph.text;
      open.to = along + step;
    } else {
      close(open);
      open = { text: glyph.text, from: along, to: along + step, isInside };
    }
    along += step;
  }
  close(open);
  return { stretches, advance: font.vertical ? [0, -along] : [along, 0] };
}

/** What the text is drawn with: modes 0 and 2 fill it, 1 and 2 outline it, 3 does neither; 4 to 7 are the same and clip. */
export function inksOf(
  { mode }: TextState,
  { fill, stroke, fillAlpha, strokeAlpha }: { fill: Colour; stroke: Colour; fillAlpha: number; strokeAlpha: number },
): Colour[] {
  const kind = mode % 4;
  return [
    ...((kind === 0 || kind === 2) && fillAlpha >= 0.05 ? [fill] : []),
    ...((kind === 1 || kind === 2) && strokeAlpha >= 0.05 ? [stroke] : []),
  ];
}
