import { jpegHead } from './jpeg-head.ts';

/** Of a square of a picture in points on a page; its size does not matter where its pixels are taken one by one. */
const point = 72 / 300;

/** A PDF with the picture as its only page, so that what unpacks pictures of PDFs unpacks it; null for other formats. */
export function pictureAsPdf(picture: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const found = bytes.readUInt16BE(0) === 0xffd8 ? fromJpeg(bytes) : fromPng(bytes);
  if (!found) return null;
  const { dictionary, data, width, height, turn } = found;
  const [w, h] = [width * point, height * point];
  const content = `${w} 0 0 ${h} 0 0 cm /P Do`;
  return assemble([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Rotate ${turn} /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
    ),
    stream('', Buffer.from(content)),
    stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dictionary}`, data),
  ]);
}

interface Found {
  dictionary: string;
  data: Buffer;
  width: number;
  height: number;
  /** In degrees, clockwise. */
  turn: number;
}

const spaces: Record<number, string> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

function fromJpeg(bytes: Buffer): Found | null {
  const head = jpegHead(bytes);
  const space = head && spaces[head.components];
  if (!head || !space) return null;
  return { ...head, data: bytes, dictionary: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode` };
}

/** A PNG whose rows stand in it one after the other, in grey, colours or from a palette, without transparency of its own. */
function fromPng(bytes: Buffer): Found | null {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth = 0, kind = 0, , , interlace] = bytes.subarray(24, 29);
  const colours = kind === 2 ? 3 : 1;
  if (![0, 2, 3].includes(kind) || interlace !== 0) return null;
  const data: Buffer[] = [];
  let palette = Buffer.alloc(0);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (name === 'IDAT') data.push(body);
    if (name === 'PLTE') palette = Buffer.from(body);
  }
  const indexed = `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`;
  const space = kind === 3 ? indexed : spaces[colours];
  const parameters = `/Predictor 15 /Colors ${colours} /BitsPerComponent ${depth} /Columns ${width}`;
  return {
    ...{ width, height, turn: 0, data: Buffer.concat(data) },
    dictionary: `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms << ${parameters} >>`,
  };
}

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

function assemble(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [at, body] of objects.entries()) {
    offsets.push(length);
    const object = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    length += object.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\n`));
  parts.push(Buffer.from(`startxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}
