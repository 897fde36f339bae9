import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Embeddings } from '@langchain/core/embeddings';
import { createTextEmbedding } from './embed-text.ts';
import { decodeWeights } from './weights.ts';

export const weightsFile = new URL('../weights/lutai-embedder.bin', import.meta.url);

/**
 * The embedded model as LangChain's `Embeddings`, so that every store and retriever of LangChain takes it (a class, since
 * that is what LangChain extends). Vectors have length 1; a text without any known feature is all zeros.
 */
export class EmbeddedEmbeddings extends Embeddings<number[]> {
  /** Names the weights: two models with one id give the same vector for the same text. */
  readonly modelId: string;
  readonly dimensions: number;
  /** The vector of one text, at once. */
  readonly embed: (text: string) => Float32Array;

  constructor(weights: Uint8Array) {
    super({});
    const decoded = decodeWeights(weights);
    this.modelId = `lutai-embedder-${createHash('sha256').update(weights).digest('hex').slice(0, 12)}`;
    this.dimensions = decoded.dimensions;
    this.embed = createTextEmbedding(decoded);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.embed(text));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => Array.from(this.embed(text)));
  }
}

/** The embedded model with the weights that ship with this package. Takes under a second; hold on to it. */
export function createEmbedder(): EmbeddedEmbeddings {
  return new EmbeddedEmbeddings(readFileSync(weightsFile));
}
