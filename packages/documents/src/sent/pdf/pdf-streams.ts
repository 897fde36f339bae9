import { inflateSync } from 'node:zlib';
import { DocumentError } from '../../document-error.ts';
import { maxUnpackedBytes, megabytes } from '../../limits.ts';

const maxStreams = 100_000;
const maxNesting = 2;
/** Of characters, in which pages are drawn: each four of them may be an operator, which takes some sixty bytes of memory. */
const maxDrawing = 32 * 1024 * 1024;

/** Refuses a PDF whose packed streams (pictures apart, which are never unpacked here) would not fit the memory. */
export function refusePdfBomb(file: Buffer): void {
  let total = 0;
  let streams = 0;
  let end = 0;
  let covered = 0;
  let drawing = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue;
    if (++streams > maxStreams) throw bomb(`有 ${maxStreams} 个以上的数据流`);
    const before = file.toString('latin1', Math.max(0, at - 2000), at);
    const dictionary = withPlainNames(before.slice(before.lastIndexOf(' obj') + 1));
    const packings = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g)?.length ?? 0;
    if (packings > maxNesting) throw bomb('数据流层层压缩');
    if (packings === 0 || isPicture(dictionary)) continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + (file[at + 6] === 0x0a || file[at + 7] === 0x0a ? 1 : 0);
    if (end < start) end = file.indexOf('endstream', start);
    if (end < 0) end = file.length;
    covered += end - start;
    if (covered > file.length * 2) throw bomb('数据流互相重叠');
    let packed: Buffer = file.subarray(start, end);
    for (let layer = 0; layer < packings; layer++) packed = unpacked(packed, maxUnpackedBytes - total);
    total += packed.length;
    drawing += printable(packed);
    if (drawing > maxDrawing) {
      throw new DocumentError(
        'too-large',
        `PDF 的页面内容解压后超过 ${megabytes(maxDrawing)} 的上限（图形太多），请只上传需要看的部分`,
      );
    }
  }
}

/** `/Flate#44ecode` is `/FlateDecode`. */
const withPlainNames = (dictionary: string): string =>
  dictionary.replace(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What merely calls itself one may be the content of a page all the same. */
const isPicture = (dictionary: string): boolean =>
  [/\/Subtype\s*\/Image\b/u, /\/Width\b/u, /\/Height\b/u].every((part) => part.test(dictionary));

/** What is not zlib is left to the reader, which refuses it or reads what there is. */
function unpacked(packed: Buffer, limit: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(limit, 1), finishFlush: 2 });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw bomb(`数据流解压后超过 ${megabytes(maxUnpackedBytes)}`);
    }
    return Buffer.alloc(0);
  }
}

function printable(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d) count++;
  return count;
}

const bomb = (what: string) => new DocumentError('zip-bomb', `疑似压缩炸弹：PDF 的${what}，已拒绝`);
