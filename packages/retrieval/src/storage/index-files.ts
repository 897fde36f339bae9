import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LexicalData } from '../lexical/lexical-index.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import { readArrays, writeArrays } from './array-file.ts';
import type { CatalogueData } from './provision-catalogue.ts';

export interface IndexData {
  catalogue: CatalogueData;
  lexical: LexicalData;
  table: VectorTable;
  /** Hash of each passage: the next build takes over the vectors of those that did not change. */
  passageHashes: BigUint64Array;
}

export const GRAPH_FILE = 'vectors.hnsw';
export const CASES_FILE = 'cases.json';

export async function writeIndexFiles(folder: string, { catalogue, lexical, table, passageHashes }: IndexData) {
  const { names, ...arrays } = catalogue;
  await Promise.all([
    writeFile(join(folder, 'provisions.json'), JSON.stringify(names)),
    writeArrays(join(folder, 'provisions.bin'), { ...arrays }),
    writeArrays(join(folder, 'lexical.bin'), { ...lexical }),
    writeArrays(join(folder, 'vectors.bin'), { values: table.values, scales: table.scales, passageHashes }),
  ]);
}

export async function readIndexFiles(folder: string, dimensions: number): Promise<IndexData> {
  const [names, provisions, lexical, vectors] = await Promise.all([
    readFile(join(folder, 'provisions.json'), 'utf8'),
    readArrays(join(folder, 'provisions.bin')),
    readArrays(join(folder, 'lexical.bin')),
    readVectors(folder, dimensions),
  ]);
  return {
    catalogue: {
      // Written by writeIndexFiles in the same generation.
      names: JSON.parse(names) as CatalogueData['names'],
      versionOf: provisions.get('Uint32Array', 'versionOf'),
      pathOf: provisions.get('Uint32Array', 'pathOf'),
      texts: provisions.get('Uint8Array', 'texts'),
      textStarts: provisions.get('Uint32Array', 'textStarts'),
    },
    lexical: {
      terms: lexical.get('Uint8Array', 'terms'),
      starts: lexical.get('Uint32Array', 'starts'),
      places: lexical.get('Uint32Array', 'places'),
      counts: lexical.get('Uint8Array', 'counts'),
      lengths: lexical.get('Uint16Array', 'lengths'),
    },
    ...vectors,
  };
}

/** The vectors alone, for the next build. */
export async function readVectors(folder: string, dimensions: number) {
  const vectors = await readArrays(join(folder, 'vectors.bin'));
  return {
    table: { dimensions, values: vectors.get('Int8Array', 'values'), scales: vectors.get('Float32Array', 'scales') },
    passageHashes: vectors.get('BigUint64Array', 'passageHashes'),
  };
}
