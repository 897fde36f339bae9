import { defineCommand } from 'citty';
import { printJson, remark } from '../../output/print.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { printAnswersComparison, printComparison } from './compare-print.ts';

export const compare = defineCommand({
  meta: { name: 'compare', description: '逐题比较两次评测（eval retrieval 或 eval answers 用 --save 存下的文件）' },
  args: {
    a: { type: 'positional', required: true, description: '先一次', valueHint: 'A' },
    b: { type: 'positional', required: true, description: '后一次', valueHint: 'B' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 2);
    const evals = await import('@lutai/evals');
    if (evals.isAnswersRun(args.a)) {
      const comparison = evals.compareAnswers(evals.readAnswersRun(args.a), evals.readAnswersRun(args.b));
      if (args.json) printJson(comparison);
      else printAnswersComparison(comparison);
      return 0;
    }
    const comparison = evals.compareRuns(evals.readRunFile(args.a), evals.readRunFile(args.b));
    if (!comparison.sameCorpus) remark('两次检索的条文不同：差别也可能来自条文。');
    if (args.json) printJson(comparison);
    else printComparison(comparison);
    return 0;
  },
});
