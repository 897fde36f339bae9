import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createEmbedder } from '@lutai/embedder';
import type { BuildSearchIndexInput } from '@lutai/retrieval';

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

/** The embedded model, as it ships. */
export function shippedModel(): ModelUnderTest {
  const embeddings = createEmbedder();
  return { embeddings, modelId: embeddings.modelId };
}
