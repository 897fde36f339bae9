import { createHash } from 'node:crypto';
import type { DraftContent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import {
  type Actor,
  chinaDay,
  type DraftAnswerInput,
  type DraftAnswerOptions,
  enqueueJob,
  readingOf,
  recordAudit,
} from '@lutai/desk';
import type { DeskVerbs } from '../desk-verbs.ts';
import type { OpenCorpus } from './open-corpus.ts';

export type VerbDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  wake: () => void;
  corpus: OpenCorpus;
  draft: (input: DraftAnswerInput, options: DraftAnswerOptions) => Promise<DraftContent>;
  drafter: { kind: 'extractive' | 'model'; model: string | null };
};

/** Applies to each verb its own dependencies. */
export function createVerbs(deps: VerbDeps): DeskVerbs {
  const { db, now, newId, wake, corpus } = deps;

  /** One unfinished job of a kind and payload at a time: asking twice gives the same job. */
  async function start(kind: string, payload: Record<string, unknown>, uniqueKey: string, actor: Actor) {
    const at = now();
    const { jobId } = await db.transaction(async (tx) => {
      const job = await enqueueJob(tx, { id: newId(), kind, payload, uniqueKey });
      if (job.created) {
        await recordAudit(tx, { at, actor, action: `${kind}.requested`, subjectType: 'job', subjectId: job.jobId });
      }
      return job;
    });
    wake();
    return { jobId };
  }

  return {
    search: corpus.search,
    citeCheck: corpus.citeCheck,
    status: async () => ({ ...(await corpus.status()), drafter: deps.drafter }),
    ingest: corpus.ingest,
    reindex: corpus.reindex,
    openIndex: corpus.openIndex,
    loadStarterCorpus: corpus.loadStarter,
    ask: ({ question, conversation = [], factsDate }, { signal } = {}) => {
      const told = [...conversation.filter(({ from }) => from === 'client').map(({ text }) => text), question].join(
        '\n',
      );
      return deps.draft(
        {
          ...{ question, conversation, asOf: factsDate, importance: 'standard' },
          reading: factsDate === null ? readingOf(told, chinaDay(now())) : null,
        },
        signal === undefined ? {} : { signal },
      );
    },
    startIngest: ({ paths, kind, actor, spool = false }) =>
      start('ingest', { paths, kind, actor, spool }, `ingest:${kind}:${digest(paths.join('\n'))}`, actor),
    startReindex: ({ actor }) => start('reindex', {}, 'reindex', actor),
  };
}

/** A key is indexed, and a row of an index holds some 2,700 bytes; a shell's `*.md` may stand for thousands of paths. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
