import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { LexicalIndex } from './lexical/lexical-index.ts';
import type { AnsweredQuestions } from './memory/answered-questions.ts';
import { caseSupport, repeatedSupport } from './ranking/case-support.ts';
import { type AskedQuestion, gatherCandidates, type RankingSources } from './ranking/features.ts';
import { type FusionWeights, fuse, fusionWeights, type RankedPlace } from './ranking/fuse.ts';
import { readSignals } from './ranking/question-signals.ts';
import { topPlaces } from './ranking/top-places.ts';
import type { ProvisionCatalogue } from './storage/provision-catalogue.ts';
import type { IndexKey, SearchIndex, SearchStage } from './types.ts';
import type { ProvisionVectors } from './vectors/provision-vectors.ts';
import { allCosines, cosineAt, toUnit, type VectorTable } from './vectors/vector-table.ts';

export interface SearchIndexParts extends Omit<RankingSources, 'statistics'> {
  key: IndexKey;
  embeddings: EmbeddingsInterface;
  catalogue: ProvisionCatalogue;
  table: VectorTable;
  vectors: ProvisionVectors;
  lexical: LexicalIndex;
  answered: AnsweredQuestions;
  /** The trained second stage, where there is one for these embeddings; else the signals are summed. */
  rank: ((features: Float32Array) => Float64Array) | null;
  /** The provisions that may appear on a day. */
  allowedOn: (day: string | null) => Uint8Array;
  /** Keeps the cases for the next start. */
  saveCases: () => Promise<void>;
  weights?: FusionWeights | undefined;
}

/** How many provisions vectors put forward, at least; words put forward half as many. */
const CANDIDATES = 200;

export function createSearchIndex(parts: SearchIndexParts): SearchIndex {
  const { key, embeddings, catalogue, table, vectors, answered, rank, weights = fusionWeights } = parts;
  const { size } = catalogue;
  const { cases } = answered;
  const sources: RankingSources = { ...parts, statistics: answered.statistics };

  /** Nearest provisions in force. The store knows no dates: where too few of its finds are in force, all are looked at. */
  async function nearestAllowed(vector: Float32Array, count: number, allowed: Uint8Array): Promise<number[]> {
    const found = await vectors.nearest(vector, count * 2);
    const inForce = found.filter((place) => allowed[place] === 1);
    if (inForce.length >= count || found.length >= size) return inForce.slice(0, count);
    return Array.from(topPlaces(allCosines(table, vector), count, allowed));
  }

  /** The sum of the signals, for embeddings that no second stage was trained on and for measuring without one. */
  function sumSignals(asked: AskedQuestion, without: ReadonlySet<SearchStage>): RankedPlace[] {
    const cosine = (place: number) => cosineAt(table, place, asked.vector);
    const support = caseSupport(asked.answered.nearest);
    const near = without.has('vectors') ? [] : asked.near;
    const worded = without.has('lexical') ? [] : Array.from(asked.worded);
    const supported = [...support.keys()].filter((place) => asked.allowed[place] === 1);
    return fuse(
      {
        candidates: [...near, ...worded, ...supported],
        cosine,
        cosineSpread: asked.cosineSpread,
        lexical: asked.lexical,
        lexicalSpread: asked.lexicalSpread,
        cases: support,
      },
      {
        vectors: without.has('vectors') ? 0 : 1,
        lexical: without.has('lexical') ? 0 : weights.lexical,
        cases: weights.cases,
      },
    );
  }

  function rankCandidates(asked: AskedQuestion, scores: (features: Float32Array) => Float64Array): RankedPlace[] {
    const { places, features } = gatherCandidates(sources, asked);
    const scored = scores(features);
    const repeated = repeatedSupport(asked.answered.nearest);
    return Array.from(places, (place, i) => ({ place, score: (scored[i] ?? 0) + (repeated.get(place) ?? 0) }));
  }

  return {
    key,
    vectorSearch: vectors.kind,
    vectorStore: vectors.store,
    size,
    get caseCount() {
      return cases.size;
    },

    async search({ question, k, asOf, caseCount = 0, without = new Set(), signal }) {
      signal?.throwIfAborted();
      const vector = toUnit(await embeddings.embedQuery(question));
      signal?.throwIfAborted();
      const allowed = parts.allowedOn(asOf);
      const count = Math.min(Math.max(CANDIDATES, k), size);
      const near = vector.some((value) => value !== 0) ? await nearestAllowed(vector, count, allowed) : [];
      signal?.throwIfAborted();
      // From here on nothing waits: the lexical scores lie in an array that the next search uses again.
      const asked = readSignals(
        parts,
        { text: question, vector, near, allowed, worded: Math.max(CANDIDATES / 2, k) },
        { cases: !without.has('cases'), known: !without.has('known-questions') },
      );
      const summed =
        rank === null || ['vectors', 'lexical', 'ranker'].some((stage) => without.has(stage as SearchStage));
      const ranked = summed ? sumSignals(asked, without) : rankCandidates(asked, rank);
      const hits = ranked.map(({ place, score }) => ({ provisionId: catalogue.provisionId(place), score }));
      hits.sort((a, b) => b.score - a.score || (a.provisionId < b.provisionId ? -1 : 1));
      const nearest = near[0];
      return {
        hits: hits.slice(0, k),
        cases: caseCount === 0 ? [] : asked.answered.cases(caseCount),
        nearest: nearest === undefined ? 0 : cosineAt(table, nearest, vector),
      };
    },

    async addCase(record) {
      await cases.put(record);
      await parts.saveCases();
    },

    async removeCase(caseId) {
      if (!cases.remove(caseId)) return false;
      await parts.saveCases();
      return true;
    },
  };
}
