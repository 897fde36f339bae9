import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Bad usage: the message is all that is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `npm run bench -- --date YYYY-MM-DD [options]

  --sizes 10k,65k,250k,1m   passages of each index
  --seed 7                  of the sample of questions and of the changed copies
  --corpus DIR              law files; ../shared/corpus/laws
  --questions DIR           JSON lines of questions; corpus/questions
  --asked 500               questions asked for the latency; the first 200 of them for the agreement
  --cases 1000              answered cases in the memory
  --seconds 10              how long throughput is measured
  --pgvector 10k            passages put into pgvector; 0 for none
  --minutes 90              the longest that one size may take
  --scratch DIR             where indexes are built; a temporary folder (1m needs some 4 GB)
  --out DIR                 docs/benchmarks; what was measured there the same day with the same seed and model stays`;

const count = z.string().regex(/^\d+$/, 'a whole number').transform(Number);

const optionsSchema = z.object({
  date: z.string({ error: 'is needed' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD'),
  sizes: z.string().transform((text) => text.split(',').map(parseSize)),
  seed: count,
  corpus: z.string(),
  questions: z.string(),
  asked: count.refine((value) => value > 0, 'at least 1'),
  cases: count,
  seconds: count.refine((value) => value > 0, 'at least 1'),
  pgvector: z.string().transform((text) => (text === '0' ? 0 : parseSize(text))),
  minutes: count.refine((value) => value > 0, 'at least 1'),
  scratch: z.string().optional(),
  out: z.string(),
});
export type BenchOptions = z.output<typeof optionsSchema>;

const defaults = {
  sizes: '10k,65k,250k,1m',
  seed: '7',
  corpus: resolve(repository, '../shared/corpus/laws'),
  questions: resolve(repository, 'corpus/questions'),
  asked: '500',
  cases: '1000',
  seconds: '10',
  pgvector: '10k',
  minutes: '90',
  out: resolve(repository, 'docs/benchmarks'),
};

export function readOptions(args: string[]): BenchOptions {
  const names = Object.keys(optionsSchema.shape);
  let values: Record<string, unknown>;
  try {
    values = parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const parsed = optionsSchema.safeParse({ ...defaults, ...values });
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
}

/** 「10k」, 「1m」 or a plain number. */
export function parseSize(text: string): number {
  const match = /^(\d+)(k|m)?$/i.exec(text.trim());
  const factor = { k: 1000, m: 1_000_000 }[match?.[2]?.toLowerCase() ?? ''] ?? 1;
  const size = Number(match?.[1]) * factor;
  if (!match || size < 1 || size > 10_000_000) throw new UsageError(`not a size: ${JSON.stringify(text)}`);
  return size;
}

/** As `parseSize` reads it. */
export function sizeLabel(size: number): string {
  if (size % 1_000_000 === 0) return `${size / 1_000_000}M`;
  return size % 1000 === 0 ? `${size / 1000}k` : String(size);
}
