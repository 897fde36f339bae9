import { sizeLabel } from '../options.ts';
import type { BenchResults, Measured } from '../results.ts';
import { shortNumber } from './svg.ts';
import { table } from './table.ts';

const TARGET = 100_000_000;
const GIB = 2 ** 30;

/**
 * What the two largest sizes say of 100 million: memory and disk by what each further passage took, the stages of a build by
 * their rates. Empty where fewer than two sizes were measured.
 */
export function carriedSection({ sizes, pgvector }: BenchResults): string {
  const measured = sizes
    .flatMap(({ passages, measured: values }) => (values ? [{ passages, values }] : []))
    .sort((a, b) => a.passages - b.passages);
  const [smaller, larger] = measured.slice(-2);
  if (!smaller || !larger) return '';
  const further = larger.passages - smaller.passages;
  const each = (of: (values: Measured) => number) => (of(larger.values) - of(smaller.values)) / further;
  const gib = (bytes: number) => `${shortNumber((bytes * TARGET) / GIB)} GiB`;
  const perPassage = (bytes: number) => `${shortNumber(bytes)} bytes`;
  const memory = each(({ load }) => load.bytes);
  const disk = each(({ build }) => build.diskBytes);
  const rows = [
    ['memory of a process that holds the index', perPassage(memory), gib(memory)],
    ['disk of the saved index', perPassage(disk), gib(disk)],
    ...Object.entries(larger.values.build.stages).map(([stage, seconds]) => {
      // A passage put into a graph meets more of the others the more there are: the logarithm of their number.
      const growth = stage === 'vectors' ? Math.log(TARGET) / Math.log(larger.passages) : 1;
      const own = seconds / larger.passages;
      return [
        `build: ${stage}`,
        `${shortNumber(own * 1e6)} µs`,
        `${shortNumber((own * growth * TARGET) / 3600)} core-hours`,
      ];
    }),
    ...(pgvector
      ? [
          ['pgvector: the graph', perPassage(pgvector.graphBytesPerRow), gib(pgvector.graphBytesPerRow)],
          ['pgvector: the table, with text', perPassage(pgvector.tableBytesPerRow), gib(pgvector.tableBytesPerRow)],
        ]
      : []),
  ];
  return [
    '## Carried to 100 million passages',
    `Computed, not measured: from ${sizeLabel(smaller.passages)} and ${sizeLabel(larger.passages)} passages in memory${pgvector ? ` and ${sizeLabel(pgvector.passages)} in pgvector` : ''}. The time of the graph grows with the logarithm of its size besides, and with what does not fit into the processor's caches, which is not in the figure. What follows from it is in [scale.md](../scale.md).`,
    table([['', 'a passage', '100M'], ...rows]),
  ].join('\n\n');
}
