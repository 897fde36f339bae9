import { type FeatureRows, toRows } from './feature-rows.ts';
import { compileKernel } from './kernel/compile-kernel.ts';
import { layOutLanguage } from './language-texts.ts';
import { createRandom } from './random.ts';
import type { Recipe } from './recipe.ts';
import { runInThread, type TrainingOptions } from './run-in-thread.ts';
import type { Trained } from './thread-task.ts';
import { passageText, type TrainingData } from './training-data.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** What the first stage has learnt; any number of trainings can start from it, none of them changes it. */
export interface LanguageStage extends Trained {
  vocabulary: Vocabulary;
  /** The provisions, in the order of the training data, as they are embedded. */
  passages: FeatureRows;
}

/**
 * The first stage: the language of the law, from the provisions alone. Of the questions it sees which words occur, and how
 * many questions have each: give it those that the trainings after it may see.
 */
export async function trainLanguage(
  data: TrainingData,
  vocabularyQuestions: readonly string[],
  recipe: Recipe,
  options: TrainingOptions = {},
): Promise<LanguageStage> {
  const { signal } = options;
  const passageTexts = data.provisions.map(passageText);
  const vocabulary = await buildVocabulary(passageTexts, vocabularyQuestions, recipe.features, signal);
  const passages = await toRows(passageTexts, vocabulary, signal);
  const { texts, halves, headings } = layOutLanguage(data, createRandom(recipe.seed + 3));
  const features = vocabulary.features.length;
  const result = { vectors: sharedFloats(features * recipe.dimensions), squares: sharedFloats(features) };
  const [module, rows] = [await compileKernel(), await toRows(texts, vocabulary, signal)];
  await runInThread(
    { stage: 'language', module, recipe, features, tables: [rows], kinds: [headings, halves], result },
    options,
  );
  return { vocabulary, passages, ...result };
}

const sharedFloats = (length: number) => new Float32Array(new SharedArrayBuffer(length * 4));
