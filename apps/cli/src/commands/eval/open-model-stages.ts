import type { ModelStage } from '@lutai/desk';
import type { EvaluationSet, ModelCallCount, OuterStages } from '@lutai/evals';
import { UsageError } from '../../command-error.ts';

export interface ModelReport {
  name: string;
  stages: readonly ModelStage[];
  /** By stage; one that made no call is absent. */
  calls: Partial<Record<ModelStage, ModelCallCount>>;
}

export interface OpenedModelStages {
  around(set: EvaluationSet): OuterStages;
  report(): ModelReport;
}

/** The language model that the environment names, as stages of the search. `note` hears of the first failures. */
export async function openModelStages(
  stages: readonly ModelStage[],
  note: (line: string) => void,
): Promise<OpenedModelStages> {
  const { readEnvironment } = await import('@lutai/api/env');
  const { model: name, endpoint } = readEnvironment();
  if (name === null) {
    throw new UsageError('--with-model 须有语言模型：请设 LUTAI_MODEL，以及 OPENAI_BASE_URL 或 OPENAI_API_KEY。');
  }
  const [{ createLanguageModel }, { createModelSearch }, { countModelCalls, toModelStages }] = await Promise.all([
    import('@lutai/model'),
    import('@lutai/desk'),
    import('@lutai/evals'),
  ]);
  const calls = countModelCalls(({ stage, failure }) => note(`语言模型第一次没有完成 ${stage}：${failure}`));
  const search = createModelSearch({
    model: createLanguageModel({ ...endpoint, model: name }),
    stages,
    now: () => new Date(),
    // What a question was made into is the same for every row of the table.
    kept: { count: 1_000_000, keptMs: Number.POSITIVE_INFINITY },
    onCall: calls.count,
  });
  return {
    around: (set) => toModelStages({ search, stages, model: name, set }),
    report: () => ({ name, stages, calls: calls.byStage() }),
  };
}
