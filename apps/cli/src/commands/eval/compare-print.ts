import type { AnswersComparison, ComparedFigure, RunComparison } from '@lutai/evals';
import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import { figureNames } from './answers-names.ts';
import { definitionNames } from './print-report.ts';
import { between, signed, written } from './written.ts';

const numbers = ({ a, b, difference, interval, p }: ComparedFigure) => [
  written(a),
  written(b),
  signed(difference),
  between(interval),
  p.toFixed(4),
];
const heads = ['A', 'B', 'B − A', '95% 区间', 'p'];

export function printComparison({ queries, a, b, metrics, seen, unseen }: RunComparison): void {
  print(`问题 ${queries} 个`);
  print(`A  ${a.modelId}`);
  print(`B  ${b.modelId}`);
  const rows = Object.entries(metrics).map(([name, one]) => [name, '', ...numbers(one)]);
  for (const definition of ['trainQuestions', 'anyTraining'] as const) {
    for (const [kind, groups] of [['见过', seen] as const, ['没见过', unseen] as const]) {
      const group = groups[definition];
      if (group === undefined) continue;
      for (const metric of ['recall@10', 'recall@100'] as const) {
        const name = `${metric} ${kind}（${definitionNames[definition]}）`;
        rows.push([name, String(group.pairs), ...numbers(group[metric])]);
      }
    }
  }
  print();
  for (const line of textTable([['', '标注', ...heads], ...rows])) print(line);
}

const comparedNames: Record<string, string> = {
  ...figureNames,
  characters: '全文字数',
  sentence: '每句字数',
  legalese: '行话占比',
  tokens: '词元',
  ms: '毫秒',
};

export function printAnswersComparison({ cases, a, b, figures, changed }: AnswersComparison): void {
  const said = ({ models, promptVersions }: AnswersComparison['a']) =>
    [...(models.length > 0 ? models : ['不用语言模型']), ...promptVersions].join('，');
  print(`题目 ${cases} 道`);
  print(`A  ${said(a)}`);
  print(`B  ${said(b)}`);
  print();
  const rows = Object.entries(figures).map(([name, one]) => [comparedNames[name] ?? name, ...numbers(one)]);
  for (const line of textTable([['', ...heads], ...rows])) print(line);
  if (changed.length === 0) return;
  print();
  print(`有变动的题目 ${changed.length} 道（好了几处，差了几处）`);
  for (const { id, better, worse } of changed.slice(0, 20)) print(`  ${id}  +${better}  -${worse}`);
}
