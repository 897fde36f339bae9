import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '@langchain/core/vectorstores';
import { topPlaces } from '../ranking/top-places.ts';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import type { VectorSearchKind } from '../types.ts';
import { ExactProvisionStore } from './exact-store.ts';
import { buildGraph, createHnswStore, loadHnswLibrary, readGraph } from './hnsw-store.ts';
import { allCosines, type VectorTable } from './vector-table.ts';

/** The vectors of all provisions behind LangChain's interface, so that another store can take their place. */
export interface ProvisionVectors {
  readonly kind: VectorSearchKind;
  readonly store: VectorStore;
  /** Places of the nearest provisions, nearest first; an approximate store may miss a few. */
  nearest(vector: Float32Array, count: number): Promise<number[]>;
  /** Writes what cannot be had from the table again at once. */
  save(file: string): Promise<void>;
}

export interface VectorDeps {
  table: VectorTable;
  catalogue: ProvisionCatalogue;
  embeddings: EmbeddingsInterface;
}

export async function buildProvisionVectors(
  deps: VectorDeps,
  { kind, breathe }: { kind: VectorSearchKind; breathe: (done: number) => Promise<void> },
): Promise<ProvisionVectors> {
  const library = kind === 'hnsw' && deps.catalogue.size > 0 ? await loadHnswLibrary() : null;
  if (!library) return exactVectors(deps);
  return hnswVectors(deps, library, await buildGraph(library, deps.table, breathe));
}

/** Opens a saved graph; without the native library every vector is looked at instead. */
export async function openProvisionVectors(deps: VectorDeps, file: string): Promise<ProvisionVectors> {
  const library = await loadHnswLibrary();
  if (!library) return exactVectors(deps);
  return hnswVectors(deps, library, await readGraph(library, file, deps.table.dimensions));
}

export function exactVectors(deps: VectorDeps): ProvisionVectors {
  const store = new ExactProvisionStore(deps.embeddings, deps);
  const everything = new Uint8Array(deps.catalogue.size).fill(1);
  return {
    kind: 'exact',
    store,
    nearest: async (vector, count) =>
      Array.from(topPlaces(allCosines(deps.table, vector), Math.min(count, everything.length), everything)),
    save: async () => {},
  };
}

type Library = Parameters<typeof createHnswStore>[0];

function hnswVectors(
  deps: VectorDeps,
  library: Library,
  graph: Parameters<typeof createHnswStore>[1],
): ProvisionVectors {
  const store = createHnswStore(library, graph, deps.table.dimensions, deps);
  return {
    kind: 'hnsw',
    store,
    // The graph itself is asked: the store's documents, made for each find, would take as long as the search.
    async nearest(vector, count) {
      const { size } = deps.catalogue;
      // What others have put into the store beside our provisions is passed over.
      const wanted = Math.min(count + graph.getCurrentCount() - size, graph.getCurrentCount());
      // The breadth of a search: some more than are wanted, so that few are missed; and wider in a larger corpus, for among a
      // million passages that are much alike 450 steps miss one of twenty.
      graph.setEf(Math.max(wanted + 50, 100, Math.ceil(size / 500)));
      const { neighbors } = graph.searchKnn(Array.from(vector), wanted);
      return neighbors.filter((place) => place < size).slice(0, count);
    },
    async save(file) {
      await graph.writeIndex(file);
    },
  };
}
