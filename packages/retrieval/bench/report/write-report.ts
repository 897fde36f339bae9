import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchResults } from '../results.ts';
import { markdown } from './markdown.ts';
import { plots } from './plots.ts';

/** Writes figures, page and plots: each beside its place first and then moved there, so that none is ever half written. */
export async function writeReport(folder: string, results: BenchResults): Promise<string[]> {
  const files = {
    'search.json': `${JSON.stringify(rounded(results), null, 2)}\n`,
    'search.md': markdown(results),
    ...plots(results),
  };
  await mkdir(folder, { recursive: true });
  const written = Object.entries(files).map(([name, content]) => ({
    name: join(folder, name),
    beside: join(folder, `.${name}.${randomUUID()}`),
    content,
  }));
  try {
    for (const { beside, content } of written) await writeFile(beside, content);
    for (const { beside, name } of written) await rename(beside, name);
  } finally {
    for (const { beside } of written) await rm(beside, { force: true });
  }
  return written.map(({ name }) => name);
}

/** Six digits say all that a clock knows. */
function rounded(results: BenchResults): unknown {
  return JSON.parse(
    JSON.stringify(results, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
    ),
  );
}
