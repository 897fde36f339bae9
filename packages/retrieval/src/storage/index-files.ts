import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LexicalData } from '../lexical/lexical-index.ts';
import type { EmbeddedPassages } from '../vectors/embed-passages.ts';
import { readArrays, writeArrays } from './array-file.ts';
import type { CatalogueData } from './provision-catalogue.ts';

export interface IndexData {
  catalogue: CatalogueData;
  lexical: LexicalData;
  provisions: EmbeddedPassages;
  headings: EmbeddedPassages;
  knownQuestions: EmbeddedPassages;
}

/** What the next build takes over: each text's vector with the text's hash. */
export type SavedVectors = Pick<IndexData, 'provisions' | 'headings' | 'knownQuestions'>;

const vectorFiles = [
  ['provisions', 'vectors.bin'],
  ['headings', 'headings.bin'],
  ['knownQuestions', 'known-questions.bin'],
] as const;

export const GRAPH_FILE = 'vectors.hnsw';
export const CASES_FILE = 'cases.json';

export async function writeIndexFiles(folder: string, { catalogue, lexical, ...vectors }: IndexData) {
  const { names, ...arrays } = catalogue;
  await Promise.all([
    writeFile(join(folder, 'provisions.json'), JSON.stringify(names)),
    writeArrays(join(folder, 'provisions.bin'), { ...arrays }),
    writeArrays(join(folder, 'lexical.bin'), { ...lexical }),
    ...vectorFiles.map(([name, file]) => {
      const { table, passageHashes } = vectors[name];
      return writeArrays(join(folder, file), { values: table.values, scales: table.scales, passageHashes });
    }),
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
export async function readVectors(folder: string, dimensions: number): Promise<SavedVectors> {
  const read = async (file: string): Promise<EmbeddedPassages> => {
    const vectors = await readArrays(join(folder, file));
    return {
      table: { dimensions, values: vectors.get('Int8Array', 'values'), scales: vectors.get('Float32Array', 'scales') },
      passageHashes: vectors.get('BigUint64Array', 'passageHashes'),
    };
  };
  const [provisions, headings, knownQuestions] = await Promise.all(vectorFiles.map(([, file]) => read(file)));
  if (!provisions || !headings || !knownQuestions) throw new Error('three files were read');
  return { provisions, headings, knownQuestions };
}
