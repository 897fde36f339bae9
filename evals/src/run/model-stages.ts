import type { ModelCall, ModelSearch, ModelStage } from '@lutai/desk';
import type { EvaluationSet } from '../evaluation-set.ts';
import type { OuterStages } from './outer-stages.ts';

export interface ModelStagesInput {
  search: ModelSearch;
  /** Those that are switched on. */
  stages: readonly ModelStage[];
  /** Name of the language model. */
  model: string;
  set: Pick<EvaluationSet, 'provisions'>;
}

/** What a language model does for the search, as stages of an evaluation around the index's own search. */
export function toModelStages({ search, stages, model, set }: ModelStagesInput): OuterStages {
  const byId = new Map(set.provisions.map((provision) => [provision.provisionId, provision]));
  const readProvisions = async (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    names: stages,
    modelId: `${model}(${stages.join()})`,
    around: (find, input, without) =>
      search({ find, readProvisions }, { ...input, stages: stages.filter((stage) => !without.has(stage)) }),
  };
}

/** Calls that were made, and those that failed by reason. An answer that was kept from before is no call. */
export interface ModelCallCount {
  made: number;
  failed: number;
  failures: Record<string, number>;
  meanMs: number;
  inputTokens: number;
  outputTokens: number;
}

/** Counts calls by stage; `onFirstFailure` hears of the first that fails in each. */
export function countModelCalls(onFirstFailure: (call: ModelCall) => void) {
  const calls = new Map<ModelStage, ModelCallCount>();
  return {
    count(call: ModelCall): void {
      const { stage, ms, usage, failure } = call;
      const none: ModelCallCount = { made: 0, failed: 0, failures: {}, meanMs: 0, inputTokens: 0, outputTokens: 0 };
      const known = calls.get(stage) ?? none;
      calls.set(stage, known);
      known.made += 1;
      known.meanMs += (ms - known.meanMs) / known.made;
      known.inputTokens += usage?.inputTokens ?? 0;
      known.outputTokens += usage?.outputTokens ?? 0;
      if (failure === null) return;
      known.failed += 1;
      known.failures[failure] = (known.failures[failure] ?? 0) + 1;
      if (known.failed === 1) onFirstFailure(call);
    },
    byStage: (): Partial<Record<ModelStage, ModelCallCount>> =>
      Object.fromEntries([...calls].map(([stage, one]) => [stage, { ...one, meanMs: Math.round(one.meanMs) }])),
  };
}
