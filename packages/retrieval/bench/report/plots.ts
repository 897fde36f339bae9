import { sizeLabel } from '../options.ts';
import type { BenchResults, Measured } from '../results.ts';
import { barChart } from './bar-chart.ts';
import { lineChart } from './line-chart.ts';

const GIB = 2 ** 30;

/** Every plot by the name of its file; none where nothing was measured. */
export function plots({ sizes }: BenchResults): Record<string, string> {
  const measured = sizes.flatMap(({ passages, measured: values }) => (values ? [{ passages, values }] : []));
  if (measured.length === 0) return {};
  const points = (of: (values: Measured) => number) =>
    measured.map(({ passages, values }) => ({ x: passages, y: of(values) }));
  const common = { xLabel: 'passages in the index', xText: sizeLabel };
  const recalls = measured.flatMap(({ passages, values: { recallAt10 } }) =>
    recallAt10 ? [{ x: passages, y: recallAt10.value }] : [],
  );
  const lowest = Math.floor(Math.min(0.98, ...recalls.map(({ y }) => y - 0.005)) * 100) / 100;
  return {
    'latency.svg': lineChart({
      ...common,
      title: 'Latency of a search on one core, question embedded included',
      yLabel: 'milliseconds',
      series: [
        { name: 'p50', points: points(({ latency }) => latency.p50) },
        { name: 'p95', points: points(({ latency }) => latency.p95) },
      ],
      limit: { y: 10, label: 'aim for 65k: p95 of 10 ms' },
    }),
    'throughput.svg': barChart({
      title: 'Searches a second',
      xLabel: common.xLabel,
      yLabel: 'searches a second',
      series: ['one process', 'two processes, an index each'],
      groups: measured.map(({ passages, values: { throughput } }) => ({
        label: sizeLabel(passages),
        values: [throughput.one, throughput.two],
      })),
      limit: { y: 200, label: 'aim for 65k on two: 200' },
    }),
    ...(recalls.length === 0
      ? {}
      : {
          'recall.svg': lineChart({
            ...common,
            title: 'Of the ten nearest by exact search, the share that the graph finds',
            yLabel: 'recall@10',
            series: [{ name: 'HNSW', points: recalls }],
            range: [lowest, 1],
            yText: (value) => value.toFixed(4).replace(/0$/, ''),
            limit: { y: 0.99, label: 'aim: .99' },
          }),
        }),
    'build.svg': lineChart({
      ...common,
      title: 'Time to build and save an index, and to load it',
      yLabel: 'seconds',
      series: [
        { name: 'load', points: points(({ load }) => load.indexSeconds) },
        { name: 'build and save', points: points(({ build }) => build.seconds) },
      ],
    }),
    'memory.svg': lineChart({
      ...common,
      title: 'Memory of the process at its highest',
      yLabel: 'GiB',
      series: [
        { name: 'loaded and searching', points: points(({ load }) => load.bytes / GIB) },
        { name: 'building', points: points(({ build }) => build.peakBytes / GIB) },
      ],
    }),
  };
}
