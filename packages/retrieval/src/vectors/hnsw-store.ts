import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import { provisionDocument } from './provision-document.ts';
import { getVector, type VectorTable } from './vector-table.ts';

/**
 * Links a vector keeps, and how far each is searched for while building. Chosen on the full corpus: more of either
 * makes building slower and finds next to nothing more.
 */
const LINKS = 16;
const BUILD_BREADTH = 200;
const SEED = 100;

/** The native library is built at install and may be missing: whoever asks must be ready for null. */
export async function loadHnswLibrary() {
  try {
    const [{ default: native }, { HNSWLib: Store }, { SynchronousInMemoryDocstore: Docstore }] = await Promise.all([
      import('hnswlib-node'),
      import('@langchain/community/vectorstores/hnswlib'),
      import('@langchain/classic/stores/doc/in_memory'),
    ]);
    return { native, Store, Docstore };
  } catch {
    return null;
  }
}

export type HnswLibrary = NonNullable<Awaited<ReturnType<typeof loadHnswLibrary>>>;

/** Builds the graph; `breathe` is called now and then, reports, and may throw to stop. */
export async function buildGraph(
  { native }: HnswLibrary,
  table: VectorTable,
  breathe: (done: number) => Promise<void>,
): Promise<HierarchicalNSW> {
  const count = table.scales.length;
  const graph = new native.HierarchicalNSW('ip', table.dimensions);
  graph.initIndex({ maxElements: Math.max(count, 1), m: LINKS, efConstruction: BUILD_BREADTH, randomSeed: SEED });
  for (let place = 0; place < count; place += 1) {
    graph.addPoint(getVector(table, place), place);
    if (place % 64 === 63) await breathe(place + 1);
  }
  await breathe(count);
  return graph;
}

export async function readGraph({ native }: HnswLibrary, file: string, dimensions: number): Promise<HierarchicalNSW> {
  const graph = new native.HierarchicalNSW('ip', dimensions);
  await graph.readIndex(file);
  return graph;
}

/** LangChain's store over a finished graph. Documents are made when asked for, not kept: there are 65,000. */
export function createHnswStore(
  { Store, Docstore }: HnswLibrary,
  graph: HierarchicalNSW,
  dimensions: number,
  { embeddings, catalogue }: { embeddings: EmbeddingsInterface; catalogue: ProvisionCatalogue },
): HNSWLib {
  class ProvisionDocstore extends Docstore {
    override search(label: string) {
      const place = Number(label);
      return place < catalogue.size ? provisionDocument(catalogue, place) : super.search(label);
    }
  }
  return new Store(embeddings, {
    space: 'ip',
    numDimensions: dimensions,
    index: graph,
    docstore: new ProvisionDocstore(),
  });
}
