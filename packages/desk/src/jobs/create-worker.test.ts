import { setTimeout as sleep } from 'node:timers/promises';
import { jobs, type OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../desk-error.ts';
import { cancelJob } from './cancel-job.ts';
import { createWorker, type Worker, type WorkerDeps } from './create-worker.ts';
import { type EnqueueJobInput, enqueueJob } from './enqueue-job.ts';
import { getJob } from './get-job.ts';
import type { JobHandlers } from './job-context.ts';

const admin = { id: 'user-admin', name: '管理员', role: 'admin', level: null } as const;

describe.each(testEngines)('createWorker on %s', (engine) => {
  let opened: OpenDatabase;
  let workers: Worker[];
  let lines: string[];
  beforeEach(async () => {
    opened = await openTestDatabase(engine);
    workers = [];
    lines = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop({ graceMs: 0 })));
    await opened.close();
  });

  let ids = 0;
  const newId = () => `token-${++ids}`;
  const line = (fields: Record<string, unknown>, message: string) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log = { info: line, warn: line, error: line };
  const worker = (handlers: JobHandlers, options: Partial<WorkerDeps> = {}) => {
    const created = createWorker({
      db: opened.db,
      engine,
      handlers,
      newId,
      log,
      retryMs: () => 1,
      pollMs: 10,
      ...options,
    });
    workers.push(created);
    return created;
  };
  const enqueue = (id: string, input: Partial<EnqueueJobInput> = {}) =>
    opened.db.transaction((tx) => enqueueJob(tx, { id, kind: 'work', payload: { id }, ...input }));
  const job = (jobId: string) => getJob({ db: opened.db }, { jobId });

  it('runs every job exactly once when two workers share the database', async () => {
    const ran: unknown[] = [];
    const handlers: JobHandlers = {
      work: {
        async run({ job }) {
          ran.push(job.payload.id);
          await sleep(Math.random() * 3);
          return { id: job.payload.id };
        },
      },
    };
    const pair = [worker(handlers, { concurrency: 3 }), worker(handlers, { concurrency: 3 })];
    await Promise.all(pair.map((one) => one.start()));
    for (let i = 0; i < 40; i++) {
      await enqueue(`job-${i}`);
      pair[i % 2]?.wake();
    }
    await Promise.all(pair.map((one) => one.idle()));
    expect(ran.sort()).toEqual(Array.from({ length: 40 }, (_, i) => `job-${i}`).sort());
    expect(await job('job-7')).toMatchObject({ state: 'done', result: { id: 'job-7' } });
  });

  it('has one unfinished job a key, and makes room again when it has ended', async () => {
    expect(await enqueue('a', { uniqueKey: 'k' })).toEqual({ jobId: 'a', created: true });
    expect(await enqueue('b', { uniqueKey: 'k' })).toEqual({ jobId: 'a', created: false });
    const only = worker({ work: { run: async () => undefined } });
    await only.start();
    await only.idle();
    expect(await enqueue('c', { uniqueKey: 'k' })).toEqual({ jobId: 'c', created: true });
  });

  it('tries a failing job again, then gives it up with its reason, in one transaction with what that means', async () => {
    let tries = 0;
    const gaveUp = vi.fn(async () => {});
    const afterGivingUp = vi.fn();
    const run = async () => {
      throw new Error(`broken ${++tries}`);
    };
    const only = worker({ work: { run, gaveUp, afterGivingUp } });
    await enqueue('a', { maxAttempts: 3 });
    await only.start();
    await vi.waitFor(async () => expect((await job('a')).state).toBe('failed'), { timeout: 5000 });
    expect(tries).toBe(3);
    expect(gaveUp).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(afterGivingUp).toHaveBeenCalledTimes(1));
    expect((await job('a')).error).toBe('broken 3');
  });

  it('does not repeat what was refused', async () => {
    const run = vi.fn(async () => {
      throw new DeskError('not-found', '没有这个事项');
    });
    const only = worker({ work: { run } });
    await enqueue('a');
    await only.start();
    await only.idle();
    expect(run).toHaveBeenCalledTimes(1);
    expect(await job('a')).toMatchObject({ state: 'failed', error: '没有这个事项' });
  });

  it('ends a job even where giving it up fails too', async () => {
    const fail = async () => {
      throw new Error('no');
    };
    const only = worker({ work: { run: fail, gaveUp: fail } });
    await enqueue('a', { maxAttempts: 1 });
    await enqueue('b', { kind: 'work', maxAttempts: 1 });
    await only.start();
    await only.idle();
    expect([(await job('a')).state, (await job('b')).state]).toEqual(['failed', 'failed']);
  });

  it('keeps the words of a failed query out of the job and the log', async () => {
    const run = async () => {
      await opened.db.execute(sql`select ${'秘密的话'} from no_such_table`);
      return undefined;
    };
    const only = worker({ work: { run } });
    await enqueue('a', { maxAttempts: 1 });
    await only.start();
    await only.idle();
    expect((await job('a')).error).toContain('no_such_table');
    expect(JSON.stringify([await job('a'), lines])).not.toContain('秘密');
  });

  it('takes over a job whose worker died, without counting a try', async () => {
    await enqueue('a', { maxAttempts: 1 });
    const dead = { state: 'running', lockedBy: 'dead', attempts: 1, lockedUntil: sql`now() - interval '1 second'` };
    await opened.db.update(jobs).set(dead).where(eq(jobs.id, 'a'));
    const only = worker({ work: { run: async ({ job }) => ({ attempt: job.attempt }) } });
    await only.start();
    await only.idle();
    expect(await job('a')).toMatchObject({ state: 'done', result: { attempt: 1 } });
  });

  it('gives a job up that has been the death of too many workers', async () => {
    await enqueue('a');
    const dead = { state: 'running', lockedBy: 'dead', crashes: 3, lockedUntil: sql`now() - interval '1 second'` };
    await opened.db.update(jobs).set(dead).where(eq(jobs.id, 'a'));
    const run = vi.fn(async () => undefined);
    const only = worker({ work: { run } }, { maxCrashes: 3 });
    await only.start();
    await only.idle();
    expect((await job('a')).state).toBe('failed');
    expect(run).not.toHaveBeenCalled();
  });

  it.runIf(engine === 'pglite')(
    'takes up at once what a process before left running on an embedded database',
    async () => {
      await enqueue('a');
      const held = { state: 'running', lockedBy: 'before', attempts: 1, lockedUntil: sql`now() + interval '1 hour'` };
      await opened.db.update(jobs).set(held).where(eq(jobs.id, 'a'));
      const only = worker({ work: { run: async () => undefined } });
      await only.start();
      await only.idle();
      expect((await job('a')).state).toBe('done');
    },
  );

  it('stops a run whose lease another worker has taken, and leaves the outcome to that one', async () => {
    let aborted = false;
    const slow = worker(
      {
        work: {
          run: ({ signal }) =>
            new Promise((_, reject) => {
              signal.addEventListener('abort', () => {
                aborted = true;
                reject(new Error('stopped'));
              });
            }),
        },
      },
      { leaseMs: 60 },
    );
    await enqueue('a');
    await slow.start();
    await vi.waitFor(async () => expect((await job('a')).state).toBe('running'));
    const taken = { lockedBy: 'other', lockedUntil: sql`now() + interval '1 hour'` };
    await opened.db.update(jobs).set(taken).where(eq(jobs.id, 'a'));
    await vi.waitFor(() => expect(aborted).toBe(true));
    await vi.waitFor(() => expect(lines.join()).toContain('lease was lost'));
    const [row] = await opened.db.select().from(jobs).where(eq(jobs.id, 'a'));
    expect(row).toMatchObject({ state: 'running', lockedBy: 'other' });
  });

  it('keeps the lease of a job that takes long', async () => {
    let runs = 0;
    const handlers: JobHandlers = {
      work: {
        async run() {
          runs++;
          await sleep(400);
          return undefined;
        },
      },
    };
    const pair = [worker(handlers, { leaseMs: 150 }), worker(handlers, { leaseMs: 150 })];
    await Promise.all(pair.map((one) => one.start()));
    await enqueue('a');
    await sleep(20);
    await Promise.all(pair.map((one) => one.idle()));
    expect(runs).toBe(1);
    expect((await job('a')).state).toBe('done');
  });

  it('cancels a running job and a waiting one, each told to its handler', async () => {
    const gaveUp = vi.fn(async () => {});
    const run = ({ signal }: { signal: AbortSignal }) =>
      new Promise<undefined>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const only = worker({ work: { run, gaveUp } }, { concurrency: 1 });
    const deps = { db: opened.db, now: () => new Date(), wake: only.wake };
    await enqueue('a');
    await enqueue('b');
    await only.start();
    await vi.waitFor(async () => expect((await job('a')).state).toBe('running'));
    await cancelJob(deps, { actor: admin, jobId: 'b' });
    await cancelJob(deps, { actor: admin, jobId: 'a' });
    await vi.waitFor(async () =>
      expect([(await job('a')).state, (await job('b')).state]).toEqual(['cancelled', 'cancelled']),
    );
    expect(gaveUp).toHaveBeenCalledTimes(2);
  });

  it('does not cancel a delivery', async () => {
    await enqueue('a', { kind: 'deliver' });
    const deps = { db: opened.db, now: () => new Date(), wake: () => {} };
    await expect(cancelJob(deps, { actor: admin, jobId: 'a' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps the last progress, and tells of it while the work runs', async () => {
    const told: unknown[] = [];
    const handlers: JobHandlers = {
      work: {
        async run({ progress }) {
          for (let done = 1; done <= 50; done++) progress({ done });
          await sleep(400);
          progress({ done: 51 });
          return undefined;
        },
      },
    };
    const only = worker(handlers, { publish: ({ job }) => void told.push(job.progress) });
    await enqueue('a');
    await only.start();
    await only.idle();
    expect((await job('a')).progress).toEqual({ done: 51 });
    expect(told).toContainEqual({ done: 50 });
    expect(told.length).toBeLessThan(6);
  });

  it('gives running jobs back when it stops, the try not counted', async () => {
    const run = ({ signal }: { signal: AbortSignal }) =>
      new Promise<undefined>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const only = worker({ work: { run } });
    await enqueue('a');
    await only.start();
    await vi.waitFor(async () => expect((await job('a')).state).toBe('running'));
    await only.stop({ graceMs: 20 });
    const [row] = await opened.db.select().from(jobs).where(eq(jobs.id, 'a'));
    expect(row).toMatchObject({ state: 'queued', attempts: 0, lockedBy: null });
  });

  it('waits for the moment a job is meant for, and leaves kinds it does not know alone', async () => {
    const run = vi.fn(async () => undefined);
    const only = worker({ work: { run } });
    await enqueue('later', { runAt: new Date(Date.now() + 3_600_000) });
    await enqueue('unknown', { kind: 'other' });
    await only.start();
    await sleep(50);
    await only.idle();
    expect(run).not.toHaveBeenCalled();
    expect((await job('unknown')).state).toBe('queued');
  });
});
