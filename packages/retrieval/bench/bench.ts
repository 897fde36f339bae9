/** `npm run bench -- --date YYYY-MM-DD`: how fast the index is and how large it grows, into docs/benchmarks. */
import { withEarlier } from './merge-results.ts';
import { readOptions, UsageError, usage } from './options.ts';
import { createProgressLine } from './progress-line.ts';
import { writeReport } from './report/write-report.ts';
import { runBench } from './run-bench.ts';

const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A second one ends this process at once.
  process.once(signal, () => cancel.abort(new Error('stopped')));
}

try {
  const options = readOptions(process.argv.slice(2));
  const progress = createProgressLine(process.stderr, Date.now);
  const results = await runBench(options, { progress, signal: cancel.signal });
  if (results.sizes.some(({ measured }) => measured)) {
    for (const file of await writeReport(options.out, await withEarlier(options.out, results))) progress.say(file);
  } else progress.say('no size was measured: nothing was written');
  const missing = results.sizes.some(({ measured }) => !measured) || (options.pgvector > 0 && !results.pgvector);
  process.exitCode = missing ? 1 : 0;
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
  else if (cancel.signal.aborted) console.error('stopped: nothing was written');
  else console.error(error);
  process.exitCode = error instanceof UsageError ? 2 : cancel.signal.aborted ? 130 : 1;
}
