import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const lutaiBin = path.join(repository, 'apps/cli/bin/lutai.mjs');

export interface RunningServer {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** What it wrote so far, both streams. */
  output(): string;
  /** SIGTERM and a graceful end. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  dataDir: string;
  command?: 'start' | 'serve';
  port?: number;
  env?: Record<string, string>;
}

/** Starts the real command line's server on a free loopback port and waits until it answers. */
export async function startServer({
  dataDir,
  command = 'serve',
  port,
  env = {},
}: ServerOptions): Promise<RunningServer> {
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, [lutaiBin, command, '--port', String(chosen), '--data', dataDir], {
    cwd: repository,
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${chosen}`;
  const patience = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > patience) throw new Error(`the server did not answer in time:\n${output}`);
    const answered = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) break;
    await sleep(50);
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
  };
  return { url, dataDir, child, output: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** The demo accounts that a first start wrote down: role → credentials. */
export async function demoAccounts(dataDir: string): Promise<Record<string, { email: string; password: string }>> {
  const text = await readFile(path.join(dataDir, 'demo-accounts.txt'), 'utf8');
  const accounts: Record<string, { email: string; password: string }> = {};
  for (const line of text.split('\n')) {
    const [role, email, password] = line.split('\t');
    if (role && email && password) accounts[role] = { email, password };
  }
  return accounts;
}
