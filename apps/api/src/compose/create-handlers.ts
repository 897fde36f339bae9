import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ingestReportSchema } from '@lutai/contracts';
import type { OpenDatabase } from '@lutai/db';
import {
  type DeliverApprovalDeps,
  type DraftMatterDeps,
  deliverApproval,
  draftMatter,
  type JobHandler,
  type JobHandlers,
  type RecogniseContractDeps,
  recogniseContract,
} from '@lutai/desk';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { DeskVerbs } from '../desk-verbs.ts';

export type HandlerDeps = {
  deliver: DeliverApprovalDeps;
  draft: DraftMatterDeps;
  recognise: RecogniseContractDeps;
  verbs: DeskVerbs;
  database: OpenDatabase;
  /** Asks for the next day's follow-up and follows up what has changed in the law. */
  reviewLaws: () => Promise<{ opened: number }>;
  /** Aborted when the server shuts down. */
  closing: AbortSignal;
  logger: Logger;
};

const ingestPayloadSchema = z.object({
  paths: z.array(z.string()),
  kind: z.enum(['laws', 'cases']),
  actor: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['client', 'agent', 'knowledge-manager', 'supervisor', 'admin']),
    level: z.enum(['junior', 'intermediate', 'senior', 'specialist']).nullable(),
  }),
  spool: z.boolean(),
});

/** What the worker does for each kind of job. */
export function createHandlers({
  deliver,
  draft,
  recognise,
  verbs,
  database,
  reviewLaws,
  closing,
  logger,
}: HandlerDeps): JobHandlers {
  const ingest: JobHandler = {
    async run({ job, signal, progress }) {
      const { paths, kind, actor, spool } = ingestPayloadSchema.parse(job.payload);
      const source = spool ? { files: await readSpool(paths) } : { paths };
      const report = await verbs.ingest({ ...source, kind, actor }, { signal, onProgress: progress });
      return ingestReportSchema.parse(report);
    },
    // What was stored before it was cancelled or failed stays, and is to be found; the index is of the time before.
    afterGivingUp() {
      verbs.openIndex({ signal: closing }).catch((err: unknown) => {
        if (!closing.aborted) logger.error({ err }, 'the index could not be brought up to date');
      });
    },
  };
  const reindex: JobHandler = {
    async run({ signal, progress }) {
      await verbs.reindex({ signal, onProgress: progress });
      return {};
    },
  };
  const dump: JobHandler = { run: async () => ({ file: await database.dump() }) };
  return {
    deliver: deliverApproval(deliver),
    draft: draftMatter(draft),
    recognise: recogniseContract(recognise),
    ingest,
    reindex,
    dump,
    'review-laws': { run: reviewLaws },
  };
}

/** Uploaded files under the names that their sender gave them. */
async function readSpool(folders: string[]) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const folder of folders) {
    for (const name of await readdir(folder)) files.push({ name, bytes: await readFile(path.join(folder, name)) });
  }
  return files;
}
