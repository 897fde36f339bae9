import { execFile } from 'node:child_process';
import { bin } from './run-bin.ts';

/** Runs a shell line in which `$0 $1` is the command line. */
export function runShell(line: string): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile('bash', ['-o', 'pipefail', '-c', line, process.execPath, bin], (error, stdout, stderr) =>
      error ? reject(error) : resolve({ stdout, stderr }),
    );
  });
}
