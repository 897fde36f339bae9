import { DocumentError } from '../../document-error.ts';
import { drawText, inksOf } from './draw-text.ts';
import type { Colour, DrawnPage, DrawnText, Paint } from './drawn-page.ts';
import { type Box, boxUnder, common, holds, identity, type Matrix, times } from './geometry.ts';
import type { PdfJs } from './open-pdf.ts';
import { boxOf, colourOf, isMask, isRectangle, listOf, matrixOf } from './operands.ts';
import { type Font, plainText, type TextState } from './text-state.ts';
import { createTextOperators } from './write-text.ts';

interface State {
  matrix: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  /** Neither blended nor masked. */
  isPlain: boolean;
  text: TextState;
}

export interface DrawingDeps {
  codes: PdfJs['OPS'];
  fontOf: (name: string) => Font;
  isLayerOn: (layer: unknown) => boolean;
}

const black: Colour = [0, 0, 0];
const maxSaves = 10_000;
const maxPaints = 200_000;
/** In points: thinner fills are rules. */
const thin = 2;
const unitSquare: Box = [0, 0, 1, 1];

/**
 * Follows the operators of a page and gives what text it draws, with what ink, and what it paints. Where `openPdf` left
 * the pictures out of the operators, what is left of one is a change of place with nothing drawn there.
 */
