import { vi } from 'vitest';
import { runLutai } from '../run-lutai.ts';

/** As `runBin`, within this process: a table of slips needs no process each. */
export async function runHere(args: string[]) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    });
  }
  const code = await runLutai(args);
  vi.restoreAllMocks();
  return { code, ...written };
}
