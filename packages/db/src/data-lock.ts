import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Two processes on one embedded database destroy it, so the second one is refused. */
export class DataFolderBusy extends Error {
  override readonly name = 'DataFolderBusy';
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`数据目录 ${dataDir} 正被进程 ${pid} 使用。请先停止它，或改用另一个目录（--data）。`);
    this.pid = pid;
  }
}

export interface DataLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  started: string | null;
}

const takeoverPatience = 5_000;

/**
 * Takes the exclusive lock of a data folder: a file, created in one step, that names its holder. A lock whose process is
 * gone (or whose process id now belongs to another process) is taken over at once, one taker at a time.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'lock');
  const me: Holder = { pid: process.pid, started: await processStart(process.pid) };
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await createExclusive(file, JSON.stringify(me))) return { release: () => rm(file, { force: true }) };
    const holder = await readHolder(file);
    if (holder && (await isAlive(holder))) throw new DataFolderBusy(dataDir, holder.pid);
    await removeStale(file);
  }
  throw new Error(`无法取得数据目录 ${dataDir} 的锁；请删除 ${file} 后重试。`);
}

/** The process id that holds the folder, or null when it is free. */
export async function dataFolderHolder(dataDir: string): Promise<number | null> {
  const holder = await readHolder(path.join(dataDir, 'lock'));
  return holder && (await isAlive(holder)) ? holder.pid : null;
}

/** Creates `file` with its whole content in one step (a hard link fails when the name is taken). */
async function createExclusive(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await link(draft, file);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const match = /^\{"pid":(\d+),"started":(?:"(.*)"|null)\}$/.exec(text);
  return match ? { pid: Number(match[1]), started: match[2] ?? null } : null;
}

async function removeStale(file: string): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await createExclusive(guard, String(process.pid)))) {
    const age = Date.now() - ((await stat(guard).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > takeoverPatience) await rm(guard, { force: true });
    await sleep(25);
    return;
  }
  try {
    const holder = await readHolder(file);
    if (!holder || !(await isAlive(holder))) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (errorCode(cause) === 'ESRCH') return false;
  }
  const now = await processStart(pid);
  return started === null || now === null || started === now;
}

/** Start time of a process in clock ticks since boot (field 22 of /proc/PID/stat); null where there is no /proc. */
async function processStart(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

const errorCode = (cause: unknown) => (cause instanceof Error && 'code' in cause ? cause.code : undefined);
