import { join } from 'node:path';
import { createCaseSaver } from './build-search-index.ts';
import { createSearchIndex } from './create-search-index.ts';
import { IndexMismatch } from './index-mismatch.ts';
import { createLexicalIndex } from './lexical/lexical-index.ts';
import { createAnsweredQuestions } from './memory/answered-questions.ts';
import { answerableHere } from './memory/same-provision.ts';
import { openRanking } from './open-ranker.ts';
import { readCorpusFacts } from './ranking/corpus-facts.ts';
import { createDayFilter } from './ranking/versions-in-force.ts';
import { readCases } from './storage/case-file.ts';
import { CASES_FILE, GRAPH_FILE, readIndexFiles } from './storage/index-files.ts';
import { type Manifest, readManifest } from './storage/index-folder.ts';
import { createProvisionCatalogue } from './storage/provision-catalogue.ts';
import type { IndexKey, LoadSearchIndexInput, SearchIndex } from './types.ts';
import { embedPassages } from './vectors/embed-passages.ts';
import { exactVectors, openProvisionVectors } from './vectors/provision-vectors.ts';

/** Opens the index that a folder holds. Throws `IndexMismatch` where there is none or it does not fit: then build one. */
export async function loadSearchIndex(input: LoadSearchIndexInput): Promise<SearchIndex> {
  const saved = await readManifest(input.folder);
  if (!saved) throw new IndexMismatch('missing', `there is no search index in ${input.folder}`);
  refuseOther(saved.manifest, input);
  try {
    return await open(input, saved.manifest, saved.at);
  } catch (error) {
    throw new IndexMismatch('damaged', `the search index in ${input.folder} cannot be read`, { cause: error });
  }
}

function refuseOther(manifest: Manifest, { corpusVersion, modelId }: IndexKey): void {
  if (manifest.corpusVersion !== corpusVersion) {
    const versions = `${manifest.corpusVersion}, not ${corpusVersion}`;
    throw new IndexMismatch('corpus', `the search index is of the corpus version ${versions}`);
  }
  if (manifest.modelId !== modelId) {
    throw new IndexMismatch('model', `the search index was made with ${manifest.modelId}, not with ${modelId}`);
  }
}

async function open(input: LoadSearchIndexInput, manifest: Manifest, at: string): Promise<SearchIndex> {
  const { embeddings } = input;
  const [data, saved] = await Promise.all([readIndexFiles(at, manifest.dimensions), readCases(join(at, CASES_FILE))]);
  const { table } = data.provisions;
  const catalogue = createProvisionCatalogue(data.catalogue);
  const facts = readCorpusFacts(catalogue);
  const deps = { table, catalogue, embeddings };
  const vectors =
    manifest.vectorSearch === 'hnsw' ? await openProvisionVectors(deps, join(at, GRAPH_FILE)) : exactVectors(deps);
  const knownQuestions = answerableHere(catalogue, input.knownQuestions ?? []);
  const asked = knownQuestions.map(({ text }) => text);
  const known = await embedPassages(asked, embeddings, data.knownQuestions, async () => {});
  const answered = await createAnsweredQuestions({
    embeddings,
    catalogue,
    table,
    lawOf: facts.lawOf,
    known: knownQuestions,
    knownTable: known.table,
    cases: input.cases ?? saved.records,
    caseVectors: saved.vectors,
  });
  return createSearchIndex({
    key: { corpusVersion: manifest.corpusVersion, modelId: manifest.modelId },
    embeddings,
    catalogue,
    table,
    headingTable: data.headings.table,
    facts,
    vectors,
    lexical: createLexicalIndex(data.lexical),
    answered,
    rank: openRanking(input.ranker, manifest.modelId),
    allowedOn: createDayFilter(data.catalogue.names.versions, data.catalogue.versionOf),
    saveCases: createCaseSaver(at, answered.cases),
  });
}
