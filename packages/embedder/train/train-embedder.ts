import { quantise, type Weights } from '../src/weights.ts';
import { layOutTexts } from './lesson-texts.ts';
import type { Recipe } from './recipe.ts';
import { type TrainingProgress, trainWeights } from './train-weights.ts';
import { type LabelledQuestion, passageText, type TrainingData } from './training-data.ts';
import { buildVocabulary, toRows } from './vocabulary.ts';

/** Weights from texts: vocabulary, training, int8. The same recipe and texts give the same bytes. */
export async function trainEmbedder(
  data: TrainingData,
  questions: readonly LabelledQuestion[],
  recipe: Recipe,
  options: { threads: 1 | 2; onProgress: (progress: TrainingProgress) => void },
): Promise<Weights> {
  const asked = questions.flatMap(({ text, answer }) => (answer === null ? [text] : [text, answer]));
  const vocabulary = buildVocabulary(data.provisions.map(passageText), asked, recipe.features);
  const { texts, ...layout } = layOutTexts(data, questions);
  const plan = {
    layout,
    rows: toRows(texts, vocabulary),
    provisionCount: data.provisions.length,
    labels: questions.map(({ provisions }) => Int32Array.from(provisions)),
  };
  const vectors = await trainWeights(recipe, plan, { vocabulary: vocabulary.features.length, ...options });
  const { dimensions } = recipe;
  return { dimensions, features: vocabulary.features, ...quantise(vectors, vocabulary.idf, dimensions) };
}
