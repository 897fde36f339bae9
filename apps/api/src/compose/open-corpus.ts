import path from 'node:path';
import type { CiteCheckResponse, CorpusStatus, IngestReport, SearchResponse } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import {
  type Actor,
  type AddAnsweredCase,
  addAnsweredCase,
  type CheckText,
  checkText,
  corpusStatus,
  createCorpusIndex,
  createLawDirectory,
  type IsVetted,
  ingestFiles,
  loadStarterCorpus,
  type ModelSearch,
  placeCitations,
  type Retrieve,
  recordAudit,
  reviewLaws,
  type StandingText,
  searchCorpus,
  type WithdrawAnsweredCaseDeps,
  type Work,
} from '@lutai/desk';
import { readDocument } from '@lutai/documents';
import { readKnownQuestions } from '@lutai/retrieval';
import type { Logger } from 'pino';
import type { CorpusKind, IngestSource } from '../desk-verbs.ts';
import type { Environment } from '../env.ts';
import { openEmbeddings } from './open-embeddings.ts';

type SearchInput = { question: string; k: number; asOf: string | null; caseCount?: number };

export type OpenCorpus = {
  corpusIndex: WithdrawAnsweredCaseDeps['corpusIndex'];
  retrieve: Retrieve;
  checkText: CheckText;
  /** The same without judging whether a provision bears out what is said with it. */
  placeCitations: CheckText;
  addAnsweredCase: AddAnsweredCase;
  search(input: SearchInput, work?: Work): Promise<SearchResponse>;
  citeCheck(input: { text: string; asOf: string | null }): Promise<CiteCheckResponse>;
  status(): Promise<Omit<CorpusStatus, 'drafter'>>;
  ingest(input: IngestSource & { kind: CorpusKind; actor: Actor }, work?: Work): Promise<IngestReport>;
  reindex(work?: Work): Promise<void>;
  /** Opens the saved index, or builds it where it does not fit the corpus. */
  openIndex(work?: Work): Promise<void>;
  loadStarter(work?: Work): Promise<void>;
  /** Lists what rests on law that has changed since the last time; gives how many entries are new. */
  reviewLaws(): Promise<number>;
};

export type OpenCorpusDeps = Pick<Environment, 'dataFolder' | 'embeddingModel' | 'endpoint'> & {
  db: Database;
  now: () => Date;
  newId: () => string;
  repository: string;
  logger: Logger;
  /** What `retrieve` uses where it is asked to; `search` answers people in milliseconds without it. */
  modelSearch: ModelSearch | undefined;
  /** What stands in files and cites provisions. */
  readStanding: () => Promise<StandingText[]>;
  isVetted: IsVetted;
};

/** The verbs of the corpus around one index, which is opened when it is first needed. */
export async function openCorpus({
  db,
  now,
  newId,
  dataFolder,
  repository,
  logger,
  modelSearch,
  readStanding,
  isVetted,
  ...config
}: OpenCorpusDeps): Promise<OpenCorpus> {
  const corpusIndex = createCorpusIndex({
    db,
    now,
    folder: path.join(dataFolder, 'index'),
    ...(await openEmbeddings(config)),
    readKnownQuestions: () => readKnownQuestions(path.join(repository, 'corpus/questions')),
    log: (message) => logger.info(message),
  });
  const lawDirectory = createLawDirectory({ db });
  const searching = { db, corpusIndex, now };
  const checking = { db, lawDirectory, now, isVetted };
  const reviewing = { db, now, newId, lawDirectory, corpusIndex, readStanding };

  async function openIndex(work: Work = {}): Promise<void> {
    await corpusIndex.ensureFresh(work);
  }

  async function search(input: SearchInput, { signal }: Work = {}): Promise<SearchResponse> {
    if (corpusIndex.current() === null) await openIndex({ signal });
    return searchCorpus(searching, input, { signal });
  }

  const retrieve: Retrieve = async ({ signal, withModel = false, ...input }) => {
    if (corpusIndex.current() === null) await openIndex({ signal });
    return searchCorpus({ ...searching, modelSearch: withModel ? modelSearch : undefined }, input, { signal });
  };

  return {
    corpusIndex,
    search,
    openIndex,
    retrieve,
    checkText: async (text, asOf) => (await checkText(checking, { text, asOf })).citations,
    placeCitations: (text, asOf) => placeCitations(checking, { text, asOf }),
    citeCheck: (input) => checkText(checking, input),
    addAnsweredCase: (record, audit) => addAnsweredCase({ db, corpusIndex, now, newId }, record, audit),
    status: () => corpusStatus({ db, corpusIndex }),
    async ingest({ actor, ...input }, work = {}) {
      // What has changed by now is not to be laid to these files, and there must be something to compare them with.
      await reviewLaws(reviewing);
      const report = await ingestFiles({ db, readDocument, now }, input, work).finally(() => reviewLaws(reviewing));
      const { laws, versions, provisions, cases, unchanged } = report;
      const details = {
        kind: input.kind,
        laws,
        versions,
        provisions,
        cases,
        unchanged,
        skipped: report.skipped.length,
      };
      await db.transaction((tx) =>
        recordAudit(tx, {
          at: now(),
          actor,
          action: 'corpus.ingested',
          subjectType: 'corpus',
          subjectId: input.kind,
          details,
        }),
      );
      await openIndex(work);
      return report;
    },
    reviewLaws: () => reviewLaws(reviewing),
    async reindex(work) {
      await corpusIndex.rebuild(work);
    },
    async loadStarter(work = {}) {
      await loadStarterCorpus({ db, readDocument, now }, { folder: path.join(repository, 'corpus') }, work);
      await reviewLaws(reviewing);
      await openIndex(work);
    },
  };
}
