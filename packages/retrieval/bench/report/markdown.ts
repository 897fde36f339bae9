import { SHARE } from '../corpus/grow-corpus.ts';
import { sizeLabel } from '../options.ts';
import type { BenchResults, Measured, PgVectorMeasured } from '../results.ts';
import { carriedSection } from './carried.ts';
import { plots } from './plots.ts';
import { table } from './table.ts';

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const seconds = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const mib = (bytes: number) => Math.round(bytes / 2 ** 20).toLocaleString('en-US');

/** A row of the table: what it is called, and how it is written for one size. */
const rows: [string, (values: Measured) => string][] = [
  ['latency, ms: p50', ({ latency }) => ms(latency.p50)],
  ['latency, ms: p95', ({ latency }) => ms(latency.p95)],
  ['latency, ms: p99', ({ latency }) => ms(latency.p99)],
  ['the vector store alone, ms: p50', ({ latency }) => ms(latency.nearest)],
  ['processor time of a search, ms', ({ latency }) => ms(latency.processor)],
  ['searches a second, one process', ({ throughput }) => throughput.one.toFixed(0)],
  ['searches a second, two processes', ({ throughput }) => throughput.two.toFixed(0)],
  ['recall@10 of the graph', ({ recallAt10 }) => (recallAt10 ? recallAt10.value.toFixed(4) : 'exact')],
  ['answered cases in the memory', ({ answeredCases }) => answeredCases.toLocaleString('en-US')],
  ['build and save, s', ({ build }) => seconds(build.seconds)],
  ['load, s', ({ load }) => seconds(load.indexSeconds)],
  ['memory while building, MiB', ({ build }) => mib(build.peakBytes)],
  ['memory loaded and searching, MiB', ({ load }) => mib(load.bytes)],
  ['on disk, MiB', ({ build }) => mib(build.diskBytes)],
];

/** The page of the results; written by the command, never by hand. */
export function markdown(results: BenchResults): string {
  const { machine, sizes, pgvector } = results;
  const measured = sizes.flatMap(({ passages, measured: values }) => (values ? [{ passages, values }] : []));
  const [first] = measured;
  const stopped = sizes.flatMap(({ passages, stopped: why }) =>
    why === undefined ? [] : [`- ${sizeLabel(passages)} was not measured: ${why}`],
  );
  const header = ['', ...measured.map(({ passages }) => sizeLabel(passages))];
  const sections = [
    '# Speed and scale of the search',
    `Written by \`npm run bench\` on ${results.date}, seed ${results.seed}. ${machine.processor}, ${machine.cores} cores, ${(machine.memoryBytes / 2 ** 30).toFixed(1)} GiB, ${machine.system}, Node ${machine.node}; load before the run ${machine.loadBefore.toFixed(2)}. Model \`${results.modelId}\`${first ? `, ${first.values.dimensions} dimensions` : ''}. The figures are in [search.json](search.json), the plan for larger ones in [scale.md](../scale.md).`,
    table([header, ...rows.map(([name, write]) => [name, ...measured.map(({ values }) => write(values))])]),
    stopped.join('\n'),
    table([['build, s', ...header.slice(1)], ...stageRows(measured.map(({ values }) => values))]),
    Object.keys(plots(results))
      .map((file) => `![${file.replace('.svg', '')}](${file})`)
      .join('\n\n'),
    howMeasured(
      results,
      measured.map(({ values }) => values),
    ),
    pgvector ? pgvectorSection(pgvector) : '',
    carriedSection(results),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function stageRows(measured: readonly Measured[]): string[][] {
  const names = [...new Set(measured.flatMap(({ build }) => Object.keys(build.stages)))];
  return names.map((name) => [name, ...measured.map(({ build }) => seconds(build.stages[name] ?? 0))]);
}

function howMeasured({ asOf, pinned }: BenchResults, measured: readonly Measured[]): string {
  const [first] = measured;
  const likeness = measured.find(({ copyLikeness }) => copyLikeness !== null)?.copyLikeness;
  const share = `${SHARE * 100}%`;
  const lines = [
    `**A search** is the whole of it: the question embedded, all stages, ten provisions in force on ${asOf} and five answered cases; ${first?.latency.questions ?? 0} questions one after the other after 50 to warm up, beside a memory of answered cases and ${(first?.knownQuestions ?? 0).toLocaleString('en-US')} known questions. No question is asked that the memory holds. ${pinned ? 'Each process was held to one core.' : 'Processes could not be held to one core each on this machine.'}`,
    `**Throughput** is of processes that search without a pause for ${first?.throughput.seconds ?? 0} seconds; of two, each has its own index.`,
    `**Recall@10** compares the distances of the ten that the graph finds, looking as far as a search does, with the ten nearest of all vectors; passages equally near count as equal.`,
    `**Memory** is the highest resident set of a process of its own. Building holds the texts as well; what is loaded is what a server holds.`,
    `**The passages** are provisions of the national corpus; sizes below it are a sample of it. Above it, copies follow, each a law of its own: of the words of a copy ${share} are dropped, ${share} replaced by words drawn from the whole corpus, ${share} swapped with the next.${likeness === undefined || likeness === null ? '' : ` A copy's cosine with its original is ${likeness.toFixed(2)} on average, so that the large sizes are more crowded than as many different laws would be.`}`,
  ];
  return ['## How it was measured', ...lines].join('\n\n');
}

function pgvectorSection(pgvector: PgVectorMeasured): string {
  const { passages, dimensions, version, latency, binaryRecallAt10 } = pgvector;
  const bits = binaryRecallAt10.map(({ candidates, value }) => `${value.toFixed(3)} of ${candidates}`);
  return [
    '## The store over pgvector',
    `pgvector ${version} in PostgreSQL compiled to WebAssembly, on one thread in this process: its bytes and its agreement hold for any PostgreSQL, its times do not.`,
    table([
      [`${sizeLabel(passages)} passages, halfvec(${dimensions})`, ''],
      ['rows put in a second, without a graph', pgvector.insertPerSecond.toFixed(0)],
      ['graph built, s', seconds(pgvector.graphSeconds)],
      ['bytes of a row in the table, text and metadata included', pgvector.tableBytesPerRow.toFixed(0)],
      ['bytes of a row in the graph', pgvector.graphBytesPerRow.toFixed(0)],
      ['search filtered by day, ms: p50 / p95', `${ms(latency.p50)} / ${ms(latency.p95)}`],
      ['recall@10 of exact search over halfvec', pgvector.halfPrecisionRecallAt10.toFixed(4)],
      ['recall@10 of the graph', pgvector.recallAt10.toFixed(4)],
      ['recall@10 of one bit a number, candidates ranked again by halfvec', bits.join(', ')],
    ]),
  ].join('\n\n');
}
