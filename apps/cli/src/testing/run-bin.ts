import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/lutai.mjs', import.meta.url));

export type Ran = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };
export type RunOptions = {
  input?: string;
  env?: Record<string, string>;
  /** Called with what stderr holds so far, and the way to send a signal. */
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
};

/** Runs the real command line in a process of its own. */
export function runBin(args: string[], { input = '', env = {}, onStderr }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { OPENAI_BASE_URL: _, OPENAI_API_KEY: __, LUTAI_MODEL: ___, DATABASE_URL: ____, ...inherited } = process.env;
    const child = spawn(process.execPath, [bin, ...args], { env: { ...inherited, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      onStderr?.(stderr, (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    child.stdin.end(input);
  });
}

/** stdout as the one JSON document that it must be. */
export function readJson<Document>({ stdout }: Ran): Document {
  // The test names the format of the command that it ran.
  return JSON.parse(stdout) as Document;
}
