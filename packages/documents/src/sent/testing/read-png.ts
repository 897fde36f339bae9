import { inflateSync } from 'node:zlib';

/** Reads a grey PNG without filters; `at` takes shares of its width and height. */
export function readPngForTest(image: Uint8Array): { at: (x: number, y: number) => number } {
  const file = Buffer.from(image);
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const from = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(from, from + file.readUInt32BE(from - 8)));
  return { at: (x, y) => rows[Math.floor(y * height) * (width + 1) + 1 + Math.floor(x * width)] ?? -1 };
}
