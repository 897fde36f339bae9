import { answeredCases, corpusState, type Database } from '@lutai/db';
import {
  buildSearchIndex,
  IndexMismatch,
  type IndexProgress,
  type IndexStage,
  type KnownQuestion,
  loadSearchIndex,
  type SearchIndex,
} from '@lutai/retrieval';
import { eq } from 'drizzle-orm';
import { chinaDay } from '../../drafting/china-day.ts';
import type { EmbeddingsInterface } from '../embeddings.ts';
import { createReporter, type Work } from '../work.ts';
import { readCases, readCorpusVersion, readProvisions, type StoredCase } from './index-records.ts';

export type CorpusIndexDeps = {
  db: Database;
  /** Where the index is kept, below the data folder. */
  folder: string;
  embeddings: EmbeddingsInterface;
  modelId: string;
  vectorSearch?: 'hnsw' | 'exact' | undefined;
  /** Questions that ship with the product; read when an index is opened. */
  readKnownQuestions?: (() => readonly KnownQuestion[]) | undefined;
  now: () => Date;
  log: (message: string) => void;
};

export type CorpusIndex = {
  /** The index that searches use now; null until `ensureFresh` has given the first one. */
  current(): SearchIndex | null;
  /** Loads or rebuilds the index where it is not of the corpus as it stands; searches use the old one meanwhile. */
  ensureFresh(work?: Work): Promise<SearchIndex>;
  /** Builds the index anew, whatever there is. */
  rebuild(work?: Work): Promise<SearchIndex>;
  /** Puts published cases into the index and takes withdrawn ones out, if any changed since it last looked. */
  syncCases(): Promise<void>;
  status(): { ready: boolean; modelId: string; vectorSearch: 'hnsw' | 'exact'; corpusVersion: string | null };
};

const phases: Record<IndexStage, string> = {
  embed: '计算语义向量',
  lexical: '建立词语索引',
  vectors: '建立向量索引',
  save: '保存索引',
};

/**
 * Holds the search index of the corpus. The saved index is keyed by the version of the laws alone; answered cases are
 * read from the database whenever an index is opened and are kept up to date one by one, so that publishing a case
 * never costs a rebuild and a restart never loses one.
 */
export function createCorpusIndex(deps: CorpusIndexDeps): CorpusIndex {
  const { db, folder, embeddings, modelId, log, readKnownQuestions = () => [] } = deps;
  let held: HeldIndex | null = null;
  // Two builds at once would cost twice the memory and give one index. Cases have a queue of their own, so that neither
  // a search nor a publication waits for a build.
  const inTurn = createQueue();
  const caseInTurn = createQueue();

  async function hold(open: (cases: StoredCase[]) => Promise<SearchIndex>): Promise<SearchIndex> {
    const casesVersion = await readCasesVersion(db);
    const cases = await readCases(db, { today: chinaDay(deps.now()) });
    const index = await open(cases);
    held = { index, casesVersion, cases: new Map(cases.map(({ caseId, contentHash }) => [caseId, contentHash])) };
    return index;
  }

  async function load(corpusVersion: string): Promise<SearchIndex | null> {
    try {
      return await hold((cases) =>
        loadSearchIndex({ folder, corpusVersion, modelId, embeddings, cases, knownQuestions: readKnownQuestions() }),
      );
    } catch (cause) {
      if (!(cause instanceof IndexMismatch)) throw cause;
      log(cause.reason === 'missing' ? '还没有索引，开始建立。' : `已存的索引不可用（${cause.reason}），重新建立。`);
      return null;
    }
  }

  async function build(work: Work): Promise<SearchIndex> {
    const report = createReporter(work);
    const { corpusVersion, provisions } = await readProvisions(db);
    const onProgress = ({ stage, done, total }: IndexProgress) => report(phases[stage], done, total);
    const key = { corpusVersion, modelId };
    const { vectorSearch } = deps;
    return hold((cases) =>
      buildSearchIndex({
        ...key,
        provisions,
        cases,
        knownQuestions: readKnownQuestions(),
        embeddings,
        folder,
        vectorSearch,
        onProgress,
        signal: work.signal,
      }),
    );
  }

  async function updateCases(): Promise<void> {
    const casesVersion = await readCasesVersion(db);
    if (!held || held.casesVersion === casesVersion) return;
    const { index, cases } = held;
    const active = await db
      .select({ id: answeredCases.id, contentHash: answeredCases.contentHash })
      .from(answeredCases)
      .where(eq(answeredCases.status, 'active'));
    const stays = new Set(active.map(({ id }) => id));
    for (const id of [...cases.keys()].filter((known) => !stays.has(known))) {
      await index.removeCase(id);
      cases.delete(id);
    }
    const ids = active.filter(({ id, contentHash }) => cases.get(id) !== contentHash).map(({ id }) => id);
    for (const { contentHash, ...record } of await readCases(db, { today: chinaDay(deps.now()), ids })) {
      await index.addCase(record);
      cases.set(record.caseId, contentHash);
    }
    if (held.index === index) held.casesVersion = casesVersion;
  }

  async function syncCases(): Promise<void> {
    if (held && held.casesVersion !== (await readCasesVersion(db))) await caseInTurn(updateCases);
  }

  return {
    current: () => held?.index ?? null,
    ensureFresh: (work = {}) =>
      inTurn(async () => {
        const corpusVersion = await readCorpusVersion(db);
        if (held?.index.key.corpusVersion !== corpusVersion) return (await load(corpusVersion)) ?? build(work);
        await syncCases();
        return held.index;
      }),
    rebuild: (work = {}) => inTurn(() => build(work)),
    syncCases,
    status: () => ({
      ready: held !== null,
      modelId,
      vectorSearch: held?.index.vectorSearch ?? deps.vectorSearch ?? 'hnsw',
      corpusVersion: held?.index.key.corpusVersion ?? null,
    }),
  };
}

type HeldIndex = {
  index: SearchIndex;
  /** Content hash of every case in it. */
  cases: Map<string, string>;
  casesVersion: number;
};

/** Runs tasks one after another, in the order in which they came. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(task: () => Promise<Value>): Promise<Value> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}

async function readCasesVersion(db: Database): Promise<number> {
  const [state] = await db.select({ version: corpusState.casesVersion }).from(corpusState);
  return state?.version ?? 0;
}
