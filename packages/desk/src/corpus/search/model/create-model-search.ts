import { type LanguageModel, recordedModel } from '@lutai/model';
import type { ProvisionHit, SearchInput, SearchResult } from '@lutai/retrieval';
import { failureWords } from '../../../drafting/failure-words.ts';
import { createModelAsker, type ModelCall } from './create-model-asker.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { holdPlaces } from './hold-places.ts';
import { isOutOfReach } from './is-out-of-reach.ts';
import { type ModelHelp, type ModelStage, noModelHelp } from './model-help.ts';
import { createQueryRequest } from './query-request.ts';
import { createRecentAnswers } from './recent-answers.ts';
import { createRerankRequest, type ProvisionWords } from './rerank-request.ts';

export type ModelSearchConfig = {
  model: LanguageModel;
  stages: readonly ModelStage[];
  now: () => Date;
  /** Milliseconds for each stage, retries included (default 8, 8 and 15 seconds). */
  limitsMs?: Partial<Record<ModelStage, number>>;
  /** Answers of the model that are kept, and for how long (default 200 for ten minutes). */
  kept?: { count: number; keptMs: number };
  onCall?: ((call: ModelCall) => void) | undefined;
};

export type ModelSearchDeps = {
  /** The search without a model. */
  find: (input: SearchInput) => Promise<SearchResult>;
  /** The words of these provisions, in any order; one that is not known is left out. */
  readProvisions: (ids: readonly string[]) => Promise<readonly ProvisionWords[]>;
};

export type ModelSearchInput = SearchInput & {
  /** All that are switched on when absent. */
  stages?: readonly ModelStage[] | undefined;
};

export type ModelSearch = (
  deps: ModelSearchDeps,
  input: ModelSearchInput,
) => Promise<SearchResult & { modelHelp: ModelHelp }>;

const limits = { rewrite: 8_000, hyde: 8_000, rerank: 15_000 };
/** How many provisions each query brings to the fusion, at least, and how many of the fused list the model orders. */
const depth = 50;
const ordered = 40;
/** However the model orders: the first hits of the question's own ranking stay among these first places. */
const heldHits = 3;
const heldPlace = 10;

/**
 * A search that a language model helps: it says the question again in the words of the law and drafts a provision that
 * would answer it, which are searched besides, and it orders the top of the fused list. Never fails because of the model:
 * a stage that fails leaves the ranking as it would be without it, and where no stage helped it is that of `find`. Cases
 * and `nearest` are always those of the question's own words.
 */
export function createModelSearch(config: ModelSearchConfig): ModelSearch {
  const { model, now, kept = { count: 200, keptMs: 600_000 }, onCall } = config;
  const answers = createRecentAnswers({ ...kept, now });
  const limitsMs = { ...limits, ...config.limitsMs };
  const queryRequest = createQueryRequest();
  const rerankRequest = createRerankRequest();

  return async ({ find, readProvisions }, { stages = config.stages, ...input }) => {
    const { question, k, signal } = input;
    const help = noModelHelp();
    const recorded = recordedModel(model, (call) => help.calls.push(call));
    const ask = createModelAsker({ model: recorded, limitsMs, answers, onCall });
    const errors: unknown[] = [];
    const plain = await find(input);
    const wanted = plain.hits.length === 0 ? [] : config.stages.filter((stage) => stages.includes(stage));
    if (wanted.length === 0) return { ...plain, modelHelp: help };
    const deeper = { ...input, k: Math.max(k, depth), caseCount: 0 };
    const own = k >= depth ? plain : await find(deeper);
    const ownIds = idsOf(own.hits);

    /** What the stage gives, or null where it failed: only the caller's cancelling ends the search. */
    async function attempt<Value>(stage: ModelStage, work: () => Promise<Value>): Promise<Value | null> {
      try {
        const value = await work();
        help[stage] = 'used';
        return value;
      } catch (error) {
        signal?.throwIfAborted();
        help[stage] = 'failed';
        help.why[stage] = failureWords(error);
        errors.push(error);
        return null;
      }
    }
    const searchBesides = (stage: 'rewrite' | 'hyde') =>
      wanted.includes(stage)
        ? attempt(stage, async () => {
            const query = await ask(queryRequest(stage, question), signal);
            return idsOf((await find({ ...deeper, question: query })).hits);
          })
        : null;
    const others = await Promise.all([searchBesides('rewrite'), searchBesides('hyde')]);
    const found = others.filter((ranking) => ranking !== null);
    const fused = found.length === 0 ? ownIds : fuseRankings(ownIds, found);

    /** The fused list, the provisions that the model named in front. */
    async function rerank(): Promise<string[]> {
      const top = fused.slice(0, ordered);
      const words = new Map((await readProvisions(top)).map((provision) => [provision.provisionId, provision]));
      const given = top.flatMap((id) => words.get(id) ?? []);
      const named = await ask(rerankRequest(question, given), signal);
      const order = [...named, ...fused.filter((id) => !named.includes(id))];
      return holdPlaces(order, ownIds, (rank) => (rank <= heldHits ? heldPlace : Number.POSITIVE_INFINITY));
    }
    let ranked: string[] | null = null;
    if (wanted.includes('rerank') && fused.length > 1) {
      const outOfReach = found.length === 0 ? errors.find(isOutOfReach) : undefined;
      ranked = await attempt('rerank', () => (outOfReach === undefined ? rerank() : Promise.reject(outOfReach)));
    }
    signal?.throwIfAborted();
    if (ranked === null && found.length === 0) return { ...plain, modelHelp: help };
    return { ...plain, hits: withScores((ranked ?? fused).slice(0, k), own.hits), modelHelp: help };
  };
}

const idsOf = (hits: readonly ProvisionHit[]) => hits.map(({ provisionId }) => provisionId);

/**
 * Each place keeps the score that it has in the question's own ranking: who draws lines by how far the best ones stand out
 * may go on doing so, and scores still fall from place to place.
 */
function withScores(ids: readonly string[], own: readonly ProvisionHit[]): ProvisionHit[] {
  const least = own.at(-1)?.score ?? 0;
  return ids.map((provisionId, i) => ({ provisionId, score: own[i]?.score ?? least }));
}
