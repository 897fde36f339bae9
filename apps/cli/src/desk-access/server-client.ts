import {
  citeCheckResponseSchema,
  corpusStatusSchema,
  draftContentSchema,
  errorResponseSchema,
  ingestReportSchema,
  type Job,
  jobSchema,
  matterDetailSchema,
  searchResponseSchema,
  userSchema,
} from '@lutai/contracts';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';
import type { DeskAccess, LongWork } from './desk-access.ts';
import { jobStep } from './job-step.ts';

const jobStartedSchema = z.object({ jobId: z.string() });
const pollMs = 250;

/** The desk of a running server, over its loopback routes for the command line. */
export function connectToServer(server: { url: string; token: string }): DeskAccess {
  async function call<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<z.output<Schema>> {
    const answer = await fetch(`${server.url}/api/local/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const content: unknown = await answer.json().catch(() => null);
    if (answer.ok) return schema.parse(content);
    const failure = errorResponseSchema.safeParse(content);
    if (failure.success) throw new CommandError(failure.data.error.code, failure.data.error.message);
    throw new CommandError('internal', `服务器答复 ${answer.status}，内容无法识别。`);
  }

  /** Follows a job to its end; a cancelled wait cancels the job. */
  async function follow(jobId: string, { signal, onProgress }: LongWork): Promise<Job> {
    let cancelled = false;
    for (;;) {
      if (signal.aborted && !cancelled) {
        cancelled = true;
        await call(z.unknown(), `jobs/${jobId}/cancel`, {});
      }
      const job = await call(jobSchema, `jobs/${jobId}`);
      const step = jobStep(job);
      if (step !== null) onProgress(step);
      if (job.state === 'done') return job;
      if (job.state === 'failed') throw new CommandError('internal', job.error ?? '任务失败。');
      if (job.state === 'cancelled') throw new CommandError('cancelled', '任务已取消。');
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  return {
    search: ({ question, k, asOf }) =>
      call(searchResponseSchema, 'search', { question, k, ...(asOf === null ? {} : { asOf }) }),
    ask: ({ factsDate, ...asked }, signal) =>
      call(draftContentSchema, 'ask', { ...asked, ...(factsDate === null ? {} : { factsDate }) }, signal),
    citeCheck: ({ text, asOf }) =>
      call(citeCheckResponseSchema, 'cite-check', { text, ...(asOf === null ? {} : { asOf }) }),
    async ingest(input, work) {
      const { jobId } = await call(jobStartedSchema, 'ingest', input);
      return ingestReportSchema.parse((await follow(jobId, work)).result);
    },
    async reindex(work) {
      const { jobId } = await call(jobStartedSchema, 'reindex', {});
      await follow(jobId, work);
      return call(corpusStatusSchema, 'status');
    },
    status: () => call(corpusStatusSchema, 'status'),
    loadStarterCorpus: async () => {
      await call(z.unknown(), 'starter-corpus', {});
    },
    backup: async (folder) => (await call(z.object({ file: z.string() }), 'backup', { folder })).file,
    approve: ({ contentHash, ...input }) =>
      call(matterDetailSchema, 'approve', { ...input, ...(contentHash === null ? {} : { contentHash }) }),
    addUser: (user) => call(userSchema, 'users', user),
    close: async () => {},
  };
}
