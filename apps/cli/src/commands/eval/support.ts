import path from 'node:path';
import { defineCommand } from 'citty';
import { UsageError } from '../../command-error.ts';
import { printJson, remark } from '../../output/print.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { requireThere, setFile, sharedLaws } from './set-files.ts';
import { printSupport } from './support-print.ts';

export const support = defineCommand({
  meta: { name: 'support', description: '用带标注的论断评测：所引条文是否支持这句话' },
  args: {
    set: { type: 'string', description: '带标注的论断（默认 evals/own/support.jsonl）', valueHint: '文件' },
    corpus: { type: 'string', description: '法规文件夹（默认 ../shared/corpus/laws）', valueHint: '文件夹' },
    split: {
      type: 'string',
      description: '只评一份：tune 供调参，measure 供评测（默认两份都评）',
      valueHint: 'tune|measure',
    },
    mistakes: { type: 'boolean', description: '列出判错的论断（measure 一份不列）' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const { evaluateSupport, readSupportPairs, splitOf, supportSplits, withProvisions } = await import('@lutai/evals');
    const split = supportSplits.find((name) => name === args.split);
    if (args.split !== undefined && split === undefined)
      throw new UsageError(`--split 只有 ${supportSplits.join('、')}，收到“${args.split}”。`);
    const file = setFile('set', args.set, 'support.jsonl');
    const corpus = requireThere('corpus', path.resolve(args.corpus ?? sharedLaws));
    const pairs = readSupportPairs(file).filter(({ id }) => split === undefined || splitOf(id) === split);
    remark(`读取法规：${corpus}`);
    const { mistakes, ...figures } = evaluateSupport(withProvisions(pairs, corpus));
    // Rules made from the failures of the measure would no longer be measured by it.
    const shown = mistakes.filter(({ id }) => splitOf(id) === 'tune');
    if (args.json) printJson({ split: split ?? 'all', ...figures, ...(args.mistakes && { mistakes: shown }) });
    else printSupport(split ?? null, figures, args.mistakes ? shown : []);
    return 0;
  },
});
