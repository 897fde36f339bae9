import { linearAxis } from './axis.ts';
import { AREA, type Frame, frame, line, round, shortNumber, text } from './svg.ts';

export interface BarChart extends Frame {
  groups: { label: string; values: number[] }[];
  limit?: { y: number; label: string } | undefined;
}

/** Bars side by side in groups, each with its value above it. */
export function barChart(chart: BarChart): string {
  const values = [...chart.groups.flatMap((group) => group.values), chart.limit?.y ?? 0];
  const y = linearAxis(values, 0, AREA.bottom, AREA.top);
  const slot = (AREA.right - AREA.left) / Math.max(chart.groups.length, 1);
  const bar = Math.min((slot * 0.7) / Math.max(chart.series.length, 1), 64);
  const parts = [
    ...y.ticks.flatMap((tick) => [
      line(AREA.left, y.at(tick), AREA.right, y.at(tick), 'grid'),
      text(AREA.left - 8, y.at(tick) + 4, shortNumber(tick), 'quiet', 'end'),
    ]),
    ...chart.groups.flatMap(({ label, values: heights }, group) => {
      const middle = AREA.left + slot * (group + 0.5);
      const bars = heights.flatMap((value, i) => {
        const left = middle + (i - heights.length / 2) * bar;
        const top = y.at(value);
        const height = round(AREA.bottom - top);
        return [
          `<rect x="${round(left + 2)}" y="${round(top)}" width="${round(bar - 4)}" height="${height}" rx="2" class="f${i}"/>`,
          text(left + bar / 2, top - 6, shortNumber(value), 'text', 'middle'),
        ];
      });
      return [...bars, text(middle, AREA.bottom + 20, label, 'quiet', 'middle')];
    }),
    line(AREA.left, AREA.bottom, AREA.right, AREA.bottom, 'axis'),
    ...(chart.limit
      ? [
          line(AREA.left, y.at(chart.limit.y), AREA.right, y.at(chart.limit.y), 'limit'),
          text(AREA.right - 4, y.at(chart.limit.y) - 5, chart.limit.label, 'quiet', 'end'),
        ]
      : []),
  ];
  return frame(chart, parts.join('\n'));
}
