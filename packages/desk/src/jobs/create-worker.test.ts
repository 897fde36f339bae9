import { setTimeout as sleep } from 'node:timers/promises';
import { testEngines } from '@lutai/db/testing';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskError } from '../desk-error.ts';
import { cancelJob } from './cancel-job.ts';
import type { JobHandlers } from './job-context.ts';
import { eventually, openWorkerBench, type WorkerBench } from './testing/open-worker-bench.ts';

const admin = { id: 'user-admin', name: '管理员', role: 'admin', level: null } as const;

describe.each(testEngines)('createWorker on %s', (engine) => {
  let bench: WorkerBench;
  beforeEach(async () => {
    bench = await openWorkerBench(engine);
  });
  afterEach(() => bench.close());

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
    const pair = [bench.worker(handlers, { concurrency: 3 }), bench.worker(handlers, { concurrency: 3 })];
    await Promise.all(pair.map((one) => one.start()));
    for (let i = 0; i < 40; i++) {
      await bench.enqueue(`job-${i}`);
      pair[i % 2]?.wake();
    }
    await Promise.all(pair.map((one) => one.idle()));
    expect(ran.sort()).toEqual(Array.from({ length: 40 }, (_, i) => `job-${i}`).sort());
    expect(await bench.job('job-7')).toMatchObject({ state: 'done', result: { id: 'job-7' } });
  });

  it('runs what takes long one at a time, apart, while the others go on', async () => {
    let atOnce = 0;
    let most = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handlers: JobHandlers = {
      long: {
        apart: true,
        async run() {
          most = Math.max(most, ++atOnce);
          await released;
          atOnce--;
          return undefined;
        },
      },
      work: { run: async () => undefined },
    };
    const only = bench.worker(handlers, { concurrency: 1 });
    for (const id of ['long-1', 'long-2', 'long-3']) await bench.enqueue(id, { kind: 'long' });
    await only.start();
    await bench.enqueue('short');
    await eventually(async () => expect((await bench.job('short')).state).toBe('done'));
    expect([(await bench.job('long-1')).state, (await bench.job('long-2')).state]).toEqual(['running', 'queued']);
    release();
    await only.idle();
    expect(most).toBe(1);
    expect((await bench.job('long-3')).state).toBe('done');
  });

  it('has one unfinished job a key, and makes room again when it has ended', async () => {
    expect(await bench.enqueue('a', { uniqueKey: 'k' })).toEqual({ jobId: 'a', created: true });
    expect(await bench.enqueue('b', { uniqueKey: 'k' })).toEqual({ jobId: 'a', created: false });
    const only = bench.worker({ work: { run: async () => undefined } });
    await only.start();
    await only.idle();
    expect(await bench.enqueue('c', { uniqueKey: 'k' })).toEqual({ jobId: 'c', created: true });
  });

  it('tries a failing job again, then gives it up with its reason, in one transaction with what that means', async () => {
    let tries = 0;
    const gaveUp = vi.fn(async () => {});
    const afterGivingUp = vi.fn();
    const run = async () => {
      throw new Error(`broken ${++tries}`);
    };
    const only = bench.worker({ work: { run, gaveUp, afterGivingUp } });
    await bench.enqueue('a', { maxAttempts: 3 });
    await only.start();
    await eventually(async () => expect((await bench.job('a')).state).toBe('failed'));
    expect(tries).toBe(3);
    expect(gaveUp).toHaveBeenCalledTimes(1);
    await eventually(() => expect(afterGivingUp).toHaveBeenCalledTimes(1));
    expect((await bench.job('a')).error).toBe('broken 3');
  });

  it('does not repeat what was refused', async () => {
    const run = vi.fn(async () => {
      throw new DeskError('not-found', '没有这个事项');
    });
    const only = bench.worker({ work: { run } });
    await bench.enqueue('a');
    await only.start();
    await only.idle();
    expect(run).toHaveBeenCalledTimes(1);
    expect(await bench.job('a')).toMatchObject({ state: 'failed', error: '没有这个事项' });
  });

  it('ends a job even where giving it up fails too', async () => {
    const fail = async () => {
      throw new Error('no');
    };
    const only = bench.worker({ work: { run: fail, gaveUp: fail } });
    await bench.enqueue('a', { maxAttempts: 1 });
    await bench.enqueue('b', { kind: 'work', maxAttempts: 1 });
    await only.start();
    await only.idle();
    expect([(await bench.job('a')).state, (await bench.job('b')).state]).toEqual(['failed', 'failed']);
  });

  it('keeps the words of a failed query out of the job and the log', async () => {
    const run = async () => {
      await bench.db.execute(sql`select ${'秘密的话'} from no_such_table`);
      return undefined;
    };
    const only = bench.worker({ work: { run } });
    await bench.enqueue('a', { maxAttempts: 1 });
    await only.start();
    await only.idle();
    expect((await bench.job('a')).error).toContain('no_such_table');
    expect(JSON.stringify([await bench.job('a'), bench.lines])).not.toContain('秘密');
  });

  it('cancels a running job and a waiting one, each told to its handler', async () => {
    const gaveUp = vi.fn(async () => {});
    const run = ({ signal }: { signal: AbortSignal }) =>
      new Promise<undefined>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const only = bench.worker({ work: { run, gaveUp } }, { concurrency: 1 });
    const deps = { db: bench.db, now: () => new Date(), wake: only.wake };
    await bench.enqueue('a');
    await bench.enqueue('b');
    await only.start();
    await eventually(async () => expect((await bench.job('a')).state).toBe('running'));
    await cancelJob(deps, { actor: admin, jobId: 'b' });
    await cancelJob(deps, { actor: admin, jobId: 'a' });
    await eventually(async () =>
      expect([(await bench.job('a')).state, (await bench.job('b')).state]).toEqual(['cancelled', 'cancelled']),
    );
    expect(gaveUp).toHaveBeenCalledTimes(2);
  });

  it('does not cancel a delivery', async () => {
    await bench.enqueue('a', { kind: 'deliver' });
    const deps = { db: bench.db, now: () => new Date(), wake: () => {} };
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
    const only = bench.worker(handlers, { publish: ({ job }) => void told.push(job.progress) });
    await bench.enqueue('a');
    await only.start();
    await only.idle();
    expect((await bench.job('a')).progress).toEqual({ done: 51 });
    expect(told).toContainEqual({ done: 50 });
    expect(told.length).toBeLessThan(6);
  });

  it('waits for the moment a job is meant for, and leaves kinds it does not know alone', async () => {
    const run = vi.fn(async () => undefined);
    const only = bench.worker({ work: { run } });
    await bench.enqueue('later', { runAt: new Date(Date.now() + 3_600_000) });
    await bench.enqueue('unknown', { kind: 'other' });
    await only.start();
    await sleep(50);
    await only.idle();
    expect(run).not.toHaveBeenCalled();
    expect((await bench.job('unknown')).state).toBe('queued');
  });
});
