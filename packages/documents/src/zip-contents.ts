import { inflateRawSync } from 'node:zlib';
import { DocumentError } from './document-error.ts';
import { maxUnpackedBytes, maxUnpackRatio, maxXmlBytes, megabytes } from './limits.ts';

interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  headerAt: number;
}

const corrupt = (cause?: unknown) => new DocumentError('corrupt', '压缩包已损坏，无法读取', { cause });

/**
 * Unpacks the entries of a zip that `wanted` names. What the central directory says is checked before anything is
 * unpacked, and what is unpacked may not exceed what it said: a directory that lies is stopped at its own number.
 */
export function zipContents(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  const entries = centralDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > maxUnpackedBytes || (total > 1024 * 1024 && total / bytes.length > maxUnpackRatio)) {
    throw new DocumentError(
      'zip-bomb',
      `疑似压缩炸弹：${megabytes(bytes.length)} 解压后达 ${megabytes(total)}，已拒绝`,
    );
  }
  const chosen = entries.filter(({ name }) => wanted(name));
  const size = chosen.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > maxXmlBytes) throw new DocumentError('too-large', `文档正文有 ${megabytes(size)}，请拆分后再导入`);
  const contents: Record<string, Uint8Array> = {};
  for (const entry of chosen) contents[entry.name] = unpack(bytes, entry);
  return contents;
}

/** Entries as the last end-of-directory record lists them (APPNOTE 4.3.12, 4.3.16); zip64 has no place in a document. */
function centralDirectory(zip: Buffer): ZipEntry[] {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    const count = zip.readUInt16LE(end + 10);
    let at = zip.readUInt32LE(end + 16);
    if (end < 0 || count === 0xffff || at === 0xffffffff) throw corrupt();
    const entries: ZipEntry[] = [];
    for (let index = 0; index < count; index++) {
      if (zip.readUInt32LE(at) !== 0x02014b50) throw corrupt();
      const nameLength = zip.readUInt16LE(at + 28);
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + nameLength),
        method: zip.readUInt16LE(at + 10),
        encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
        packed: zip.readUInt32LE(at + 20),
        unpacked: zip.readUInt32LE(at + 24),
        headerAt: zip.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return entries;
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw corrupt(cause);
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new DocumentError('encrypted', '文件已加密，请解除密码后再导入');
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const from =
      entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
    const packed = bytes.subarray(from, from + entry.packed);
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw corrupt();
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new DocumentError('zip-bomb', '疑似压缩炸弹：解压后的大小超过文件自己声明的大小，已拒绝', { cause });
    }
    throw corrupt(cause);
  }
}
