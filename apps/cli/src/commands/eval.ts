import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { CommandError, UsageError } from '../command-error.ts';
import { withCancel } from '../desk-access/with-cancel.ts';
import { print, printJson } from '../output/print.ts';
import { createPhaseClock, createProgress } from '../output/progress.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

const stages: Record<string, string> = {
  embed: '计算向量',
  lexical: '词语索引',
  vectors: '向量索引',
  save: '保存索引',
  search: '检索',
};

const retrieval = defineCommand({
  meta: { name: 'retrieval', description: '在一个 BEIR 格式的测试集上评测检索' },
  args: {
    beir: { type: 'string', description: '测试集文件夹', valueHint: '文件夹' },
    split: { type: 'string', description: 'qrels 里的一份，如 test', valueHint: '名称' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const { beir, split } = args;
    if (beir === undefined || split === undefined) throw new UsageError('须写明 --beir 和 --split。');
    const beirDir = path.resolve(beir);
    const labels = path.join(beirDir, 'qrels', `${split}.tsv`);
    if (!existsSync(labels)) throw new CommandError('not-found', `没有 ${labels}。请检查 --beir 和 --split。`);
    const { evaluateRetrieval } = await import('@lutai/evals');
    const progress = createProgress();
    const timed = createPhaseClock();
    const report = await withCancel((signal) =>
      evaluateRetrieval({
        beirDir,
        split,
        signal,
        onProgress: ({ stage, done, total }) => progress.show(timed(stages[stage] ?? stage, done, total)),
      }),
    ).finally(progress.stop);
    if (args.json) printJson(report);
    else {
      print(`问题 ${report.queries} 个`);
      for (const [name, value] of Object.entries(report.metrics)) print(`${name.padEnd(12)}${value.toFixed(4)}`);
      print(`用时（毫秒）  p50 ${report.latencyMs.p50.toFixed(1)}，p95 ${report.latencyMs.p95.toFixed(1)}`);
    }
    return 0;
  },
});

export const evaluate = defineCommand({ meta: { name: 'eval', description: '评测' }, subCommands: { retrieval } });
