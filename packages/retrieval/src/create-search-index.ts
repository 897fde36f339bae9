import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { CaseMemory } from './cases/case-memory.ts';
import type { LexicalIndex } from './lexical/lexical-index.ts';
import { caseSupport, SUPPORTING_CASES } from './ranking/case-support.ts';
import { type FusionWeights, fuse, fusionWeights, spreadOver } from './ranking/fuse.ts';
import { topPlaces } from './ranking/top-places.ts';
import type { ProvisionCatalogue } from './storage/provision-catalogue.ts';
import type { IndexKey, SearchIndex } from './types.ts';
import type { ProvisionVectors } from './vectors/provision-vectors.ts';
import { allCosines, cosineAt, toUnit, type VectorTable } from './vectors/vector-table.ts';

export interface SearchIndexParts {
  key: IndexKey;
  embeddings: EmbeddingsInterface;
  catalogue: ProvisionCatalogue;
  table: VectorTable;
  vectors: ProvisionVectors;
  lexical: LexicalIndex;
  memory: CaseMemory;
  /** The provisions that may appear on a day. */
  allowedOn: (day: string | null) => Uint8Array;
  /** Keeps the cases for the next start. */
  saveCases: () => Promise<void>;
  weights?: FusionWeights | undefined;
}

/** How many provisions each signal puts forward, at least; the fused ranking is of these alone. */
const CANDIDATES = 200;
/** Cosines are averaged over a sample of this many provisions. */
const SAMPLE = 1024;

export function createSearchIndex(parts: SearchIndexParts): SearchIndex {
  const { key, embeddings, catalogue, table, vectors, lexical, memory, weights = fusionWeights } = parts;
  const { size } = catalogue;

  /** Nearest provisions in force. The store knows no dates: where too few of its finds are in force, all are looked at. */
  async function nearestAllowed(vector: Float32Array, count: number, allowed: Uint8Array): Promise<number[]> {
    const found = await vectors.nearest(vector, count * 2);
    const inForce = found.filter((place) => allowed[place] === 1);
    if (inForce.length >= count || found.length >= size) return inForce.slice(0, count);
    return Array.from(topPlaces(allCosines(table, vector), count, allowed));
  }

  return {
    key,
    vectorSearch: vectors.kind,
    vectorStore: vectors.store,
    size,
    get caseCount() {
      return memory.size;
    },

    async search({ question, k, asOf, caseCount = 0, signal }) {
      signal?.throwIfAborted();
      const vector = toUnit(await embeddings.embedQuery(question));
      signal?.throwIfAborted();
      const allowed = parts.allowedOn(asOf);
      const count = Math.min(Math.max(CANDIDATES, k), size);
      const near = vector.some((value) => value !== 0) ? await nearestAllowed(vector, count, allowed) : [];
      signal?.throwIfAborted();
      // From here on nothing waits: the lexical scores lie in an array that the next search uses again.
      const scores = lexical.score(question);
      const cases = memory.nearest(vector, Math.max(caseCount, SUPPORTING_CASES));
      const support = caseSupport(cases.slice(0, SUPPORTING_CASES), memory.get, catalogue.placeOf);
      const supported = [...support.keys()].filter((place) => allowed[place] === 1);
      const cosine = (place: number) => cosineAt(table, place, vector);
      const ranked = fuse(
        {
          candidates: [...near, ...topPlaces(scores, count, allowed, 0), ...supported],
          cosine,
          cosineSpread: spreadOver(size, Math.ceil(size / SAMPLE), cosine),
          lexical: scores,
          lexicalSpread: spreadOver(size, 1, (place) => scores[place] ?? 0),
          cases: support,
        },
        weights,
      );
      const hits = ranked.map(({ place, score }) => ({ provisionId: catalogue.provisionId(place), score }));
      hits.sort((a, b) => b.score - a.score || (a.provisionId < b.provisionId ? -1 : 1));
      const nearest = near[0];
      return {
        hits: hits.slice(0, k),
        cases: cases.slice(0, caseCount),
        nearest: nearest === undefined ? 0 : cosine(nearest),
      };
    },

    async addCase(record) {
      await memory.put(record);
      await parts.saveCases();
    },

    async removeCase(caseId) {
      if (!memory.remove(caseId)) return false;
      await parts.saveCases();
      return true;
    },
  };
}
