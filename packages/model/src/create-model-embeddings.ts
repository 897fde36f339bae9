import { Embeddings } from '@langchain/core/embeddings';
import { OpenAIEmbeddings } from '@langchain/openai';
import { classifyFailure } from './classify-failure.ts';
import { endpointFetch } from './endpoint-fetch.ts';
import { ModelError } from './model-error.ts';

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
export type ModelEmbeddings = Embeddings & { readonly modelId: string };

/** A class because LangChain's vector stores take a subclass of its `Embeddings`. */
class EndpointEmbeddings extends Embeddings {
  readonly modelId: string;
  readonly #inner: OpenAIEmbeddings;

  constructor(inner: OpenAIEmbeddings, modelId: string) {
    super({});
    this.#inner = inner;
    this.modelId = modelId;
  }

  override embedQuery(text: string): Promise<number[]> {
    return asModelError(this.#inner.embedQuery(text));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await asModelError(this.#inner.embedDocuments(texts));
    if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== vectors[0]?.length)) {
      throw new ModelError(
        'wrong-shape',
        `${texts.length} texts came back as ${vectors.length} vectors of unlike size`,
      );
    }
    return vectors;
  }
}

/** Embeddings of an OpenAI-compatible endpoint. `modelId` names model and size, and keys the index. Throws `ModelError`. */
export function createModelEmbeddings(config: ModelEmbeddingsConfig): ModelEmbeddings {
  const inner = new OpenAIEmbeddings({
    model: config.model,
    apiKey: config.apiKey,
    configuration: { baseURL: config.baseUrl, fetch: endpointFetch, logLevel: 'off' },
    batchSize: config.batchSize ?? 64,
    // Chinese law text keeps its lines; many compatible servers do not know base64, the SDK's default.
    stripNewLines: false,
    encodingFormat: 'float',
    timeout: config.timeoutMs ?? 60_000,
    maxRetries: config.maxRetries ?? 2,
    ...(config.dimensions === undefined ? {} : { dimensions: config.dimensions }),
  });
  const size = config.dimensions === undefined ? '' : `@${config.dimensions}`;
  return new EndpointEmbeddings(inner, `openai:${config.model}${size}`);
}

async function asModelError<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const failed = classifyFailure(error);
    throw new ModelError(failed.code, failed.message, { cause: error });
  }
}
