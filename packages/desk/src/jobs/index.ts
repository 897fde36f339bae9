export { type CancelJobDeps, cancelJob } from './cancel-job.ts';
export { createWorker, type Worker, type WorkerDeps, type WorkerLog } from './create-worker.ts';
export { type EnqueueJobInput, enqueueJob } from './enqueue-job.ts';
export { type GetJobDeps, getJob } from './get-job.ts';
export type { ClaimedJob, JobContext, JobHandler, JobHandlers, JobPayload } from './job-context.ts';
