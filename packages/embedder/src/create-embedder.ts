import { Embeddings } from '@langchain/core/embeddings';

/** LangChain's `Embeddings`, with what an index needs to know about the model. Vectors have length 1. */
export interface EmbeddedEmbeddings extends Embeddings<number[]> {
  /** Names the weights: two models with one id give the same vector for the same text. */
  readonly modelId: string;
  readonly dimensions: number;
  /** The vector of one text, at once; all zeros where no feature of the text is known. */
  embed(text: string): Float32Array;
}

/** The embedded model with the weights that ship with this package. Takes under a second; hold on to it. */
export function createEmbedder(): EmbeddedEmbeddings {
  throw new Error(`${Embeddings.name}: the weights of the embedded model are missing`);
}
