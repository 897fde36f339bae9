import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { LawTextError, type OwnCitationOutcome, type ParsedLaw, parseLaw, reportOwnCitations } from '@lutai/law';
import { defineCommand } from 'citty';
import { CommandError } from '../command-error.ts';
import { print, printJson, remark } from '../output/print.ts';
import { repository } from '../repository.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

const outcomes: Record<OwnCitationOutcome, string> = {
  resolved: '查到（当日有效的文本）',
  'other-version': '查到（该法规的其他文本）',
  'law-not-in-corpus': '所引法规不在库中',
  'former-law-not-in-corpus': '所引法规已废止，文本不在库中',
  'outside-national-law': '条约、地方规定等，不在库的范围内',
  'ambiguous-name': '简称指向不明',
  'no-law-named': '没有写明哪部法规',
  'no-such-article': '所引法规的现有文本中没有这一条',
  'no-such-paragraph-or-item': '有这一条，没有这一款或项',
  'place-unknown': '前款、第几项等，引自被修改的条文，文中没有写明条号',
  'number-unreadable': '条号无法识别',
};

const citations = defineCommand({
  meta: { name: 'citations', description: '跟踪法规文本中援引的每一条，看有多少能在库中查到' },
  args: {
    path: { type: 'positional', required: false, description: '法规文件夹（默认随程序附带的法规）', valueHint: '路径' },
    json: sharedOptions.json,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const laws = await readLaws(args.path ?? path.join(repository, 'corpus/laws'));
    const report = reportOwnCitations(laws);
    if (args.json) {
      printJson(report);
      return 0;
    }
    print(
      `法规文件 ${report.laws} 个，援引 ${report.citations} 处，查到 ${report.resolved} 处（${percent(report.share)}）。`,
    );
    for (const { outcome, count, share, examples } of report.outcomes) {
      print(`${outcomes[outcome]}：${count} 处（${percent(share)}）`);
      for (const example of examples) print(`    ${example}`);
    }
    return 0;
  },
});

export const corpus = defineCommand({
  meta: { name: 'corpus', description: '知识库本身的核查' },
  subCommands: { citations },
});

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

async function readLaws(root: string): Promise<ParsedLaw[]> {
  if (!existsSync(root)) throw new CommandError('not-found', `没有这个文件或文件夹：${root}`);
  const folder = (await stat(root)).isDirectory();
  const files = folder
    ? (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.md')).sort()
    : [''];
  const laws: ParsedLaw[] = [];
  for (const file of files) {
    const full = path.join(root, file);
    try {
      laws.push(parseLaw(await readFile(full, 'utf8'), { file: full }));
    } catch (error) {
      if (!(error instanceof LawTextError)) throw error;
      remark(`跳过 ${full}：${error.message}`);
    }
  }
  if (laws.length === 0) throw new CommandError('not-found', `“${root}”里没有法规文件（.md）。`);
  return laws;
}
