import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFolderHolder, lockDataFolder } from './data-lock.ts';
import { newestDump } from './dump.ts';
import { openDatabase } from './open-database.ts';
import { rows } from './rows.ts';
import { auditLog, corpusState } from './schema/index.ts';
import { openTestDatabase, testEngines } from './testing/index.ts';

const folders: string[] = [];
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lutai-db-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('openDatabase on a data folder', () => {
  it('keeps what was written when it is opened again', async () => {
    const dataDir = await freshFolder();
    const first = await openDatabase({ dataDir });
    await first.db.update(corpusState).set({ version: 7 });
    await first.close();
    const second = await openDatabase({ dataDir });
    expect((await second.db.select().from(corpusState))[0]?.version).toBe(7);
    await second.close();
  });

  it('refuses a second opener and names the holder', async () => {
    const dataDir = await freshFolder();
    const first = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ name: 'DataFolderBusy', pid: process.pid });
    await first.close();
    expect(await dataFolderHolder(dataDir)).toBeNull();
  });

  it('writes a dump that it can name, and keeps three', async () => {
    const dataDir = await freshFolder();
    const opened = await openDatabase({ dataDir });
    for (let i = 0; i < 4; i++) await opened.dump();
    const newest = await newestDump(dataDir);
    expect(newest).toMatch(/lutai-.*\.tar\.gz$/);
    await opened.close();
  });
});

describe('lockDataFolder', () => {
  it('takes over a lock whose process is gone', async () => {
    const dataDir = await freshFolder();
    await writeFile(path.join(dataDir, 'lock'), JSON.stringify({ pid: 2 ** 22 - 3, started: '1' }));
    const lock = await lockDataFolder(dataDir);
    expect(await dataFolderHolder(dataDir)).toBe(process.pid);
    await lock.release();
  });

  it('takes over a lock whose process id now belongs to another process', async () => {
    const dataDir = await freshFolder();
    await writeFile(path.join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, started: '1' }));
    const lock = await lockDataFolder(dataDir);
    await lock.release();
  });

  it('takes over a half-written lock', async () => {
    const dataDir = await freshFolder();
    await writeFile(path.join(dataDir, 'lock'), '{"pid":');
    const lock = await lockDataFolder(dataDir);
    await lock.release();
  });

  it('lets exactly one of many openers in', async () => {
    const dataDir = await freshFolder();
    await writeFile(path.join(dataDir, 'lock'), JSON.stringify({ pid: 2 ** 22 - 3, started: '1' }));
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(dataDir)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe.each(testEngines)('the schema on %s', (engine) => {
  it('refuses to change or remove an audit entry', async () => {
    const opened = await openTestDatabase(engine);
    const entry = { actorName: '系统', actorRole: 'system', action: 'test', subjectType: 'test', subjectId: '1' };
    await opened.db.insert(auditLog).values(entry);
    await expect(opened.db.update(auditLog).set({ action: 'other' })).rejects.toThrow();
    await expect(opened.db.delete(auditLog)).rejects.toThrow();
    await expect(rows(opened.db, sql`truncate audit_log`)).rejects.toThrow();
    expect(await rows(opened.db, sql`select action from audit_log`)).toEqual([{ action: 'test' }]);
    await opened.close();
  });
});
