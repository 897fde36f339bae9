import type { AblationRow, HistoryCheck, MetricFigures, PairFigures, RetrievalReport } from '@lutai/evals';
import { print } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import type { ModelReport } from './open-model-stages.ts';
import { printFigureCheck } from './print-check.ts';
import { between, signed, written } from './written.ts';

export type PrintedReport = RetrievalReport & {
  missing?: { labels: number; citations: string[] };
  languageModel?: ModelReport;
  check?: HistoryCheck;
};

export const definitionNames = { trainQuestions: '训练集或其余各份的问题', anyTraining: '一切训练用的问题' } as const;

export function printReport(report: PrintedReport): void {
  const { queries, metrics, intervals, latencyMs } = report;
  print(`问题 ${queries} 个`);
  // The record's keys are the names of its metrics.
  for (const name of Object.keys(metrics) as (keyof typeof metrics)[]) {
    print(`${name.padEnd(12)}${written(metrics[name])}  95% 区间 ${between(intervals[name])}`);
  }
  print(`用时（毫秒）  p50 ${latencyMs.p50.toFixed(1)}，p95 ${latencyMs.p95.toFixed(1)}`);
  printSeen(report);
  if (report.crossValidation) {
    const folds = report.crossValidation.folds.map((one): [string, typeof one] => [`第 ${one.fold} 份`, one]);
    printGroups(`各份（种子 ${report.crossValidation.seed}）`, folds);
  }
  if (report.areas) printGroups('各领域', Object.entries(report.areas));
  if (report.missing) printMissing(report.missing);
  if (report.languageModel) printModel(report.languageModel);
  if (report.ablation) printAblation(report.ablation);
  if (report.check) {
    const { metrics: figures, sameCorpus, ...check } = report.check;
    printFigureCheck({ ...check, figures, remark: sameCorpus ? '' : '；条文有变动' });
  }
}

function section(title: string, rows: string[][]): void {
  print();
  print(title);
  for (const line of textTable(rows)) print(`  ${line}`);
}

function printSeen({ seen, unseen }: RetrievalReport): void {
  const row = (definition: keyof typeof definitionNames, kind: string, figures: PairFigures | undefined) =>
    figures
      ? [
          [
            `${kind}（${definitionNames[definition]}）`,
            String(figures.pairs),
            ...(['recall@10', 'recall@100'] as const).flatMap((name) => [
              written(figures[name]),
              between(figures.intervals[name]),
            ]),
          ],
        ]
      : [];
  const rows = (['trainQuestions', 'anyTraining'] as const).flatMap((definition) => [
    ...row(definition, '见过', seen[definition]),
    ...row(definition, '没见过', unseen[definition]),
  ]);
  if (rows.length === 0) return;
  const head = ['', '标注', 'recall@10', '95% 区间', 'recall@100', '95% 区间'];
  section('训练的问题见过和没见过的条文（按标注计）', [head, ...rows]);
}

function printGroups(title: string, groups: [string, { queries: number } & MetricFigures][]): void {
  const head = ['', '问题', 'recall@10', '95% 区间', 'recall@100', 'mrr@10'];
  section(title, [
    head,
    ...groups.map(([name, { queries, metrics, intervals }]) => [
      name,
      String(queries),
      written(metrics['recall@10']),
      between(intervals['recall@10']),
      written(metrics['recall@100']),
      written(metrics['mrr@10']),
    ]),
  ]);
}

function printMissing({ labels, citations }: NonNullable<PrintedReport['missing']>): void {
  print();
  print(`条文里没有的引用 ${citations.length} 条，涉及标注 ${labels} 个，都算没有找到`);
  for (const citation of citations) print(`  ${citation}`);
}

function printModel({ name, stages, calls }: ModelReport): void {
  const head = ['', '调用', '失败', '平均毫秒', '输入词元', '输出词元', '失败的原因'];
  const rows = stages.map((stage) => {
    const { made = 0, failed = 0, meanMs = 0, inputTokens = 0, outputTokens = 0, failures = {} } = calls[stage] ?? {};
    const why = Object.entries(failures).map(([reason, count]) => `${reason} ${count}`);
    return [stage, ...[made, failed, meanMs, inputTokens, outputTokens].map(String), why.join('，')];
  });
  section(`语言模型 ${name}`, [head, ...rows]);
}

function printAblation(rows: readonly AblationRow[]): void {
  const names = {
    all: () => '全部',
    without: (stage: string) => `去掉 ${stage}`,
    alone: (stage: string) => `只用 ${stage}`,
  };
  const metrics = ['recall@10', 'recall@100', 'mrr@10'] as const;
  const head = ['', ...metrics.flatMap((name) => [name, '差', '95% 区间']), '毫秒'];
  section('各环节', [
    head,
    ...rows.map((row) => [
      names[row.kind](row.stage ?? ''),
      ...metrics.flatMap((name) => {
        const { value, difference, interval } = row.metrics[name];
        return row.kind === 'all' ? [written(value), '', ''] : [written(value), signed(difference), between(interval)];
      }),
      row.meanMs.toFixed(2),
    ]),
  ]);
}
