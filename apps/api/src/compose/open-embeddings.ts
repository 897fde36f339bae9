import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { maskingEmbeddings } from '@lutai/desk';
import { createEmbedder } from '@lutai/embedder';
import type { Environment } from '../env.ts';

export type OpenedEmbeddings = { embeddings: EmbeddingsInterface; modelId: string };

/** The embedded model, or the endpoint's where one is named. `modelId` keys the index. */
export async function openEmbeddings({
  embeddingModel,
  endpoint,
}: Pick<Environment, 'embeddingModel' | 'endpoint'>): Promise<OpenedEmbeddings> {
  if (embeddingModel === null) {
    const embeddings = createEmbedder();
    return { embeddings, modelId: embeddings.modelId };
  }
  const { createModelEmbeddings } = await import('@lutai/model');
  const embeddings = createModelEmbeddings({ ...endpoint, model: embeddingModel });
  // What clients write is embedded too: the endpoint is not shown who they are.
  return { embeddings: maskingEmbeddings(embeddings), modelId: embeddings.modelId };
}
