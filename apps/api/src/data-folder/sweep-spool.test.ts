import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jobs } from '@lutai/db';
import { openTestDatabase } from '@lutai/db/testing';
import { describe, expect, it } from 'vitest';
import { spoolFolder } from './spool-uploads.ts';
import { sweepSpool } from './sweep-spool.ts';

describe('sweepSpool', () => {
  it('removes what is done with and keeps what a job still needs, and what is new', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'lutai-sweep-'));
    const { db, close } = await openTestDatabase();
    try {
      const folder = (name: string) => path.join(spoolFolder(dataFolder), name);
      for (const name of ['waiting', 'done']) await mkdir(folder(name), { recursive: true });
      const job = (id: string, state: string) => ({ id, kind: 'ingest', state, payload: { paths: [folder(id)] } });
      await db.insert(jobs).values([job('waiting', 'queued'), job('done', 'done')]);
      const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);
      await sweepSpool({ db, dataFolder, now: later(0) });
      expect(await readdir(spoolFolder(dataFolder))).toEqual(['done', 'waiting']);
      await sweepSpool({ db, dataFolder, now: later(2) });
      expect(await readdir(spoolFolder(dataFolder))).toEqual(['waiting']);
    } finally {
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    }
  });
});
