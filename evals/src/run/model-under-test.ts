import { fileURLToPath } from 'node:url';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createEmbedder } from '@lutai/embedder';
import { type BuildSearchIndexInput, readKnownQuestions } from '@lutai/retrieval';
import { citationKey } from '../citation-key.ts';

/** A model that was fitted to some questions, and what the index needs besides it. */
export interface Fitted {
  embeddings: EmbeddingsInterface;
  modelId: string;
  /** Laid under what the evaluation itself gives; `cases` are added to its answered cases. */
  indexOptions: Partial<BuildSearchIndexInput>;
  /** `citationKey`s of the provisions that any question named from which model or known questions were made. */
  namedProvisions: ReadonlySet<string>;
}

/** As `Fitted`, where less may be known of the training. */
export type ModelUnderTest = Pick<Fitted, 'embeddings' | 'modelId'> & Partial<Fitted>;

/** The questions that ship with the product. */
export const questionsFolder = fileURLToPath(new URL('../../../corpus/questions', import.meta.url));

/** The embedded model and the known questions, as they ship. */
export function shippedModel(): ModelUnderTest {
  const embeddings = createEmbedder();
  const knownQuestions = readKnownQuestions(questionsFolder);
  const namedProvisions = new Set(knownQuestions.flatMap(({ citations }) => citations.map(citationKey)));
  return { embeddings, modelId: embeddings.modelId, indexOptions: { knownQuestions }, namedProvisions };
}
