import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { Embeddings } from '@langchain/core/embeddings';
import { createMasker } from './create-masker.ts';

/** A class because LangChain's vector stores take a subclass of its `Embeddings`. */
class MaskingEmbeddings extends Embeddings {
  readonly #inner: EmbeddingsInterface;

  constructor(inner: EmbeddingsInterface) {
    super({});
    this.#inner = inner;
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#inner.embedQuery(maskText(text));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#inner.embedDocuments(texts.map((text) => maskText(text)));
  }
}

/**
 * Embeddings of an outside endpoint that are never shown personal data: each text is masked on its own, one way, so that the
 * same text always has the same vector.
 */
export function maskingEmbeddings(embeddings: EmbeddingsInterface): EmbeddingsInterface {
  return new MaskingEmbeddings(embeddings);
}

/** A text on its own with its personal data masked, one way. */
export const maskText = (text: string, names: readonly string[] = []): string => createMasker({ names }).mask(text);
