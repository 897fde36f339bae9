export { type AddAnsweredCaseDeps, addAnsweredCase } from './cases/add-answered-case.ts';
export { type WithdrawAnsweredCaseDeps, withdrawAnsweredCase } from './cases/withdraw-answered-case.ts';
export { corpusAge } from './corpus-age.ts';
export { corpusStatus } from './corpus-status.ts';
export { type CorpusIndex, type CorpusIndexDeps, createCorpusIndex } from './index/create-corpus-index.ts';
export type { ReadDocument } from './ingest/corpus-file.ts';
export { type IngestDeps, type IngestInput, ingestFiles } from './ingest/ingest-files.ts';
export { loadStarterCorpus } from './ingest/load-starter-corpus.ts';
export { type CheckTextDeps, checkText, placeCitations } from './laws/check-text.ts';
export { compareLaw } from './laws/compare-law.ts';
export { getLaw } from './laws/get-law.ts';
export { getProvision } from './laws/get-provision.ts';
export { createLawDirectory, type LawDirectory } from './laws/law-directory.ts';
export { createLawHistory, type LawHistory } from './laws/law-history.ts';
export { type ListLawsInput, listLaws } from './laws/list-laws.ts';
export { resolveCitation } from './laws/resolve-citation.ts';
export {
  createModelSearch,
  type ModelCall,
  type ModelHelp,
  type ModelSearch,
  type ModelSearchConfig,
  type ModelStage,
  modelStages,
} from './search/model/index.ts';
export { type SearchCorpusDeps, type SearchCorpusInput, searchCorpus } from './search/search-corpus.ts';
export type { Work, WorkProgress } from './work.ts';
