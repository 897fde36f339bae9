import { existsSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedEmbeddings } from '@lutai/embedder';
import { type LabelledQuestion, readTrainingData } from '@lutai/embedder/train';
import { readKnownQuestions } from '@lutai/retrieval';
import { fitRetrieval, readTrainingCorpus, type TrainingCorpus } from '@lutai/retrieval/train';
import { citationKey } from '../citation-key.ts';
import { EvaluationInputError } from '../input-error.ts';
import type { Fit, TrainQuestion } from './cross-validate.ts';

export interface TrainingSources {
  /** Holds `corpus/laws` and `evals/stard`. */
  shared: string;
  /** The project's own questions. */
  questions: string;
  threads: number;
}

/**
 * Trains both stages of the search as they ship, for each fold anew: on the fold's train questions and the project's own, and on
 * nothing else. Of the questions that are held out it sees nothing, not even which words occur in them. Throws at once where
 * the sources are not there.
 */
export function createFit({ shared, questions, threads }: TrainingSources): Fit {
  for (const needed of [path.join(shared, 'corpus/laws'), path.join(shared, 'evals/stard'), questions]) {
    if (!existsSync(needed))
      throw new EvaluationInputError(`--folds 每份都要重新训练，但没有 ${needed}。请检查 --shared。`);
  }
  let opened: Promise<{ corpus: TrainingCorpus; own: LabelledQuestion[] }> | undefined;
  const open = async (signal: AbortSignal | undefined) => {
    const data = readTrainingData(shared, questions);
    return {
      corpus: await readTrainingCorpus(data, signal),
      own: data.questions.filter(({ source }) => source === 'own'),
    };
  };
  const knownQuestions = readKnownQuestions(questions);
  const namedByOwn = knownQuestions.flatMap(({ citations }) => citations.map(citationKey));
  return async (train, { onProgress, signal }) => {
    opened ??= open(signal);
    const { corpus, own } = await opened;
    const labelled = [...toLabelled(train, corpus), ...own];
    const { encoded, modelId, ranker } = await fitRetrieval(corpus, labelled, { threads, onProgress, signal });
    return {
      embeddings: new EmbeddedEmbeddings(encoded),
      modelId,
      indexOptions: { knownQuestions, ranker },
      namedProvisions: new Set([...namedByOwn, ...train.flatMap(({ citations }) => citations.map(citationKey))]),
    };
  };
}

/** The train questions with their places among the provisions of the training; those of STARD with lawyers' answers. */
function toLabelled(train: readonly TrainQuestion[], { data }: TrainingCorpus): LabelledQuestion[] {
  const known = new Map(data.questions.filter(({ source }) => source === 'stard').map((one) => [one.text, one]));
  const places = new Map<string, number>();
  for (const [place, { law, article, day }] of data.provisions.entries()) {
    const key = citationKey(law + article);
    const other = data.provisions[places.get(key) ?? -1];
    if (!other || other.day <= day) places.set(key, place);
  }
  return train.flatMap(({ text, citations }) => {
    const provisions = citations.flatMap((citation) => places.get(citationKey(citation)) ?? []);
    const same = known.get(text);
    if (same) return [same];
    return provisions.length === 0 ? [] : [{ source: 'stard' as const, file: null, text, answer: null, provisions }];
  });
}
