import type { StageProgress } from './stages/stage-job.ts';

export interface ProgressOutput {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** One line that is written over on a terminal; elsewhere a new line whenever something else is done, and every 30 seconds. */
export function createProgressLine(output: ProgressOutput, now: () => number) {
  const began = now();
  let [doing, wroteAt] = ['', Number.NEGATIVE_INFINITY];
  return {
    show(label: string, progress: StageProgress) {
      const what = `${label}  ${progress.doing}`;
      const at = now();
      if (!output.isTTY && what === doing && at - wroteAt < 30_000) return;
      [doing, wroteAt] = [what, at];
      const share = progress.total > 1 ? `  ${Math.floor((progress.done / progress.total) * 100)}%` : '';
      const line = `${minutes(at - began)}  ${what}${share}`;
      output.write(output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    say(line: string) {
      output.write(output.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
    },
  };
}

function minutes(elapsed: number): string {
  const whole = Math.floor(elapsed / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
