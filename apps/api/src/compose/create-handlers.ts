import { rm } from 'node:fs/promises';
import { ingestReportSchema } from '@lutai/contracts';
import type { OpenDatabase } from '@lutai/db';
import {
  type DeliverApprovalDeps,
  type DraftMatterDeps,
  deliverApproval,
  draftMatter,
  type JobHandler,
  type JobHandlers,
} from '@lutai/desk';
import { z } from 'zod';
import type { DeskVerbs } from '../desk-verbs.ts';

export type HandlerDeps = {
  deliver: DeliverApprovalDeps;
  draft: DraftMatterDeps;
  verbs: DeskVerbs;
  database: OpenDatabase;
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
export function createHandlers({ deliver, draft, verbs, database }: HandlerDeps): JobHandlers {
  const ingest: JobHandler = {
    async run({ job, signal, progress }) {
      const { paths, kind, actor, spool } = ingestPayloadSchema.parse(job.payload);
      const report = await verbs.ingest({ paths, kind, actor }, { signal, onProgress: progress });
      // Only once the files are in: a try that was cut short reads them again.
      if (spool) await removeAll(paths);
      return ingestReportSchema.parse(report);
    },
    async gaveUp(_tx, job) {
      const { paths, spool } = ingestPayloadSchema.parse(job.payload);
      if (spool) await removeAll(paths);
    },
  };
  const reindex: JobHandler = {
    async run({ signal, progress }) {
      await verbs.reindex({ signal, onProgress: progress });
      return {};
    },
  };
  const dump: JobHandler = { run: async () => ({ file: await database.dump() }) };
  return { deliver: deliverApproval(deliver), draft: draftMatter(draft), ingest, reindex, dump };
}

async function removeAll(folders: string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
