import { join } from 'node:path';
import { createSearchIndex } from './create-search-index.ts';
import { createLexicalBuilder, createLexicalIndex, type LexicalData } from './lexical/lexical-index.ts';
import { createAnsweredQuestions } from './memory/answered-questions.ts';
import type { CaseMemory } from './memory/case-memory.ts';
import { answerableHere } from './memory/same-provision.ts';
import { openRanking } from './open-ranker.ts';
import { passageText } from './passage-text.ts';
import { readCorpusFacts } from './ranking/corpus-facts.ts';
import { createDayFilter } from './ranking/versions-in-force.ts';
import { writeCases } from './storage/case-file.ts';
import { CASES_FILE, GRAPH_FILE, type IndexData, readVectors, writeIndexFiles } from './storage/index-files.ts';
import { readManifest, saveGeneration } from './storage/index-folder.ts';
import { createProvisionCatalogue, toCatalogueData } from './storage/provision-catalogue.ts';
import type { BuildSearchIndexInput, IndexStage, SearchIndex } from './types.ts';
import { embedPassages } from './vectors/embed-passages.ts';
import { buildProvisionVectors, type ProvisionVectors } from './vectors/provision-vectors.ts';

/**
 * Builds the index of a corpus and, where there is a folder, saves it: whole or not at all. A stopped build rejects with
 * the signal's reason and leaves the folder's old index as it was. The event loop stays free in between.
 */
export async function buildSearchIndex(input: BuildSearchIndexInput): Promise<SearchIndex> {
  const { provisions, embeddings, folder, corpusVersion, modelId } = input;
  const breathe = createBreather(input, provisions.length);
  const quietly = async () => input.signal?.throwIfAborted();
  const passages = provisions.map(passageText);
  const previous = await previousVectors(input);
  const embedded = await embedPassages(passages, embeddings, previous?.provisions ?? null, breathe('embed'));
  const catalogueData = toCatalogueData(provisions);
  const catalogue = createProvisionCatalogue(catalogueData);
  const facts = readCorpusFacts(catalogue);
  const headings = await embedPassages(facts.headings, embeddings, previous?.headings ?? null, quietly);
  const knownQuestions = answerableHere(catalogue, input.knownQuestions ?? []);
  const asked = knownQuestions.map(({ text }) => text);
  const known = await embedPassages(asked, embeddings, previous?.knownQuestions ?? null, quietly);
  const lexical = input.lexical ?? (await buildLexical(passages, breathe('lexical')));
  const vectorDeps = { table: embedded.table, catalogue, embeddings };
  const kind = input.vectorSearch ?? 'hnsw';
  const vectors = await buildProvisionVectors(vectorDeps, { kind, breathe: breathe('vectors') });
  const answered = await createAnsweredQuestions({
    embeddings,
    catalogue,
    table: embedded.table,
    lawOf: facts.lawOf,
    known: knownQuestions,
    knownTable: known.table,
    cases: input.cases,
  });
  input.signal?.throwIfAborted();
  const data = { catalogue: catalogueData, lexical, provisions: embedded, headings, knownQuestions: known };
  const at = folder ? await save(folder, input, data, vectors, answered.cases) : null;
  await breathe('save')(provisions.length);
  return createSearchIndex({
    key: { corpusVersion, modelId },
    embeddings,
    catalogue,
    table: embedded.table,
    headingTable: headings.table,
    facts,
    vectors,
    lexical: createLexicalIndex(lexical),
    answered,
    rank: openRanking(input.ranker, modelId),
    allowedOn: createDayFilter(catalogueData.names.versions, catalogueData.versionOf),
    saveCases: createCaseSaver(at, answered.cases),
  });
}

export async function buildLexical(
  passages: readonly string[],
  breathe: (done: number) => Promise<void>,
): Promise<LexicalData> {
  const builder = createLexicalBuilder();
  for (const [place, passage] of passages.entries()) {
    builder.add(passage);
    if (place % 64 === 63) await breathe(place + 1);
  }
  await breathe(passages.length);
  return builder.finish();
}

/** The vectors of the index that is being replaced, where the same model made them. A damaged one is no loss. */
async function previousVectors({ folder, modelId }: BuildSearchIndexInput) {
  if (folder === null) return null;
  try {
    const saved = await readManifest(folder);
    if (!saved || saved.manifest.modelId !== modelId) return null;
    return await readVectors(saved.at, saved.manifest.dimensions);
  } catch {
    return null;
  }
}

function save(
  folder: string,
  { corpusVersion, modelId, signal }: BuildSearchIndexInput,
  data: IndexData,
  vectors: ProvisionVectors,
  memory: CaseMemory,
): Promise<string> {
  const facts = {
    corpusVersion,
    modelId,
    dimensions: data.provisions.table.dimensions,
    provisions: data.provisions.passageHashes.length,
    vectorSearch: vectors.kind,
  };
  return saveGeneration(folder, facts, async (into) => {
    await writeIndexFiles(into, data);
    await vectors.save(join(into, GRAPH_FILE));
    await writeCases(join(into, CASES_FILE), memory.entries());
    signal?.throwIfAborted();
  });
}

/** Saves the cases after a change, one write after the other; nothing where the index lives in memory alone. */
export function createCaseSaver(at: string | null, memory: CaseMemory): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    if (at === null) return Promise.resolve();
    const write = () => writeCases(join(at, CASES_FILE), memory.entries());
    last = last.then(write, write);
    return last;
  };
}

/** Between two pieces of work: report at most 20 times a second, give way to others, stop where that is asked. */
function createBreather({ onProgress, signal }: BuildSearchIndexInput, total: number) {
  let lastReport = 0;
  let lastPause = performance.now();
  return (stage: IndexStage) => async (done: number) => {
    signal?.throwIfAborted();
    const now = performance.now();
    if (onProgress && (done === total || now - lastReport > 50)) {
      lastReport = now;
      onProgress({ stage, done, total });
    }
    if (now - lastPause < 15) return;
    await new Promise((resolve) => setImmediate(resolve));
    lastPause = performance.now();
    signal?.throwIfAborted();
  };
}