export function drawPage(
  { fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  view: Box,
  { codes, fontOf, isLayerOn }: DrawingDeps,
): DrawnPage {
  const texts: DrawnText[] = [];
  const paints: Paint[] = [];
  const saved: State[] = [];
  /** Of the marked content that is open: whether it lies on a layer that is off. */
  const layers: boolean[] = [];
  let layersOff = 0;
  const text = createTextOperators(codes, fontOf);
  let state: State = {
    ...{ matrix: identity, clip: view, fill: black, stroke: black, fillAlpha: 1, strokeAlpha: 1, isPlain: true },
    text: plainText,
  };
  let groups = 0;
  let maskGroups = 0;
  let isClipping = false;
  let isPlaceForPicture = false;

  const save = () => {
    if (saved.length >= maxSaves) throw new DocumentError('hostile', 'PDF 的页面结构异常（嵌套过深），已拒绝');
    saved.push(state);
  };
  const restore = () => {
    if (isPlaceForPicture) picture();
    state = saved.pop() ?? state;
  };
  const setText = (change: Partial<TextState> | null) => {
    if (change) state = { ...state, text: { ...state.text, ...change } };
  };
  const openLayer = (isOff: boolean) => {
    layers.push(isOff);
    if (isOff) layersOff += 1;
  };
  const clipTo = (box: Box) => {
    state = { ...state, clip: common(state.clip, boxUnder(state.matrix, box)) };
  };
  const paint = (one: Paint) => {
    isPlaceForPicture = false;
    const [left, bottom, right, top] = one.box;
    if (maskGroups > 0 || !(right - left >= thin && top - bottom >= thin)) return;
    if (paints.length >= maxPaints) throw new DocumentError('hostile', 'PDF 的页面结构异常（图形过多），已拒绝');
    if (layersOff === 0) paints.push(one);
  };
  const picture = (image?: unknown) => {
    const { matrix } = state;
    const box = common(state.clip, boxUnder(matrix, unitSquare));
    const covers = state.isPlain && state.fillAlpha > 0.95;
    paint({ box, colour: null, covers, isPicture: true, ...(image ? { picture: { image, matrix } } : {}) });
  };

  function path(args: readonly unknown[]): void {
    const box = boxOf(args[2]);
    const kind = Number(args[0]);
    if (kind !== codes.endPath) isPlaceForPicture = false;
    const isFilled = [codes.fill, codes.eoFill, codes.fillStroke, codes.eoFillStroke].includes(kind);
    if (box && isFilled && state.fillAlpha > 0.05) {
      const isSolid = state.fillAlpha > 0.95 && state.isPlain && groups === 0;
      const isUpright = state.matrix[1] === 0 && state.matrix[2] === 0;
      paint({
        box: common(state.clip, boxUnder(state.matrix, box)),
        colour: isSolid ? state.fill : null,
        covers: isSolid && state.fill !== null && isUpright && isRectangle(args[1]),
        isPicture: false,
      });
    }
    if (isClipping) {
      if (box) clipTo(box);
      else state = { ...state, clip: [0, 0, -1, -1] };
    }
    isClipping = false;
  }

  function graphicState(entries: unknown): void {
    for (const entry of listOf(entries)) {
      const [key, value] = listOf(entry);
      if (key === 'ca') state = { ...state, fillAlpha: Number(value) };
      else if (key === 'CA') state = { ...state, strokeAlpha: Number(value) };
      else if (key === 'BM') state = { ...state, isPlain: value === 'source-over' };
      else if (key === 'SMask') state = { ...state, isPlain: value === false };
      else if (key === 'Font') setText(text.fontChange(listOf(value)));
    }
  }

  function show(glyphs: readonly unknown[]): void {
    isPlaceForPicture = false;
    const place = { matrix: times(text.pen.at(), state.matrix), clip: state.clip };
    const { stretches, advance } = drawText(glyphs, state.text, place);
    text.pen.advance(advance);
    if (maskGroups > 0) return;
    const inks = inksOf(state.text, state);
    const isOff = layersOff > 0;
    for (const stretch of stretches) texts.push({ ...stretch, inks, isOff, paintsBefore: paints.length });
  }

  for (const [index, code] of fnArray.entries()) {
    const args = listOf(argsArray[index]);
    switch (code) {
      case codes.save:
        save();
        isPlaceForPicture = false;
        break;
      case codes.restore:
        restore();
        isPlaceForPicture = false;
        break;
      case codes.transform:
        state = { ...state, matrix: times(matrixOf(args), state.matrix) };
        isPlaceForPicture = true;
        break;
      case codes.setGState:
        graphicState(args[0]);
        break;
      case codes.setFillRGBColor:
        state = { ...state, fill: colourOf(args[0]) };
        break;
      case codes.setStrokeRGBColor:
        state = { ...state, stroke: colourOf(args[0]) };
        break;
      case codes.setFillColorN:
      case codes.setFillTransparent:
        state = { ...state, fill: null };
        break;
      case codes.setStrokeColorN:
      case codes.setStrokeTransparent:
        state = { ...state, stroke: null };
        break;
      case codes.clip:
      case codes.eoClip:
        isClipping = true;
        break;
      case codes.constructPath:
        path(args);
        break;
      case codes.shadingFill:
        paint({ box: state.clip, colour: null, covers: false, isPicture: false });
        break;
      case codes.paintImageXObject:
      case codes.paintInlineImageXObject:
      case codes.paintImageMaskXObject:
        picture(args[0]);
        break;
      case codes.paintFormXObjectBegin:
        save();
        if (args[0]) state = { ...state, matrix: times(matrixOf(listOf(args[0])), state.matrix) };
        if (args[1]) clipTo(boxOf(args[1]) ?? view);
        isPlaceForPicture = false;
        break;
      case codes.paintFormXObjectEnd:
        restore();
        isPlaceForPicture = false;
        break;
      case codes.beginGroup:
        save();
        groups += 1;
        if (maskGroups > 0 || isMask(args[0])) maskGroups += 1;
        break;
      case codes.endGroup:
        state = saved.pop() ?? state;
        groups = Math.max(0, groups - 1);
        maskGroups = Math.max(0, maskGroups - 1);
        break;
      case codes.beginMarkedContent:
        openLayer(false);
        break;
      case codes.beginMarkedContentProps:
        openLayer(args[0] === 'OC' && !isLayerOn(args[1]));
        break;
      case codes.endMarkedContent:
        if (layers.pop()) layersOff -= 1;
        break;
      case codes.showText:
        show(listOf(args[0]));
        break;
      default:
        setText(text.follow(code, args, state.text));
    }
  }
  if (isPlaceForPicture) picture();
  return { texts, paints, pictureShare: shareOf(view, paints) };
}

const steps = 32;

/** The share of the page that lies under pictures, looked at in a grid. */
function shareOf(view: Box, paints: readonly Paint[]): number {
  const pictures = paints.filter(({ isPicture }) => isPicture).slice(0, 1000);
  if (pictures.length === 0) return 0;
  let covered = 0;
  for (let at = 0; at < steps * steps; at++) {
    const x = view[0] + ((view[2] - view[0]) * ((at % steps) + 0.5)) / steps;
    const y = view[1] + ((view[3] - view[1]) * (Math.floor(at / steps) + 0.5)) / steps;
    if (pictures.some(({ box }) => holds(box, [x, y]))) covered += 1;
  }
  return covered / (steps * steps);
}
