import type { DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import { topPlaces } from '../ranking/top-places.ts';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import { provisionDocument } from './provision-document.ts';
import { allCosines, toUnit, type VectorTable } from './vector-table.ts';

/**
 * Looks at every vector: 65,000 of 160 numbers take some 8 ms. Stands in where hnswlib cannot be loaded, and answers as
 * its LangChain store does: [document, 1 − cosine], nearest first, `filter` a function. (A class because LangChain extends.)
 */
export class ExactProvisionStore extends VectorStore {
  declare FilterType: (document: DocumentInterface) => boolean;
  private readonly table: VectorTable;
  private readonly catalogue: ProvisionCatalogue;
  private readonly added: { document: DocumentInterface; vector: Float32Array }[] = [];

  constructor(
    embeddings: EmbeddingsInterface,
    { table, catalogue }: { table: VectorTable; catalogue: ProvisionCatalogue },
  ) {
    super(embeddings, {});
    this.table = table;
    this.catalogue = catalogue;
  }

  override _vectorstoreType(): string {
    return 'exact';
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<void> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent));
    await this.addVectors(vectors, documents);
  }

  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<void> {
    for (const [i, document] of documents.entries()) {
      this.added.push({ document, vector: toUnit(vectors[i] ?? []) });
    }
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: (document: DocumentInterface) => boolean,
  ): Promise<[DocumentInterface, number][]> {
    const unit = toUnit(query);
    const { catalogue, added } = this;
    const size = catalogue.size + added.length;
    const scores = new Float32Array(size);
    scores.set(allCosines(this.table, unit));
    for (const [i, { vector }] of added.entries()) {
      scores[catalogue.size + i] = vector.reduce((sum, value, d) => sum + value * (unit[d] ?? 0), 0);
    }
    const documentAt = (place: number) =>
      added[place - catalogue.size]?.document ?? provisionDocument(catalogue, place);
    const allowed = new Uint8Array(size).fill(1);
    if (filter) for (let place = 0; place < size; place += 1) allowed[place] = filter(documentAt(place)) ? 1 : 0;
    const places = topPlaces(scores, Math.min(k, size), allowed);
    return Array.from(places, (place) => [documentAt(place), 1 - (scores[place] ?? 0)]);
  }
}
