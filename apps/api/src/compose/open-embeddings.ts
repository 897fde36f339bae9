import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createEmbedder } from '@lutai/embedder';
import { createModelEmbeddings } from '@lutai/model';
import type { Environment } from '../env.ts';

export type OpenedEmbeddings = { embeddings: EmbeddingsInterface; modelId: string };

/** The embedded model, or the endpoint's where one is named. `modelId` keys the index. */
export function openEmbeddings({
  embeddingModel,
  endpoint,
}: Pick<Environment, 'embeddingModel' | 'endpoint'>): OpenedEmbeddings {
  const embeddings =
    embeddingModel === null ? createEmbedder() : createModelEmbeddings({ ...endpoint, model: embeddingModel });
  return { embeddings, modelId: embeddings.modelId };
}
