import { setTimeout as sleep } from 'node:timers/promises';
import { jobs } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobHandlers } from './job-context.ts';
import { eventually, openWorkerBench, type WorkerBench } from './testing/open-worker-bench.ts';

describe.each(testEngines)('a job whose worker is gone or going, on %s', (engine) => {
  let bench: WorkerBench;
  beforeEach(async () => {
    bench = await openWorkerBench(engine);
  });
  afterEach(() => bench.close());

  it('takes over a job whose worker died, without counting a try', async () => {
    await bench.enqueue('a', { maxAttempts: 1 });
    const dead = { state: 'running', lockedBy: 'dead', attempts: 1, lockedUntil: sql`now() - interval '1 second'` };
    await bench.db.update(jobs).set(dead).where(eq(jobs.id, 'a'));
    const only = bench.worker({ work: { run: async ({ job }) => ({ attempt: job.attempt }) } });
    await only.start();
    await only.idle();
    expect(await bench.job('a')).toMatchObject({ state: 'done', result: { attempt: 1 } });
  });

  it('gives a job up that has been the death of too many workers', async () => {
    await bench.enqueue('a');
    const dead = { state: 'running', lockedBy: 'dead', crashes: 3, lockedUntil: sql`now() - interval '1 second'` };
    await bench.db.update(jobs).set(dead).where(eq(jobs.id, 'a'));
    const run = vi.fn(async () => undefined);
    const only = bench.worker({ work: { run } }, { maxCrashes: 3 });
    await only.start();
    await only.idle();
    expect((await bench.job('a')).state).toBe('failed');
    expect(run).not.toHaveBeenCalled();
  });

  it('takes up at once what was left running on an embedded database; on a server it honours the lease', async () => {
    await bench.enqueue('a');
    const held = { state: 'running', lockedBy: 'before', attempts: 1, lockedUntil: sql`now() + interval '1 hour'` };
    await bench.db.update(jobs).set(held).where(eq(jobs.id, 'a'));
    const only = bench.worker({ work: { run: async () => undefined } });
    await only.start();
    await bench.enqueue('b');
    await eventually(async () => expect((await bench.job('b')).state).toBe('done'));
    expect((await bench.job('a')).state).toBe(engine === 'pglite' ? 'done' : 'running');
    await only.stop();
  });

  it('stops a run whose lease another worker has taken, and leaves the outcome to that one', async () => {
    let aborted = false;
    const slow = bench.worker(
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
      { leaseMs: 300 },
    );
    await bench.enqueue('a');
    await slow.start();
    await eventually(async () => expect((await bench.job('a')).state).toBe('running'));
    const taken = { lockedBy: 'other', lockedUntil: sql`now() + interval '1 hour'` };
    await bench.db.update(jobs).set(taken).where(eq(jobs.id, 'a'));
    await eventually(() => expect(aborted).toBe(true));
    await eventually(() => expect(bench.lines.join()).toContain('lease was lost'));
    const [row] = await bench.db.select().from(jobs).where(eq(jobs.id, 'a'));
    expect(row).toMatchObject({ state: 'running', lockedBy: 'other' });
  });

  it('keeps the lease of a job that takes long', async () => {
    let runs = 0;
    const handlers: JobHandlers = {
      work: {
        async run() {
          runs++;
          await sleep(2000);
          return undefined;
        },
      },
    };
    const pair = [bench.worker(handlers, { leaseMs: 1200 }), bench.worker(handlers, { leaseMs: 1200 })];
    await Promise.all(pair.map((one) => one.start()));
    await bench.enqueue('a');
    await sleep(20);
    await Promise.all(pair.map((one) => one.idle()));
    expect(runs).toBe(1);
    expect((await bench.job('a')).state).toBe('done');
  });

  it('gives running jobs back when it stops, the try not counted', async () => {
    const run = ({ signal }: { signal: AbortSignal }) =>
      new Promise<undefined>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const only = bench.worker({ work: { run } });
    await bench.enqueue('a');
    await only.start();
    await eventually(async () => expect((await bench.job('a')).state).toBe('running'));
    await only.stop({ graceMs: 20 });
    const [row] = await bench.db.select().from(jobs).where(eq(jobs.id, 'a'));
    expect(row).toMatchObject({ state: 'queued', attempts: 0, lockedBy: null });
  });
});
