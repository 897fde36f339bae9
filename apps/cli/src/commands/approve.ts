import type { MatterDetail } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { CommandError } from '../command-error.ts';
import { withDesk } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

const kinds = {
  'not-found': '查无此条',
  misquoted: '引文不符',
  'not-in-force': '当日无效',
  ambiguous: '指向不明',
  unchecked: '未核对',
  doubtful: '条文未必支持',
  contradicted: '与条文相反',
} as const;

export const approve = defineCommand({
  meta: { name: 'approve', description: '核准一份草稿：先看正文和哈希，再带上 --hash 签字' },
  args: {
    matter: { type: 'positional', required: true, description: '事项编号', valueHint: '编号' },
    as: { type: 'string', required: true, description: '以哪个账号签字', valueHint: '邮箱' },
    hash: { type: 'string', description: '您看过的正文的哈希；不写则只显示，不签字', valueHint: '哈希' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const { matter, as: email, hash } = args;
    const detail = await withDesk(args.data, (desk) => desk.approve({ matter, email, contentHash: hash ?? null }));
    if (args.json) printJson(detail);
    else if (hash === undefined) show(detail);
    else print(`已核准 ${detail.matter.number}，答复将由服务送达客户。`);
    return hash === undefined && openFindings(detail).length > 0 ? 1 : 0;
  },
});

const openFindings = ({ draft }: MatterDetail) => draft?.findings.filter(({ open }) => open) ?? [];

function show(detail: MatterDetail): void {
  const { matter, draft } = detail;
  const revision = draft?.revision;
  if (!draft || !revision) throw new CommandError('not-ready', '这个事项现在没有可核准的草稿。');
  print(`${matter.number} ${matter.subject}（修订 ${revision.number}）`);
  print();
  print(revision.text);
  print();
  for (const { raw, kind, why } of openFindings(detail))
    print(`不能放行：${raw}  ${kinds[kind]}${why ? `  ${why}` : ''}`);
  print(`看过正文、确认无误后：lutai approve ${matter.number} --as 邮箱 --hash ${revision.contentHash}`);
}
