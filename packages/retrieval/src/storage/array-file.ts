import { readFile, writeFile } from 'node:fs/promises';

const kinds = { Int8Array, Uint8Array, Uint16Array, Uint32Array, Float32Array, BigUint64Array };

interface Arrays {
  Int8Array: Int8Array;
  Uint8Array: Uint8Array;
  Uint16Array: Uint16Array;
  Uint32Array: Uint32Array;
  Float32Array: Float32Array;
  BigUint64Array: BigUint64Array;
}

type Kind = keyof Arrays;
export type StoredArray = Arrays[Kind];

interface Entry {
  name: string;
  kind: Kind;
  offset: number;
  length: number;
}

const align = (offset: number) => Math.ceil(offset / 8) * 8;

/** Writes named typed arrays to one file: the header's length (8 bytes), the header (JSON), the arrays at multiples of 8. */
export async function writeArrays(file: string, arrays: Record<string, StoredArray>): Promise<void> {
  let offset = 0;
  const entries: Entry[] = [];
  for (const [name, array] of Object.entries(arrays)) {
    entries.push({ name, kind: kindOf(array), offset, length: array.length });
    offset = align(offset + array.byteLength);
  }
  const json = Buffer.from(JSON.stringify(entries), 'utf8');
  const start = align(8 + json.length);
  const bytes = Buffer.alloc(start + offset);
  bytes.writeUInt32LE(json.length, 0);
  json.copy(bytes, 8);
  for (const [index, array] of Object.values(arrays).entries()) {
    const source = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    source.copy(bytes, start + (entries[index]?.offset ?? 0));
  }
  await writeFile(file, bytes);
}

/** The arrays as views on the file's bytes. Throws where the file is cut short or no such file. */
export async function readArrays(file: string): Promise<ArrayReader> {
  const read = await readFile(file);
  // Small files come from a shared pool at any address; the views below need one that is a multiple of 8.
  const bytes = read.byteOffset % 8 === 0 ? read : Buffer.from(Uint8Array.from(read).buffer);
  const json = bytes.readUInt32LE(0);
  // Written by writeArrays alone; a damaged header fails in JSON.parse or below.
  const entries = JSON.parse(bytes.toString('utf8', 8, 8 + json)) as Entry[];
  const start = bytes.byteOffset + align(8 + json);
  return {
    get(kind, name) {
      const entry = entries.find((candidate) => candidate.name === name && candidate.kind === kind);
      if (!entry) throw new Error(`${file}: no array ${name}`);
      const create: new (buffer: ArrayBufferLike, offset: number, length: number) => StoredArray = kinds[kind];
      // `kinds[kind]` builds exactly the type that `kind` names; TypeScript cannot follow that through an index.
      return new create(bytes.buffer, start + entry.offset, entry.length) as Arrays[typeof kind];
    },
  };
}

export interface ArrayReader {
  get<K extends Kind>(kind: K, name: string): Arrays[K];
}

function kindOf(array: StoredArray): Kind {
  // A Buffer's tag, unlike its constructor's name, says Uint8Array.
  const name: string = array[Symbol.toStringTag];
  // Every StoredArray is an instance of one of `kinds`.
  return name as Kind;
}
