import type { MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import { DeskError } from '../../desk-error.ts';
import type { WorkerLog } from '../../jobs/create-worker.ts';
import { describeFailure } from '../../jobs/end-job.ts';
import type { ClaimedJob, JobHandler } from '../../jobs/job-context.ts';
import { readFile } from '../document-files.ts';
import { draftOfDocument, findDocument } from '../document-rows.ts';
import { type ReadContractDeps, reviewContract } from '../read-contract.ts';
import { sourceGone } from '../reviewed-content.ts';
import { readingPayloadSchema } from './enqueue-reading.ts';
import { failReading, finishReading } from './finish-reading.ts';

export type RecogniseContractDeps = ReadContractDeps & {
  db: Database;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  log: Pick<WorkerLog, 'warn'>;
};

/**
 * The handler of `recognise` jobs; register it as `handlers.recognise`. Reads the pictures of a contract that was stored
 * unread, and reviews it. A run that died begins anew; one that was overtaken (read, discarded) leaves nothing.
 */
export function recogniseContract(deps: RecogniseContractDeps): JobHandler {
  const { db, works, publish, now } = deps;
  const failed = new Map<string, string>();

  const tell = (matterId: string, documentId: string) =>
    publish({ type: 'document', matterId, documentId, forClient: true });
  const documentOf = (job: ClaimedJob) => findDocument(db, readingPayloadSchema.parse(job.payload).documentId);

  return {
    apart: true,
    async run({ job, signal, progress }) {
      const document = await documentOf(job);
      const { id: documentId, matterId, title, sourceName, sourceSha256 } = document;
      if ((await draftOfDocument(db, document)).status !== 'drafting') return { skipped: true };
      const bytes = sourceSha256 === null ? null : await readFile(db, sourceSha256);
      if (bytes === null || sourceName === null) throw sourceGone();
      const file = { name: sourceName, bytes };
      try {
        const read = await works.recognise(file, {
          signal,
          onProgress(page) {
            progress(page);
            publish({ type: 'document-reading', matterId, documentId, ...page });
          },
        });
        signal.throwIfAborted();
        const reviewed = await reviewContract(deps, { title, file, read });
        signal.throwIfAborted();
        const at = now();
        const stored = await db.transaction((tx) =>
          finishReading(tx, { matterId, documentId, revisionId: deps.newId(), reviewed, at }),
        );
        if (stored) tell(matterId, documentId);
        return { documentId, stored };
      } catch (cause) {
        if (cause instanceof DeskError || signal.aborted) throw cause;
        deps.log.warn({ documentId, failure: describeFailure(cause) }, 'contract could not be recognised');
        // What failed inside is no reason to tell a client; it may pass, and is tried again.
        throw new DeskError('internal', '识别文字时出错，没有读完。请换一份文件，或者稍后再上传一次。', { cause });
      }
    },
    async gaveUp(tx, job, reason) {
      const { documentId } = readingPayloadSchema.parse(job.payload);
      const { matterId } = await findDocument(tx, documentId);
      if (await failReading(tx, { matterId, documentId, reason, at: now() })) failed.set(job.id, matterId);
    },
    afterGivingUp(job) {
      const matterId = failed.get(job.id);
      if (matterId === undefined) return;
      failed.delete(job.id);
      tell(matterId, readingPayloadSchema.parse(job.payload).documentId);
    },
  };
}
