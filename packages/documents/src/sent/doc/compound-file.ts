import { DocumentError } from '../../document-error.ts';

export interface CompoundFile {
  /** Names of all storages and streams, as they stand in the directory. */
  names: string[];
  /** The bytes of a stream, or null where there is none of that name. */
  stream(name: string): Buffer | null;
}

const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const corrupt = (what: string) => new DocumentError('corrupt', `旧版 Word 文档已损坏（${what}），无法读取`);

/** Opens an OLE compound file ([MS-CFB]). Every chain is followed at most once through each sector of the file. */
export function openCompoundFile(file: Buffer): CompoundFile {
  if (file.length < 512) throw corrupt('文件头不完整');
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw corrupt('扇区大小');
  const size = 1 << shift;
  const sectors = Math.ceil(file.length / size);
  const sector = (id: number) => {
    const at = (id + 1) * size;
    if (at >= file.length) throw corrupt('扇区越界');
    return file.subarray(at, Math.min(at + size, file.length));
  };
  const table = allocationTable(file, sectors, size, sector);
  const chain = (start: number, next: readonly number[], limit: number): number[] => {
    const ids: number[] = [];
    for (let id = start; id !== endOfChain && id !== free; id = next[id] ?? endOfChain) {
      if (ids.length >= limit) throw corrupt('扇区链成环');
      ids.push(id);
    }
    return ids;
  };
  const whole = (start: number) => Buffer.concat(chain(start, table, sectors).map(sector));
  const entries = directory(whole(file.readUInt32LE(48)));
  const root = entries.find(({ type }) => type === 5);
  const mini = root && root.size > 0 ? whole(root.start) : Buffer.alloc(0);
  const miniTable = numbers(whole(file.readUInt32LE(60)));
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((one) => one.type === 2 && one.name === name);
      if (!entry) return null;
      if (entry.size > file.length) throw corrupt('流的长度');
      if (entry.size >= 4096) return whole(entry.start).subarray(0, entry.size);
      const parts = chain(entry.start, miniTable, Math.ceil(mini.length / 64)).map((id) =>
        mini.subarray(id * 64, id * 64 + 64),
      );
      return Buffer.concat(parts).subarray(0, entry.size);
    },
  };
}

function allocationTable(file: Buffer, sectors: number, size: number, sector: (id: number) => Buffer): number[] {
  const ids = numbers(file.subarray(76, 512));
  let more = file.readUInt32LE(68);
  for (let count = 0; more !== endOfChain && more !== free; count++) {
    if (count > sectors) throw corrupt('扇区链成环');
    const list = numbers(sector(more));
    ids.push(...list.slice(0, size / 4 - 1));
    more = list[size / 4 - 1] ?? endOfChain;
  }
  const used = ids.filter((id) => id !== free && id !== endOfChain);
  if (used.length > sectors) throw corrupt('扇区表');
  const table: number[] = [];
  for (const id of used) for (const next of numbers(sector(id))) table.push(next);
  return table;
}

const numbers = (bytes: Buffer) => Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));

function directory(bytes: Buffer) {
  return Array.from({ length: Math.min(bytes.length >> 7, 10_000) }, (_, index) => {
    const entry = bytes.subarray(index * 128, index * 128 + 128);
    const length = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62);
    return {
      name: entry.toString('utf16le', 0, length),
      type: entry.readUInt8(66),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  }).filter(({ type }) => type !== 0);
}
