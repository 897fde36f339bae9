import { maxCharacters, tooLong } from '../sent-file.ts';
import { drawPage } from './draw-page.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { Pdf, PdfJs, PdfPage } from './open-pdf.ts';
import { createLines } from './page-lines.ts';
import type { PdfLine } from './pdf-paragraphs.ts';
import { isScan, type JudgedText, judgeTexts, type Unseen } from './unseen-text.ts';

const maxItemsOfPage = 100_000;
/** A page with less of its text in sight than this, beside what was recognised, is a scanned one. */
const ownShare = 0.2;
/** Of the page: less is a seal or a drawing. */
const leastPicture = 0.1;
/** What an app for scanning or a numbering stamp puts on a page that is a picture, in characters. */
const mostStamped = 20;

export interface PageReading {
  lines: PdfLine[];
  /** What was left out, in the order of the page. */
  unseen: { why: Unseen; text: string }[];
  /**
   * What the page has of a scan: text that the file brought along for its picture (`layer`) or that a picture covers
   * (`below`); a picture and no text but a stamp (`picture`), whose text was then `recognised`, `unrecognised` or left alone (`beyond`).
   */
  scan: 'layer' | 'below' | 'picture' | 'recognised' | 'unrecognised' | 'beyond' | null;
  /** Whether it could be told what is seen. */
  isJudged: boolean;
}

/** Reads page after page; all pages together may not have more text than a file may. */
export function createPageReader(pdf: Pdf, pdfjs: PdfJs): (number: number) => Promise<PageReading> {
  let length = 0;
  const layers = pdf.getOptionalContentConfig();
  return async (number) => {
    const page = await pdf.getPage(number);
    const shown = createLines();
    let own = 0;
    for await (const { text, ...place } of textItems(page)) {
      length += text.length;
      own += text.replace(/\s/g, '').length;
      if (length > maxCharacters) throw tooLong();
      shown.add({ text, ...place });
    }
    const config = await layers;
    const drawn = await drawnPage(page, pdfjs, (layer) => config.isVisible(layer));
    page.cleanup();
    return judged(drawn, shown.lines(), own, pdfjs.normalizeUnicode);
  };
}

async function* textItems(page: PdfPage) {
  const reader = page.streamTextContent({ disableNormalization: false }).getReader();
  let items = 0;
  try {
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      for (const item of value.items) {
        if (!('str' in item)) continue;
        if (++items > maxItemsOfPage) throw tooLong();
        const [, , , , left = 0, bottom = 0] = item.transform;
        const height = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
        yield { text: String(item.str), left, bottom, width: Number(item.width), height };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function drawnPage(page: PdfPage, { OPS, AnnotationMode }: PdfJs, isLayerOn: (layer: unknown) => boolean) {
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const fontOf = (name: string) => {
    const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    return { unit: Math.abs(font?.fontMatrix?.[0] ?? 0.001), vertical: font?.vertical === true };
  };
  return drawPage(list, [left, bottom, right, top], { codes: OPS, fontOf, isLayerOn });
}

function judged(drawn: DrawnPage, lines: PdfLine[], own: number, normalized: (text: string) => string): PageReading {
  const texts = judgeTexts(drawn);
  const total = lettersOf(texts);
  // Where the operators give less than the text does, they were not followed to their end.
  const isStamped = isScan(drawn) && total <= mostStamped && texts.every(({ why }) => why === null);
  const isPicture = total === 0 ? drawn.pictureShare > leastPicture : isStamped;
  if (isPicture) return { lines, unseen: [], scan: 'picture', isJudged: true };
  if (total < own * 0.9) return { lines, unseen: [], scan: null, isJudged: false };
  const layer = texts.filter(({ why }) => why === '不可见');
  const isLayer = isScan(drawn) && lettersOf(texts.filter(({ why }) => why === null)) < lettersOf(layer) * ownShare;
  const isRead = ({ why }: JudgedText) => why === null || why === '图片之下' || (isLayer && why === '不可见');
  const unseen = joined(texts.filter((text) => !isRead(text)));
  const scan = isLayer ? 'layer' : texts.some(({ why }) => why === '图片之下') ? 'below' : null;
  if (unseen.length === 0) return { lines, unseen, scan, isJudged: true };
  const kept = createLines();
  for (const text of texts) if (isRead(text)) kept.add({ ...text, text: normalized(text.text) });
  return { lines: kept.lines(), unseen, scan, isJudged: true };
}

const lettersOf = (texts: readonly { text: string }[]): number =>
  texts.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

/** What stands on one line and is left out for the same reason is one text. */
function joined(texts: readonly JudgedText[]): PageReading['unseen'] {
  const found: (PageReading['unseen'][number] & { bottom: number; height: number })[] = [];
  for (const { why, text, bottom, height } of texts) {
    const last = found.at(-1);
    if (why === null) continue;
    if (last?.why === why && Math.abs(last.bottom - bottom) < last.height / 2) last.text += text;
    else found.push({ why, text, bottom, height });
  }
  return found.map(({ why, text }) => ({ why, text: text.replace(/\s+/g, ' ').trim() }));
}
