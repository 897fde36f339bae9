import { createHash } from 'node:crypto';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createVectorTable, setVector, type VectorTable } from './vector-table.ts';

export interface EmbeddedPassages {
  table: VectorTable;
  passageHashes: BigUint64Array;
}

const BATCH = 64;

/**
 * A vector for every passage. Vectors of passages that `previous` (of the same model) has are taken over, so that one new
 * law among a thousand costs one law's embedding.
 */
export async function embedPassages(
  passages: readonly string[],
  embeddings: EmbeddingsInterface,
  previous: EmbeddedPassages | null,
  breathe: (done: number) => Promise<void>,
): Promise<EmbeddedPassages> {
  const passageHashes = BigUint64Array.from(passages, hashOf);
  const known = new Map(previous && Array.from(previous.passageHashes, (hash, place) => [hash, place]));
  // The table of an empty corpus does not know how long a vector is.
  const dimensions = previous?.table.dimensions ?? 0;
  let table = dimensions > 0 ? createVectorTable(dimensions, passages.length) : null;
  const missing: number[] = [];
  for (const [place, hash] of passageHashes.entries()) {
    const from = known.get(hash);
    if (from === undefined || !previous || !table) missing.push(place);
    else copyVector(previous.table, from, table, place);
  }
  for (let from = 0; from < missing.length; from += BATCH) {
    await breathe(passages.length - missing.length + from);
    const places = missing.slice(from, from + BATCH);
    const vectors = await embeddings.embedDocuments(places.map((place) => passages[place] ?? ''));
    for (const [i, place] of places.entries()) {
      const vector = vectors[i] ?? [];
      table ??= createVectorTable(vector.length, passages.length);
      setVector(table, place, vector);
    }
  }
  await breathe(passages.length);
  return { table: table ?? createVectorTable(0, passages.length), passageHashes };
}

function copyVector(source: VectorTable, from: number, target: VectorTable, to: number) {
  const { dimensions } = source;
  target.values.set(source.values.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  target.scales[to] = source.scales[from] ?? 0;
}

/** 64 bits: among ten million passages two different ones share a hash with a chance of one in 400,000. */
const hashOf = (passage: string) => createHash('sha256').update(passage, 'utf8').digest().readBigUInt64LE(0);
