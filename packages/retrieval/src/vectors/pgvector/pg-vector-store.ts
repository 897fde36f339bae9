import { randomUUID } from 'node:crypto';
import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import { z } from 'zod';
import {
  deleteStatement,
  exactSettings,
  putStatement,
  type StoredDocument,
  searchSettings,
  searchStatement,
} from './pg-statements.ts';
import { PgVectorError } from './pgvector-error.ts';
import { prepareTable } from './prepare-table.ts';
import type { SqlRunner } from './sql-runner.ts';
import { graphStatement, type TableLayout, type TableOptions } from './vector-table-layout.ts';

export interface PgVectorStoreOptions extends TableOptions {
  sql: SqlRunner;
  /** Candidates a search keeps, at least; 200 by default. More finds more and takes longer. */
  searchBreadth?: number | undefined;
  /** Rows that a filtered search meets at most before every row is looked at instead; 100,000 by default. */
  scanLimit?: number | undefined;
  /** Leaves the graph to `buildGraph`: a full table is indexed much faster than a filling one. */
  graphLater?: boolean | undefined;
  /** Names documents that come without an id. */
  newId?: (() => string) | undefined;
}

/** Only what is in force on this day (`YYYY-MM-DD`); null asks for all days. */
export interface DayFilter {
  asOf: string | null;
}

const foundRows = z.array(
  z.object({
    id: z.string(),
    content: z.string(),
    metadata: z.record(z.string(), z.unknown()),
    distance: z.number(),
  }),
);

/** Documents sent in one statement. */
const BATCH = 500;

/**
 * Vectors in PostgreSQL with pgvector (0.8 or later), behind LangChain's interface: scores are 1 − cosine, nearest first, as
 * of the stores in memory. A document's `lawId`, `effectiveFrom` and `effectiveTo` are read from its metadata, and the
 * database itself leaves out what is not in force. (A class because LangChain extends; open one by `openPgVectorStore`.)
 */
export class PgVectorStore extends VectorStore {
  declare FilterType: DayFilter;
  private readonly options: PgVectorStoreOptions;
  private readonly layout: TableLayout;

  constructor(embeddings: EmbeddingsInterface, options: PgVectorStoreOptions, layout: TableLayout) {
    super(embeddings, {});
    this.options = options;
    this.layout = layout;
  }

  override _vectorstoreType(): string {
    return 'pgvector';
  }

  override async addDocuments(documents: DocumentInterface[], options?: { ids?: string[] }): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent));
    return this.addVectors(vectors, documents, options);
  }

  /** All or none; a document takes the place of one with the same id. Gives the ids. */
  override async addVectors(
    vectors: number[][],
    documents: DocumentInterface[],
    { ids }: { ids?: string[] } = {},
  ): Promise<string[]> {
    if (vectors.length !== documents.length || (ids && ids.length !== documents.length)) {
      throw new PgVectorError('document', 'as many vectors, and ids where there are any, as documents are needed');
    }
    const newId = this.options.newId ?? randomUUID;
    const stored = documents.map((document, i): StoredDocument => {
      const id = ids?.[i] ?? document.id ?? newId();
      return { id, vector: vectors[i] ?? [], document };
    });
    const batches = Array.from({ length: Math.ceil(stored.length / BATCH) }, (_, batch) =>
      putStatement(this.layout, stored.slice(batch * BATCH, (batch + 1) * BATCH)),
    );
    if (batches.length > 0) await this.options.sql(batches);
    return stored.map(({ id }) => id);
  }

  override async delete({ ids }: { ids: string[] }): Promise<void> {
    if (ids.length > 0) await this.options.sql([deleteStatement(this.layout, ids)]);
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: DayFilter,
  ): Promise<[DocumentInterface, number][]> {
    if (k < 1) return [];
    const count = Math.trunc(k);
    const asOf = filter?.asOf ?? null;
    const search = searchStatement(this.layout, query, count, asOf);
    const settings = searchSettings(count, this.options);
    const [, near] = await this.options.sql([settings, search]);
    const found = foundRows.parse(near);
    // The graph was left before enough rows in force were met (a day of long ago): look at all of them.
    const short = found.length < count && asOf !== null;
    const rows = short ? foundRows.parse((await this.options.sql([settings, exactSettings, search]))[2]) : found;
    rows.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
    return rows.map(({ id, content, metadata, distance }) => [
      new Document({ id, pageContent: content, metadata }),
      distance,
    ]);
  }

  /**
   * Makes the graph that searches go through, where there is none; until then every row is looked at. `memory` (such as
   * `16GB`) should hold the whole graph, or building takes many times as long.
   */
  async buildGraph({ memory, workers }: { memory?: string; workers?: number } = {}): Promise<void> {
    const settings: [string, string | undefined][] = [
      ['maintenance_work_mem', memory],
      ['max_parallel_maintenance_workers', workers?.toString()],
    ];
    const set = settings.flatMap(([name, value]) =>
      value === undefined ? [] : [{ text: `select set_config('${name}', $1::text, true)`, parameters: [value] }],
    );
    await this.options.sql([...set, { text: graphStatement(this.layout, this.options) }]);
  }
}

/** Opens the store, making extension, table and graph where they are not there. Throws PgVectorError, which says what to do. */
export async function openPgVectorStore(
  embeddings: EmbeddingsInterface,
  options: PgVectorStoreOptions,
): Promise<PgVectorStore> {
  const store = new PgVectorStore(embeddings, options, await prepareTable(options.sql, options));
  if (!options.graphLater) await store.buildGraph();
  return store;
}
