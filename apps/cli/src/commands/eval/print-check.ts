import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import { signed, written } from './written.ts';

interface CheckedRun<Name extends string> {
  name: string;
  date: string;
  paired: boolean;
  passed: boolean;
  /** Said after the way of comparing; empty for nothing. */
  remark: string;
  figures: Partial<
    Record<Name, { accepted: number; now: number; difference: number; noise: number; dropped: boolean }>
  >;
}

/** How a run stands beside the accepted one. */
export function printFigureCheck<Name extends string>(
  { name, date, paired, passed, remark, figures }: CheckedRun<Name>,
  names: Partial<Record<string, string>> = {},
): void {
  const how = paired ? '逐题相比' : '问题不同，按两次各自的区间相比';
  print();
  print(`与“${name}”（${date}）相比：${passed ? '没有退步' : '退步了'}（${how}${remark}）`);
  const rows = Object.entries<CheckedRun<string>['figures'][string]>(figures).flatMap(([figure, one]) => {
    if (one === undefined) return [];
    const numbers = [written(one.accepted), written(one.now), signed(one.difference), written(one.noise)];
    return [[names[figure] ?? figure, ...numbers, one.dropped ? '退步' : '']];
  });
  for (const line of textTable([['', '记录', '现在', '差', '容许', ''], ...rows])) print(`  ${line}`);
}
