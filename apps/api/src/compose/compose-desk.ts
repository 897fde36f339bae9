import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createPortalChannel } from '@lutai/channels';
import type { JobEvent, MatterEvent } from '@lutai/contracts';
import { type OpenDatabase, openDatabase } from '@lutai/db';
import {
  createLawHistory,
  createVettedSentences,
  createWorker,
  type DraftAnswerInput,
  type DraftAnswerOptions,
  draftAnswer,
  loadAreas,
  loadDeadlines,
  loadRoutes,
  loadTopics,
  routeTexts,
  topicSentences,
  triageQuestion,
  type Worker,
} from '@lutai/desk';
import type { Logger } from 'pino';
import type { DeskDeps } from '../app-deps.ts';
import type { Environment } from '../env.ts';
import { createEventBus } from '../events/event-bus.ts';
import { chooseDrafters } from './choose-drafters.ts';
import { createContractThread } from './contract-thread/create-contract-thread.ts';
import { threadedTasks } from './contract-thread/threaded-tasks.ts';
import { createHandlers } from './create-handlers.ts';
import { createVerbs } from './create-verbs.ts';
import { checklistSentences, documentTexts, loadDocumentData } from './document-data.ts';
import { createDocumentWorks } from './document-works.ts';
import { openCorpus } from './open-corpus.ts';
import { openModel } from './open-model.ts';
import { openModelSearch } from './open-model-search.ts';
import { readStandingTexts } from './read-standing-texts.ts';
import { startDump } from './start-dump.ts';
import { startReviewLaws } from './start-review-laws.ts';

export type DeskConfig = Omit<Environment, 'port' | 'host' | 'logLevel'> & {
  logger: Logger;
  /** The repository: starter corpus and what is known of the areas of law lie in its `corpus/`. */
  repository: string;
  webFolder: string | null;
};

export type ComposedDesk = {
  deps: DeskDeps;
  config: DeskConfig;
  /** Not started: a single command needs no worker. */
  worker: Worker;
  startDump(): Promise<void>;
  startReviewLaws(): Promise<void>;
  endStreams(): void;
  close(): Promise<void>;
};

/** The composition root: opens and makes everything once, and hands each part what it needs. */
export async function composeDesk(config: DeskConfig): Promise<ComposedDesk> {
  const { databaseUrl, dataFolder } = config;
  const database = await openDatabase(databaseUrl === null ? { dataDir: dataFolder } : { url: databaseUrl });
  try {
    return await composeDeskOn(config, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same on a database that is already open; it is closed with the desk. */
export async function composeDeskOn(config: DeskConfig, database: OpenDatabase): Promise<ComposedDesk> {
  const { dataFolder, logger, repository } = config;
  const { db } = database;
  const now = () => new Date();
  const newId = () => randomUUID();
  const matterEvents = createEventBus<MatterEvent>();
  const jobEvents = createEventBus<JobEvent>();
  const publish = (event: MatterEvent) => matterEvents.publish(event.matterId, event);
  const closing = new AbortController();
  let worker: Worker | null = null;
  const wake = () => worker?.wake();

  const areas = await loadAreas(path.join(repository, 'corpus/catalogue/areas'));
  const topics = await loadTopics(path.join(repository, 'corpus/catalogue/topics'));
  const routes = await loadRoutes(
    path.join(repository, 'corpus/catalogue/routes.yaml'),
    path.join(repository, 'corpus/routes'),
  );
  const deadlines = await loadDeadlines(path.join(repository, 'corpus'));
  const model = await openModel(config);
  const modelSearch = openModelSearch(model, { ...config, now });
  const documentData = await loadDocumentData(repository);
  const told = [...topics.flatMap(topicSentences), ...routeTexts(routes), ...checklistSentences(documentData)];
  const isVetted = createVettedSentences(areas, deadlines.catalogue, told);
  const readStanding = async () => [
    ...(await readStandingTexts({ areas, topics, deadlines, evaluations: path.join(repository, 'evals/own') })),
    ...documentTexts(documentData),
  ];
  const corpus = await openCorpus({ ...config, db, now, newId, modelSearch, readStanding, isVetted });
  const { drafter, fallback } = chooseDrafters(model);
  const { retrieve, checkText, placeCitations, addAnsweredCase } = corpus;
  const contractThread = createContractThread();
  const recognitionThread = createContractThread({ limitMs: 900_000 });
  const works = createDocumentWorks({
    ...documentData,
    // What a contract says of a provision is nobody's claim that would have to be judged.
    checkText: placeCitations,
    aigcProducer: config.aigcProducer,
    tasks: threadedTasks(contractThread, recognitionThread),
  });
  const lawHistory = createLawHistory({ db });
  const draft = (input: DraftAnswerInput, options: DraftAnswerOptions) =>
    draftAnswer(
      { areas, topics, routes, deadlines, retrieve, checkText, drafter, fallback, now, lawHistory },
      input,
      options,
    );

  const verbs = createVerbs({
    db,
    now,
    newId,
    wake,
    corpus,
    draft,
    drafter: { kind: drafter.kind, model: config.model },
  });
  const handlers = createHandlers({
    deliver: { db, now, newId, channels: [createPortalChannel()], publish },
    draft: { db, now, newId, draft, publish, wake },
    recognise: { db, now, newId, works, checkText, publish, log: logger },
    verbs,
    database,
    reviewLaws: async () => {
      // First, so that a day that fails does not end all days.
      await startReviewLaws({ db, now, newId, wake }, 'tomorrow');
      return { opened: await corpus.reviewLaws() };
    },
    closing: closing.signal,
    logger,
  });
  worker = createWorker({
    db,
    engine: database.engine,
    handlers,
    newId,
    log: logger,
    publish: (event) => jobEvents.publish(event.job.id, event),
  });
  return {
    deps: {
      database,
      db,
      now,
      newId,
      logger,
      dataFolder,
      publicUrl: config.publicUrl,
      aigcProducer: config.aigcProducer,
      webFolder: config.webFolder,
      localToken: randomBytes(32).toString('base64url'),
      verbs,
      matterEvents,
      jobEvents,
      publish,
      wake,
      closing: closing.signal,
      triage: (text, importance, said) => triageQuestion({ areas, routes, deadlines, now }, { text, importance, said }),
      deadlines,
      checkText,
      works,
      addAnsweredCase,
      corpusIndex: corpus.corpusIndex,
    },
    config,
    worker,
    startDump: () => startDump({ db, newId, wake }),
    startReviewLaws: () => startReviewLaws({ db, now, newId, wake }, 'today'),
    endStreams: () => closing.abort(),
    close: async () => {
      await Promise.all([contractThread.close(), recognitionThread.close()]);
      await database.close();
    },
  };
}
