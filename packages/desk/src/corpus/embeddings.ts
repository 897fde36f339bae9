import type { BuildSearchIndexInput } from '@lutai/retrieval';

/** LangChain's seam of embedding models, as the index takes it. */
export type EmbeddingsInterface = BuildSearchIndexInput['embeddings'];
