import { drawPage } from './draw-page.ts';
import type { DrawnPage } from './drawn-page.ts';
import { type Box, boxUnder, type Matrix, placed, times } from './geometry.ts';
import type { PdfJs, PdfPage } from './open-pdf.ts';
import { matrixOf } from './operands.ts';
import type { GreyPicture } from './write-png.ts';

/** An A4 page at 300 dots an inch has 8.7 million. */
const maxPixelsOfPage = 12_000_000;
const mostDotsPerPoint = 300 / 72;
const leastDotsPerPoint = 100 / 72;
const maxPictures = 400;

interface Samples {
  width: number;
  height: number;
  /** How dark or light a pixel is, 0 to 255, on white. */
  at(column: number, row: number): number;
}

/** The pictures of a page as they lie on it, upright, without its text; null where it has none that can be unpacked. */
export async function pagePicture(page: PdfPage, pdfjs: PdfJs, isLayerOn: (layer: unknown) => boolean) {
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const fontOf = () => ({ unit: 0.001, vertical: false });
  const drawn = drawPage(list, [left, bottom, right, top], { codes: pdfjs.OPS, fontOf, isLayerOn });
  const found: { samples: Samples; matrix: Matrix }[] = [];
  for (const { picture } of picturesOf(drawn)) {
    const samples = await samplesOf(page, pdfjs, picture.image);
    if (samples) found.push({ samples, matrix: picture.matrix });
  }
  if (found.length === 0) return null;
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const finest = Math.max(...found.map(({ samples, matrix }) => samples.width / Math.hypot(matrix[0], matrix[1])));
  const wanted = Math.min(Math.max(finest, leastDotsPerPoint), mostDotsPerPoint);
  const scale = Math.min(wanted, Math.sqrt(maxPixelsOfPage / (width * height)));
  const upright = times(matrixOf(transform), [scale, 0, 0, scale, 0, 0]);
  const sheet = blank(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  for (const { samples, matrix } of found) layOn(sheet, samples, times(matrix, upright));
  return sheet;
}

const picturesOf = ({ paints }: DrawnPage) =>
  paints.flatMap(({ picture }) => (picture ? [{ picture }] : [])).slice(0, maxPictures);

function blank(width: number, height: number): GreyPicture {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

/** Puts a picture on the sheet; `matrix` leads from its unit square, whose y axis goes up, to the sheet's pixels. */
function layOn({ width, height, pixels }: GreyPicture, samples: Samples, matrix: Matrix): void {
  const back = inverse(times([1 / samples.width, 0, 0, -1 / samples.height, 0, 1], matrix));
  if (!back) return;
  const [left, top, right, bottom]: Box = boxUnder(matrix, [0, 0, 1, 1]);
  // Where several pixels of the picture fall on one of the sheet, four of them are taken.
  const isFiner = Math.hypot(back[0], back[1]) > 1.4;
  const offsets = isFiner ? [0.25, 0.75] : [0.5];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++) {
      let sum = 0;
      let count = 0;
      for (const dy of offsets) {
        for (const dx of offsets) {
          const [column, row] = placed(back, x + dx, y + dy);
          if (column < 0 || row < 0 || column >= samples.width || row >= samples.height) continue;
          sum += samples.at(Math.floor(column), Math.floor(row));
          count += 1;
        }
      }
      if (count > 0) pixels[y * width + x] = sum / count;
    }
  }
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (!Number.isFinite(area) || area === 0) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

async function samplesOf(page: PdfPage, { ImageKind }: PdfJs, image: unknown): Promise<Samples | null> {
  const one = field(image, 'data');
  const name = typeof image === 'string' ? image : typeof one === 'string' ? one : null;
  const data = name === null ? image : await unpacked(page, name);
  const pixels = field(data, 'data');
  const [width, height] = [Number(field(data, 'width')), Number(field(data, 'height'))];
  if (!(pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray) || !(width > 0 && height > 0)) return null;
  // A mask has no kind; it is a bit a pixel, and paints where the bit is 0.
  const kind = field(data, 'kind') ?? ImageKind.GRAYSCALE_1BPP;
  const row = (width + 7) >> 3;
  if (kind === ImageKind.GRAYSCALE_1BPP) {
    return { width, height, at: (x, y) => (((pixels[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0) };
  }
  const step = kind === ImageKind.RGB_24BPP ? 3 : 4;
  return {
    width,
    height,
    at: (x, y) => {
      const from = (y * width + x) * step;
      const grey = 0.3 * (pixels[from] ?? 0) + 0.59 * (pixels[from + 1] ?? 0) + 0.11 * (pixels[from + 2] ?? 0);
      const alpha = step === 4 ? (pixels[from + 3] ?? 255) / 255 : 1;
      return 255 - (255 - grey) * alpha;
    },
  };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** Pictures of several pages are kept with the document; one that cannot be unpacked comes as null. */
const unpacked = (page: PdfPage, name: string): Promise<unknown> =>
  new Promise((resolve) => (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, resolve));
