import { Embeddings } from '@langchain/core/embeddings';

const DIMENSIONS = 64;

/** A model for tests: counts the characters of a text, so that texts with common characters are near to each other. */
export function createCharacterEmbeddings(): Embeddings {
  const embed = (text: string) => {
    const vector: number[] = new Array(DIMENSIONS).fill(0);
    for (const character of text) {
      const place = (character.codePointAt(0) ?? 0) % DIMENSIONS;
      vector[place] = (vector[place] ?? 0) + 1;
    }
    return vector;
  };
  return new (class extends Embeddings {
    override embedQuery = async (text: string) => embed(text);
    override embedDocuments = async (texts: string[]) => texts.map(embed);
  })({});
}

export const characterModel = () => ({ embeddings: createCharacterEmbeddings(), modelId: 'characters' });
