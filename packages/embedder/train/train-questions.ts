import type { Weights } from '../src/weights.ts';
import { toRows } from './feature-rows.ts';
import { compileKernel } from './kernel/compile-kernel.ts';
import { articlesOf } from './language-texts.ts';
import type { Recipe } from './recipe.ts';
import { runInThread, type TrainingOptions } from './run-in-thread.ts';
import type { TrainingProgress } from './thread-task.ts';
import type { LanguageStage } from './train-language.ts';
import type { LabelledQuestion, TrainingData } from './training-data.ts';

/**
 * The second stage: questions to their provisions, starting from a copy of the first. Runs in a thread of its own; two at
 * once take two cores. The same arguments give the same bytes.
 */
export async function trainQuestions(
  stage: LanguageStage,
  data: TrainingData,
  questions: readonly LabelledQuestion[],
  recipe: Recipe,
  options: TrainingOptions = {},
): Promise<Weights> {
  const answered = recipe.questions.answers ? questions.filter(({ answer }) => answer !== null) : [];
  const texts = [...questions.map(({ text }) => text), ...answered.map(({ answer }) => answer ?? '')];
  const rows = await toRows(texts, stage.vocabulary, options.signal);
  const lessons = {
    pupils: [...questions, ...answered].map(({ provisions }, at) => ({ row: data.provisions.length + at, provisions })),
    articleOf: articlesOf(data),
  };
  const { features, idf } = stage.vocabulary;
  const start = { vectors: stage.vectors, squares: stage.squares };
  const module = await compileKernel();
  const result = await runInThread(
    {
      stage: 'questions',
      module,
      recipe,
      features: features.length,
      tables: [stage.passages, rows],
      lessons,
      start,
      idf,
    },
    options,
  );
  if (result === null) throw new Error('the training gave no weights');
  return { dimensions: recipe.dimensions, features, ...result };
}

/** `trainQuestions` for each of several sets of questions, as many at a time as there are threads. */
export async function trainQuestionSets(
  stage: LanguageStage,
  data: TrainingData,
  sets: readonly (readonly LabelledQuestion[])[],
  recipe: Recipe,
  options: {
    threads: number;
    signal?: AbortSignal | undefined;
    onProgress?: ((set: number, progress: TrainingProgress) => void) | undefined;
  },
): Promise<Weights[]> {
  const results: Weights[] = [];
  const waiting = [...sets.entries()];
  const takeTurns = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [set, questions] = next;
      results[set] = await trainQuestions(stage, data, questions, recipe, {
        signal: options.signal,
        onProgress: (progress) => options.onProgress?.(set, progress),
      });
    }
  };
  await Promise.all(Array.from({ length: options.threads }, takeTurns));
  return results;
}
