import { DocumentError } from '../../document-error.ts';
import type { Colour, DrawnPage, DrawnText, Paint } from './drawn-page.ts';
import { holds, middle } from './geometry.ts';

/** Why nobody sees a text on the page; `图片之下`: a picture as large as the page was put over it. */
export type Unseen = '不可见' | '与底色相同' | '极小' | '页面以外' | '被遮盖' | '隐藏图层' | '图片之下';

export interface JudgedText extends DrawnText {
  why: Unseen | null;
}

/** In points: smaller or narrower text is not meant to be read. */
const lowest = 3;
const narrowest = 1;
/** Of 255, in each of red, green and blue: closer colours cannot be told apart on paper. */
const closest = 20;
/** A picture on this much of the page is a page that was scanned. */
const wholePage = 0.8;
const paper: Colour = [255, 255, 255];
const maxComparisons = 50_000_000;

export const isScan = ({ pictureShare }: DrawnPage): boolean => pictureShare >= wholePage;

/** Says of each text whether it is seen where it is drawn, as far as colours and shapes tell it. */
export function judgeTexts(page: DrawnPage): JudgedText[] {
  let comparisons = 0;
  const find = (paints: readonly Paint[], from: number, to: number, step: 1 | -1, wanted: (one: Paint) => boolean) => {
    for (let at = from; at !== to; at += step) {
      if (++comparisons > maxComparisons) {
        throw new DocumentError('hostile', 'PDF 的页面结构异常（文字和图形过多），已拒绝');
      }
      const one = paints[at];
      if (one && wanted(one)) return one;
    }
    return undefined;
  };
  const { paints } = page;
  const why = (text: DrawnText): Unseen | null => {
    if (text.isOff) return '隐藏图层';
    if (text.inks.length === 0) return '不可见';
    if (!text.isInside) return '页面以外';
    if (text.height < lowest || text.breadth < narrowest) return '极小';
    const centre = middle(text.box);
    const isHere = ({ box }: Paint) => holds(box, centre);
    const below = find(paints, text.paintsBefore - 1, -1, -1, isHere);
    const ground = below ? below.colour : paper;
    if (ground && text.inks.every((ink) => ink !== null && isNear(ink, ground))) return '与底色相同';
    const above = find(paints, text.paintsBefore, paints.length, 1, (one) => one.covers && isOver(one, text));
    if (!above) return null;
    if (!above.isPicture) return '被遮盖';
    return isScan(page) ? '图片之下' : null;
  };
  return page.texts.map((text) => ({ ...text, why: text.text.trim() === '' ? null : why(text) }));
}

const isNear = (one: NonNullable<Colour>, other: NonNullable<Colour>): boolean =>
  one.every((part, at) => Math.abs(part - (other[at] ?? 0)) < closest);

/** A picture is often a seal on a signature; it covers a text where it is a part of the scanned page. */
const isOver = ({ box: [left, bottom, right, top] }: Paint, { box }: DrawnText): boolean => {
  const spare = 1;
  return (
    left <= box[0] + spare &&
    right >= box[2] - spare &&
    bottom <= box[1] + spare &&
    top >= box[3] - (box[3] - box[1]) * 0.3
  );
};
