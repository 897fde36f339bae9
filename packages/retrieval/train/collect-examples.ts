import type { LabelledQuestion } from '@lutai/embedder/train';
import { FEATURES, gatherCandidates } from '../src/ranking/features.ts';
import { readSignals } from '../src/ranking/question-signals.ts';
import { topPlaces } from '../src/ranking/top-places.ts';
import { allCosines } from '../src/vectors/vector-table.ts';
import type { RankerRecipe } from './ranker-recipe.ts';
import type { openContext, TrainingCorpus } from './training-context.ts';

/** The candidates of one question: right ones first. */
export interface Example {
  right: number;
  /** For how many candidates each one stands: more than one where others like it were left out. */
  standsFor: Float32Array;
  /** FEATURES numbers a candidate. */
  features: Float32Array;
}

const NEAR = 200;

/** Examples for the second stage; the context must not know the questions. A question none of whose provisions is found gives none. */
export async function collectExamples(
  corpus: TrainingCorpus,
  context: Awaited<ReturnType<typeof openContext>>,
  questions: readonly LabelledQuestion[],
  { nearestWrong, otherWrong }: Pick<RankerRecipe, 'nearestWrong' | 'otherWrong'>,
  random: () => number,
  onDone: (done: number) => Promise<void> | void,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [done, { text, source, provisions }] of questions.entries()) {
    const vector = context.embed(text);
    const allowed = corpus.allowed[source];
    const near = Array.from(topPlaces(allCosines(context.table, vector), NEAR, allowed));
    const asked = readSignals(context, { text, vector, near, allowed });
    const { places, cosines, features } = gatherCandidates(context, asked);
    const labels = new Set(provisions);
    const right = [...places.keys()].filter((i) => labels.has(places[i] ?? -1));
    if (right.length > 0) {
      const wrong = [...places.keys()].filter((i) => !labels.has(places[i] ?? -1));
      wrong.sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0) || a - b);
      const others = wrong.slice(nearestWrong);
      const share = Math.min(1, otherWrong / Math.max(others.length, 1));
      const sure = [...right, ...wrong.slice(0, nearestWrong)];
      const chosen = [...sure, ...others.filter(() => random() < share)];
      const rows = new Float32Array(chosen.length * FEATURES);
      for (const [row, i] of chosen.entries()) {
        rows.set(features.subarray(i * FEATURES, (i + 1) * FEATURES), row * FEATURES);
      }
      const standsFor = Float32Array.from(chosen, (_, row) => (row < sure.length ? 1 : 1 / share));
      examples.push({ right: right.length, standsFor, features: rows });
    }
    if (done % 16 === 15) await onDone(done + 1);
  }
  return examples;
}
