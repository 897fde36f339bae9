/** A stretch of the WordDocument stream, in bytes, whose text is not read as it stands. */
export interface Stretch {
  from: number;
  to: number;
  why: '隐藏' | '白色' | '极小' | '删除' | '新增';
}

export interface Streams {
  document: Buffer;
  table: Buffer;
}

/** Character formatting that hides text or marks it as changed ([MS-DOC] 2.9.33, ChpxFkp). */
export const characterStretches = (streams: Streams): Stretch[] =>
  pages(streams, 0xfa, 1).flatMap(({ from, to, page, offset }) => {
    const length = page[offset * 2] ?? 0;
    if (offset === 0) return [];
    const why = reason(sprms(page.subarray(offset * 2 + 1, offset * 2 + 1 + length)));
    return why ? [{ from, to, why }] : [];
  });

export interface ParagraphRun {
  /** Bytes in the WordDocument stream. */
  from: number;
  to: number;
  style: number;
  properties: Map<number, number>;
}

/** What is set in each paragraph itself ([MS-DOC] 2.9.174, PapxFkp). */
export const paragraphRuns = (streams: Streams): ParagraphRun[] =>
  pages(streams, 0x102, 13).map(({ from, to, page, offset }) => {
    const at = offset * 2;
    const first = page[at] ?? 0;
    const [start, length] = first === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, first * 2 - 1];
    const own = page.subarray(start, start + length);
    if (offset === 0 || own.length < 2) return { from, to, style: 0, properties: new Map() };
    return { from, to, style: own.readUInt16LE(0), properties: sprms(own.subarray(2)) };
  });

const white = new Set([0x00ffffff]);

function reason(properties: Map<number, number>): Stretch['why'] | null {
  if (properties.get(0x0800) === 1) return '删除';
  if (properties.get(0x083c) === 1) return '隐藏';
  const isShaded = properties.has(0xca71) || properties.has(0x4866) || properties.has(0x2a0c);
  const color = properties.get(0x6870);
  const isWhite = color === undefined ? properties.get(0x2a42) === 8 : white.has(color);
  if (isWhite && !isShaded) return '白色';
  if ((properties.get(0x4a43) ?? 21) < 8) return '极小';
  return properties.get(0x0801) === 1 ? '新增' : null;
}

const maxRuns = 500_000;

/** All runs of the formatting pages that a table at `at` of the file information block names. */
function pages({ document, table }: Streams, at: number, width: number) {
  const from = document.readUInt32LE(at);
  const bins = table.subarray(from, from + document.readUInt32LE(at + 4));
  const count = Math.max(0, Math.floor((bins.length - 4) / 8));
  const runs: { from: number; to: number; page: Buffer; offset: number }[] = [];
  const read = new Set<number>();
  for (let bin = 0; bin < count; bin++) {
    const number = bins.readUInt32LE((count + 1) * 4 + bin * 4) & 0x3fffff;
    const page = document.subarray(number * 512, number * 512 + 512);
    if (page.length < 512 || read.has(number)) continue;
    read.add(number);
    const inPage = Math.min(page[511] ?? 0, Math.floor((511 - 4) / (4 + width)));
    for (let run = 0; run < inPage && runs.length < maxRuns; run++) {
      runs.push({
        from: page.readUInt32LE(run * 4),
        to: page.readUInt32LE(run * 4 + 4),
        page,
        offset: page[(inPage + 1) * 4 + run * width] ?? 0,
      });
    }
  }
  return runs;
}

const operandSizes = [1, 1, 2, 4, 2, 2, -1, 3];

/** Property modifiers by their code; the operand as a number, of a variable one its length. */
export function sprms(bytes: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = bytes.readUInt16LE(at);
    const size = operandSizes[code >> 13] ?? 1;
    const start = at + 2;
    const length = size === -1 ? (bytes[start] ?? 0) + 1 : size;
    if (start + length > bytes.length) break;
    found.set(code, size === -1 ? length - 1 : bytes.readUIntLE(start, length));
    at = start + length;
  }
  return found;
}
