import type { Citation } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { withCorpus } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { readText } from './read-text.ts';
import { readDay, refuseSurplus, sharedOptions } from './shared-options.ts';

const states: Record<Citation['state'], string> = {
  ok: '无误',
  'not-found': '查无此条',
  'not-in-force': '当日无效',
  misquoted: '引文不符',
  ambiguous: '指向不明',
  unchecked: '未核对',
};

const supports: Partial<Record<NonNullable<Citation['support']>, string>> = {
  doubtful: '条文未必支持这句话',
  contradicted: '条文与这句话相反',
};

function lineOf({ raw, state, note, support, supportReasons = [] }: Citation): string {
  const doubt = support && supports[support];
  const about = [note, doubt ? [doubt, ...supportReasons].join('；') : ''].filter((part) => part !== '');
  return [states[state], raw, ...about].join('  ');
}

export const citeCheck = defineCommand({
  meta: { name: 'cite-check', description: '核对文书里的法律引用；有一处不对，或通篇没有引用而说了法律，退出码为 1' },
  args: {
    file: { type: 'positional', required: true, description: '文本文件；- 表示标准输入', valueHint: '文件|-' },
    'as-of': { type: 'string', description: '按哪一天有效的法律（默认今天）', valueHint: 'YYYY-MM-DD' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const asOf = readDay('as-of', args['as-of']);
    const text = await readText(args.file);
    const checked = await withCorpus(args.data, (desk) => desk.citeCheck({ text, asOf }));
    const wrong = checked.citations.filter(({ state, support }) => state !== 'ok' || support === 'contradicted');
    const bare = checked.citations.length === 0 && checked.uncited.length > 0;
    if (args.json) printJson(checked);
    else {
      for (const citation of checked.citations) print(lineOf(citation));
      for (const { sentence } of checked.uncited) print(`没有引用  ${sentence}`);
      print(`共 ${checked.citations.length} 处引用，${wrong.length} 处有问题；${checked.uncited.length} 句没有引用。`);
    }
    return wrong.length > 0 || bare ? 1 : 0;
  },
});
