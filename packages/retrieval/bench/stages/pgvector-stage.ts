import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { Document } from '@langchain/core/documents';
import { openPgVectorStore, sqlOverPglite } from '../../src/vectors/pgvector/index.ts';
import { percentile, recall } from '../statistics.ts';
import { prepareCorpus, prepareEmbedder, prepareQuestions } from './prepare.ts';
import type { StageAnswers, StageContext } from './stage-job.ts';

const BATCH = 500;
const TABLE = 'vectors';

/** The store over pgvector, in PostgreSQL compiled to WebAssembly: bytes and agreement are as anywhere, times are not. */
export async function pgvectorStage({ job, report }: StageContext): Promise<StageAnswers['pgvector']> {
  const { embeddings } = await prepareEmbedder();
  const { provisions } = prepareCorpus(job);
  const { agreement } = prepareQuestions(job);
  const client = await PGlite.create({ extensions: { vector } });
  // One value of one row.
  const number = async (text: string) =>
    Number(Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0]);
  const queries = await Promise.all(agreement.map((question) => embeddings.embedQuery(question)));
  const dimensions = queries[0]?.length ?? 0;
  const sql = sqlOverPglite(client);
  const options = { sql, table: TABLE, dimensions, modelId: embeddings.modelId, graphLater: true };
  const store = await openPgVectorStore(embeddings, options);

  let inserting = 0;
  const originals = new Map<string, number[]>();
  for (let from = 0; from < provisions.length; from += BATCH) {
    const batch = provisions.slice(from, from + BATCH);
    const vectors = await embeddings.embedDocuments(batch.map(({ law, text }) => `${law}\n${text}`));
    for (const [i, { provisionId }] of batch.entries()) originals.set(provisionId, vectors[i] ?? []);
    const documents = batch.map(
      ({ text, ...metadata }) => new Document({ id: metadata.provisionId, pageContent: text, metadata }),
    );
    const began = performance.now();
    await store.addVectors(vectors, documents);
    inserting += performance.now() - began;
    report({ doing: 'pgvector: insert', done: from + batch.length, total: provisions.length });
  }

  const distances = async (query: number[], asOf: string | null) =>
    (await store.similaritySearchVectorWithScore(query, 10, { asOf })).map(([, distance]) => distance);
  const exact: number[][] = [];
  const [ofHalf, ofFull]: [number[][], number[][]] = [[], []];
  for (const query of queries) {
    const found = await store.similaritySearchVectorWithScore(query, 10);
    exact.push(found.map(([, distance]) => distance));
    ofHalf.push(found.map(([{ id = '' }]) => distanceOf(query, originals.get(id) ?? [])));
    const all = Float64Array.from(originals.values(), (vector) => distanceOf(query, vector)).sort();
    ofFull.push([...all.subarray(0, 10)]);
    report({ doing: 'pgvector: exact', done: exact.length, total: queries.length });
  }

  report({ doing: 'pgvector: graph', done: 0, total: 1 });
  const building = performance.now();
  await store.buildGraph({ memory: '512MB' });
  const graphSeconds = (performance.now() - building) / 1000;

  const found: number[][] = [];
  const times: number[] = [];
  for (const query of queries) {
    found.push(await distances(query, null));
    const began = performance.now();
    await distances(query, job.asOf);
    times.push(performance.now() - began);
    report({ doing: 'pgvector: search', done: times.length, total: queries.length });
  }

  const binaryRecallAt10: { candidates: number; value: number }[] = [];
  for (const candidates of [50, 100, 200, 400]) {
    const ranked: number[][] = [];
    for (const query of queries) ranked.push(await byBits(client, query, candidates));
    binaryRecallAt10.push({ candidates, value: recall(ranked, exact) });
    report({ doing: `pgvector: ${candidates} by bits`, done: 1, total: 1 });
  }
  const [row] = (
    await client.query<{ extversion: string }>("select extversion from pg_extension where extname = 'vector'")
  ).rows;
  const answer = {
    passages: provisions.length,
    dimensions,
    version: row?.extversion ?? '',
    insertPerSecond: provisions.length / (inserting / 1000),
    graphSeconds,
    tableBytesPerRow: (await number(`select pg_table_size('${TABLE}')`)) / provisions.length,
    graphBytesPerRow: (await number(`select pg_relation_size('${TABLE}_graph')`)) / provisions.length,
    latency: { questions: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
    halfPrecisionRecallAt10: recall(ofHalf, ofFull),
    recallAt10: recall(found, exact),
    binaryRecallAt10,
  };
  await client.close();
  return answer;
}

const distanceOf = (query: number[], vector: number[]) =>
  1 - query.reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0);

/** Distances of the ten nearest among the candidates whose signs agree most with the question's. */
async function byBits(client: PGlite, query: number[], candidates: number): Promise<number[]> {
  const { length } = query;
  const { rows } = await client.query<{ distance: number }>(
    `select 1 + (embedding <#> $1::text::halfvec(${length})) as distance from (
       select embedding from ${TABLE}
       order by binary_quantize(embedding)::bit(${length}) <~> binary_quantize($1::text::halfvec(${length}))::bit(${length})
       limit ${candidates}
     ) as near order by distance limit 10`,
    [`[${query.join(',')}]`],
  );
  return rows.map(({ distance }) => distance);
}
