import { existsSync } from 'node:fs';
import type { DatedReport } from '@lutai/evals';
import { defineCommand } from 'citty';
import { percent } from '../../output/percent.ts';
import { print, printJson, remark } from '../../output/print.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { setFile, sharedLaws, starterLaws } from './set-files.ts';

/** Both shares must reach this. */
const WANTED = 0.98;

export const dated = defineCommand({
  meta: { name: 'dated', description: '评测从问题里读出事实日期、选对当时的法律版本' },
  args: {
    questions: { type: 'string', description: '问题文件（默认 evals/own/dated.jsonl）', valueHint: 'FILE' },
    corpus: {
      type: 'string',
      description: '法规文件夹（默认 ../shared/corpus/laws，没有则 corpus/laws）',
      valueHint: 'DIR',
    },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const questions = setFile('questions', args.questions, 'dated.jsonl');
    const { evaluateDated, readDatedSet, readHeldVersions } = await import('@lutai/evals');
    const corpus = args.corpus ?? (existsSync(sharedLaws) ? sharedLaws : starterLaws);
    remark(`读取法规：${corpus}`);
    const report = evaluateDated(readDatedSet(questions), readHeldVersions(corpus));
    if (args.json) printJson(report);
    else printReport(report);
    return report.rightDate >= WANTED && report.rightVersion >= WANTED ? 0 : 1;
  },
});

function printReport({ questions, laws, rightDate, rightVersion, held, wrong }: DatedReport): void {
  print(`问题 ${questions} 个，涉及法规 ${laws} 部`);
  print(`事实日期读对  ${percent(rightDate)}`);
  print(`版本选对      ${percent(rightVersion)}（其中库里有文本的 ${held} 个）`);
  for (const { id, question, date, version } of wrong) {
    print();
    print(`${id}  ${question}`);
    if (!date.right)
      print(`  日期：应为 ${date.expected}，读作 ${date.read ?? '无'}${date.raw === null ? '' : `（${date.raw}）`}`);
    if (!version.right) print(`  版本：应为 ${version.expected} 起施行，选作 ${version.found ?? '无'}`);
  }
}
