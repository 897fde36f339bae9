import { createHash } from 'node:crypto';

export type RecentAnswersConfig = {
  /** How many are kept at most; the one that was used longest ago goes first. */
  count: number;
  /** Milliseconds for which an answer may be used again. */
  keptMs: number;
  now: () => Date;
};

/** Answers of the model by the exact words that it was asked; these are kept as hashes alone. */
export function createRecentAnswers({ count, keptMs, now }: RecentAnswersConfig) {
  const answers = new Map<string, { value: unknown; at: number }>();
  const keyOf = (asked: string) => createHash('sha256').update(asked).digest('base64');
  return {
    /** Undefined where there is none. */
    get(asked: string): unknown {
      const key = keyOf(asked);
      const found = answers.get(key);
      answers.delete(key);
      if (found === undefined || now().getTime() - found.at > keptMs) return undefined;
      answers.set(key, found);
      return found.value;
    },
    set(asked: string, value: unknown): void {
      const key = keyOf(asked);
      answers.delete(key);
      answers.set(key, { value, at: now().getTime() });
      for (const oldest of answers.keys()) {
        if (answers.size <= count) break;
        answers.delete(oldest);
      }
    },
  };
}
