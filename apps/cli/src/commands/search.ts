import type { SearchHit } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { UsageError } from '../command-error.ts';
import { withCorpus } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { readCount, readDay, sharedOptions } from './shared-options.ts';

export const search = defineCommand({
  meta: { name: 'search', description: '按问题查找有关的法条' },
  args: {
    question: { type: 'positional', required: true, description: '用平常话写的问题', valueHint: '问题' },
    k: { type: 'string', description: '最多几条（默认 10）', valueHint: '10' },
    'as-of': { type: 'string', description: '按哪一天有效的法律（默认今天）', valueHint: 'YYYY-MM-DD' },
    ...sharedOptions,
  },
  async run({ args }) {
    const question = args._.join(' ').trim();
    if (question === '') throw new UsageError('问题不能为空。');
    const k = readCount('k', args.k, { fallback: 10, max: 100 });
    const asOf = readDay('as-of', args['as-of']);
    const found = await withCorpus(args.data, (desk) => desk.search({ question, k, asOf }));
    if (args.json) printJson(found);
    else {
      for (const [index, hit] of found.hits.entries()) printHit(index + 1, hit);
      print(
        found.hits.length === 0
          ? '没有找到有关的法条。'
          : `共 ${found.hits.length} 条，用时 ${Math.round(found.ms)} 毫秒。`,
      );
    }
    return 0;
  },
});

function printHit(rank: number, hit: SearchHit): void {
  const from = hit.effectiveFrom === null ? '施行日期不详' : `${hit.effectiveFrom} 起施行`;
  const to = hit.effectiveTo === null ? '' : `，${hit.effectiveTo} 失效`;
  print(`${rank}. ${hit.citation}（${from}${to}；得分 ${hit.score.toFixed(3)}）`);
  for (const line of hit.text.split('\n')) print(`   ${line}`);
  print();
}
