import { OpenAIEmbeddings } from '@langchain/openai';

export type ModelEmbeddingsConfig = {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Texts in one request (default 64). */
  batchSize?: number;
  dimensions?: number;
  timeoutMs?: number;
  maxRetries?: number;
};
export type ModelEmbeddings = OpenAIEmbeddings & { modelId: string };

/** Embeddings of an OpenAI-compatible endpoint. `modelId` names model and size, and keys the index. */
export function createModelEmbeddings(config: ModelEmbeddingsConfig): ModelEmbeddings {
  const embeddings = new OpenAIEmbeddings({
    model: config.model,
    apiKey: config.apiKey,
    configuration: { baseURL: config.baseUrl },
    batchSize: config.batchSize ?? 64,
    encodingFormat: 'float',
    ...(config.dimensions === undefined ? {} : { dimensions: config.dimensions }),
    ...(config.timeoutMs === undefined ? {} : { timeout: config.timeoutMs }),
    maxRetries: config.maxRetries ?? 2,
  });
  const size = config.dimensions === undefined ? '' : `@${config.dimensions}`;
  return Object.assign(embeddings, { modelId: `openai:${config.model}${size}` });
}
