import { join } from 'node:path';
import { createCaseSaver } from './build-search-index.ts';
import { createCaseMemory } from './cases/case-memory.ts';
import { createSearchIndex } from './create-search-index.ts';
import { IndexMismatch } from './index-mismatch.ts';
import { createLexicalIndex } from './lexical/lexical-index.ts';
import { createDayFilter } from './ranking/versions-in-force.ts';
import { readCases } from './storage/case-file.ts';
import { CASES_FILE, GRAPH_FILE, readIndexFiles } from './storage/index-files.ts';
import { type Manifest, readManifest } from './storage/index-folder.ts';
import { createProvisionCatalogue } from './storage/provision-catalogue.ts';
import type { IndexKey, LoadSearchIndexInput, SearchIndex } from './types.ts';
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
  const catalogue = createProvisionCatalogue(data.catalogue);
  const deps = { table: data.table, catalogue, embeddings };
  const vectors =
    manifest.vectorSearch === 'hnsw' ? await openProvisionVectors(deps, join(at, GRAPH_FILE)) : exactVectors(deps);
  const memory = await createCaseMemory(embeddings, input.cases ?? saved.records, saved.vectors);
  return createSearchIndex({
    key: { corpusVersion: manifest.corpusVersion, modelId: manifest.modelId },
    embeddings,
    catalogue,
    table: data.table,
    vectors,
    lexical: createLexicalIndex(data.lexical),
    memory,
    allowedOn: createDayFilter(data.catalogue.names.versions, data.catalogue.versionOf),
    saveCases: createCaseSaver(at, memory),
  });
}
