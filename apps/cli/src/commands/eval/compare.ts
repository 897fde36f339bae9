import type { ComparedFigure, RunComparison } from '@lutai/evals';
import { defineCommand } from 'citty';
import { print, printJson, remark } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { between, definitionNames, signed, written } from './print-report.ts';

export const compare = defineCommand({
  meta: { name: 'compare', description: '逐题比较两次评测（eval retrieval --save 存下的文件）' },
  args: {
    a: { type: 'positional', required: true, description: '先一次', valueHint: 'A' },
    b: { type: 'positional', required: true, description: '后一次', valueHint: 'B' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 2);
    const { compareRuns, readRunFile } = await import('@lutai/evals');
    const comparison = compareRuns(readRunFile(args.a), readRunFile(args.b));
    if (!comparison.sameCorpus) remark('两次检索的条文不同：差别也可能来自条文。');
    if (args.json) printJson(comparison);
    else printComparison(comparison);
    return 0;
  },
});

function printComparison({ queries, a, b, metrics, seen, unseen }: RunComparison): void {
  print(`问题 ${queries} 个`);
  print(`A  ${a.modelId}`);
  print(`B  ${b.modelId}`);
  const row = (name: string, pairs: string, one: ComparedFigure) => [
    name,
    pairs,
    written(one.a),
    written(one.b),
    signed(one.difference),
    between(one.interval),
    one.p.toFixed(4),
  ];
  const rows = Object.entries(metrics).map(([name, one]) => row(name, '', one));
  for (const definition of ['trainQuestions', 'anyTraining'] as const) {
    for (const [kind, groups] of [['见过', seen] as const, ['没见过', unseen] as const]) {
      const group = groups[definition];
      if (group === undefined) continue;
      for (const metric of ['recall@10', 'recall@100'] as const) {
        rows.push(row(`${metric} ${kind}（${definitionNames[definition]}）`, String(group.pairs), group[metric]));
      }
    }
  }
  print();
  for (const line of textTable([['', '标注', 'A', 'B', 'B − A', '95% 区间', 'p'], ...rows])) print(line);
}
