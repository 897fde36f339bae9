import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { remark } from './print.ts';

export type Step = {
  /** What is being done, for people. */
  phase: string;
  done: number;
  total: number;
  /** Seconds left, where it can be told. */
  secondsLeft: number | null;
};

export type ProgressDisplay = {
  show(step: Step): void;
  /** A line that stays, between the counts. */
  note(line: string): void;
  stop(): void;
};

/** More bars than these would push the first ones out of a small terminal. */
const BARS = 8;

/** Counts and time left on stderr: one bar a phase at a terminal, else plain lines, for what takes more than a second. */
export function createProgress(now: () => number = Date.now): ProgressDisplay {
  return process.stderr.isTTY ? bars() : lines(now);
}

function bars(): ProgressDisplay {
  const format = '{phase} {bar} {percentage}% | {value}/{total} | 剩余 {left}';
  const display = new MultiBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  const byPhase = new Map<string, SingleBar>();
  return {
    show({ phase, done, total, secondsLeft }) {
      const payload = { phase, left: secondsLeft === null ? '…' : `${Math.ceil(secondsLeft)} 秒` };
      const bar = byPhase.get(phase) ?? display.create(total, 0, payload);
      byPhase.set(phase, bar);
      const [oldest] = byPhase;
      if (oldest && byPhase.size > BARS) {
        display.remove(oldest[1]);
        byPhase.delete(oldest[0]);
      }
      bar.setTotal(total);
      bar.update(done, payload);
    },
    note: (line) => (display.isActive ? display.log(`${line}\n`) : remark(line)),
    stop: () => display.stop(),
  };
}

function lines(now: () => number): ProgressDisplay {
  let phase = '';
  let beganAt = 0;
  let shownAt: number | null = null;
  return {
    show(step) {
      if (step.phase !== phase) {
        phase = step.phase;
        beganAt = now();
        shownAt = null;
      }
      const isOver = step.done >= step.total;
      const since = now() - (shownAt ?? beganAt);
      // What is done in a moment needs no word.
      if (isOver ? shownAt === null : since < (shownAt === null ? 1000 : 2000)) return;
      shownAt = now();
      const left = isOver || step.secondsLeft === null ? '' : `，剩余约 ${Math.ceil(step.secondsLeft)} 秒`;
      remark(`${step.phase} ${step.done}/${step.total}${left}`);
    },
    note: remark,
    stop() {},
  };
}

/** Adds the time left, from the pace of the phase so far, to bare counts. */
export function createPhaseClock(now: () => number = Date.now) {
  let current = '';
  let startedAt = 0;
  return (phase: string, done: number, total: number): Step => {
    if (phase !== current) {
      current = phase;
      startedAt = now();
    }
    const elapsed = (now() - startedAt) / 1000;
    const secondsLeft = done > 0 && elapsed > 1 ? (elapsed / done) * (total - done) : null;
    return { phase, done, total, secondsLeft };
  };
}
