import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../sent/pdf/open-pdf.ts';
import { pagePicture } from '../sent/pdf/page-picture.ts';
import { writePng } from '../sent/pdf/write-png.ts';
import { jpegHead } from './jpeg-head.ts';
import { pictureAsPdf } from './picture-as-pdf.ts';

const jpeg = readFileSync(new URL('./testing/scan.jpg', import.meta.url));

/** The photo with the note of a camera that it was turned. */
function turned(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1');
  const [short, long] = isLittle
    ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
    : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)];
  for (const [value, at] of [
    [1, 8],
    [0x0112, 10],
    [3, 12],
    [orientation, 18],
  ] as const)
    short(value, at);
  long(8, 4);
  long(1, 14);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

async function pictureOf(bytes: Uint8Array) {
  const pdf = pictureAsPdf(bytes);
  if (!pdf) return null;
  const { pdfjs, opened, close } = await openPdf(pdf, { maxPixels: 1_000_000 });
  const picture = await pagePicture(await (await opened).getPage(1), pdfjs, () => true);
  await close();
  return picture;
}

const size = 12;
const times = (count: number, ...values: number[]) => Array.from({ length: count }, () => values).flat();

/** A PNG of twelve equal rows with filter 1, which adds to each byte that of the pixel before it. */
function png(kind: number, row: readonly number[], palette: readonly number[] = []): Uint8Array {
  const made = Buffer.from(writePng({ width: size, height: size, pixels: new Uint8Array(size * size) }));
  made[25] = kind;
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    made.subarray(0, 33),
    ...(palette.length > 0 ? [chunk('PLTE', Buffer.from(palette))] : []),
    chunk('IDAT', deflateSync(Buffer.from(times(size, 1, ...row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture as a PDF', () => {
  it.each([
    [1, 0],
    [3, 180],
    [6, 90],
    [8, 270],
  ])('knows that orientation %i is a turn of %i degrees', (orientation, turn) => {
    for (const isLittle of [true, false]) {
      expect(jpegHead(turned(orientation, isLittle))).toEqual({ width: 1000, height: 320, components: 3, turn });
    }
  });

  it('comes out with every pixel, upright', async () => {
    expect(await pictureOf(jpeg)).toMatchObject({ width: 1000, height: 320 });
    expect(await pictureOf(turned(6, true))).toMatchObject({ width: 320, height: 1000 });
  });

  it.each([
    ['grey', png(0, times(size, 10)), (x: number) => 10 * (x + 1)],
    ['of colours', png(2, [200, 100, 0, ...times(size - 1, 0, 0, 0)]), () => 119],
    [
      'of a palette',
      png(3, [0, 1, ...times(size - 2, 0)], [0, 0, 0, 200, 200, 200]),
      (x: number) => (x === 0 ? 0 : 200),
    ],
  ])('reads a PNG %s', async (_, file, shade) => {
    const picture = await pictureOf(file);
    expect(picture).toMatchObject({ width: size, height: size });
    const row = Array.from({ length: size }, (_, x) => shade(x));
    expect([...(picture?.pixels ?? [])]).toEqual(times(size, ...row));
  });

  it('is none of a PNG with transparency or of other formats', () => {
    expect(pictureAsPdf(png(6, [0]))).toBeNull();
    expect(pictureAsPdf(Buffer.from('RIFF0000WEBPVP8 '))).toBeNull();
  });
});
