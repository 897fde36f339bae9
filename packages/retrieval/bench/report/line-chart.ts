import { type Axis, linearAxis, logAxis } from './axis.ts';
import { AREA, type Frame, frame, line, round, shortNumber, text } from './svg.ts';

export interface LineChart extends Omit<Frame, 'series'> {
  series: { name: string; points: { x: number; y: number }[] }[];
  /** Logarithmic in x always; in y unless a range is given. */
  range?: [low: number, high: number] | undefined;
  /** A value that was aimed at. */
  limit?: { y: number; label: string } | undefined;
  xText: (x: number) => string;
  /** How a value is written; three digits where left out. */
  yText?: ((y: number) => string) | undefined;
}

/** Lines over sizes, with every value written at its point. */
export function lineChart(chart: LineChart): string {
  const { yText = shortNumber } = chart;
  const points = chart.series.flatMap((series) => series.points);
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const x = spread(xs);
  const ys = [...points.map((point) => point.y), ...(chart.limit ? [chart.limit.y] : [])];
  const y = chart.range
    ? linearAxis([], chart.range[0], AREA.bottom, AREA.top, chart.range[1])
    : logAxis(ys, AREA.bottom, AREA.top);
  const parts = [
    ...y.ticks.flatMap((tick) => [
      line(AREA.left, y.at(tick), AREA.right, y.at(tick), 'grid'),
      text(AREA.left - 8, y.at(tick) + 4, yText(tick), 'quiet', 'end'),
    ]),
    line(AREA.left, AREA.bottom, AREA.right, AREA.bottom, 'axis'),
    ...xs.map((value) => text(x(value), AREA.bottom + 20, chart.xText(value), 'quiet', 'middle')),
    ...limitParts(chart, y),
    ...chart.series.flatMap((series, i) => {
      const others = chart.series.filter((other) => other !== series);
      return seriesParts(series.points, i, others, { x, y, yText });
    }),
  ];
  return frame({ ...chart, series: chart.series.map(({ name }) => name) }, parts.join('\n'));
}

/** Places of sizes on a logarithmic axis, with room at both ends. */
function spread(xs: readonly number[]): (x: number) => number {
  const [low, high] = [Math.log10(xs[0] ?? 1), Math.log10(xs.at(-1) ?? 10)];
  const [from, to] = [AREA.left + 40, AREA.right - 40];
  return (x) => (high === low ? (from + to) / 2 : from + ((Math.log10(x) - low) / (high - low)) * (to - from));
}

function limitParts({ limit }: LineChart, y: Axis): string[] {
  if (!limit) return [];
  const at = y.at(limit.y);
  return [line(AREA.left, at, AREA.right, at, 'limit'), text(AREA.left + 4, at - 5, limit.label, 'quiet')];
}

function seriesParts(
  points: LineChart['series'][number]['points'],
  i: number,
  others: LineChart['series'],
  { x, y, yText }: { x: (value: number) => number; y: Axis; yText: (value: number) => string },
): string[] {
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${round(x(point.x))} ${round(y.at(point.y))}`);
  return [
    `<path d="${path.join('')}" class="line s${i}"/>`,
    ...points.flatMap((point) => {
      const above = others.every((other) => (other.points.find(({ x: at }) => at === point.x)?.y ?? 0) <= point.y);
      const cy = y.at(point.y);
      return [
        `<circle cx="${round(x(point.x))}" cy="${round(cy)}" r="4" class="f${i}"/>`,
        text(x(point.x), above ? cy - 10 : cy + 20, yText(point.y), 'text', 'middle'),
      ];
    }),
  ];
}
