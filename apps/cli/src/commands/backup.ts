import path from 'node:path';
import { defineCommand } from 'citty';
import { withDesk } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

export const backup = defineCommand({
  meta: { name: 'backup', description: '把数据库备份到一个文件夹（服务运行时也可以）' },
  args: {
    folder: { type: 'positional', required: true, description: '备份放在哪里', valueHint: '文件夹' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const file = await withDesk(args.data, (desk) => desk.backup(path.resolve(args.folder)));
    if (args.json) printJson({ file });
    else print(`已备份到 ${file}`);
    return 0;
  },
});

export const restore = defineCommand({
  meta: { name: 'restore', description: '用一个备份文件恢复数据目录（须先停止服务；原数据库会保留在旁边）' },
  args: {
    file: { type: 'positional', required: true, description: '备份文件 lutai-….tar.gz', valueHint: '文件' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 1);
    const { readEnvironment } = await import('@lutai/api/env');
    const { restoreBackup } = await import('@lutai/api/desk');
    const dataFolder = args.data === undefined ? readEnvironment().dataFolder : path.resolve(args.data);
    const { keptAside } = await restoreBackup({ dataFolder, file: path.resolve(args.file), now: () => new Date() });
    if (args.json) printJson({ dataFolder, keptAside });
    else print(`已恢复到 ${dataFolder}${keptAside === null ? '' : `；原来的数据库保留在 ${keptAside}`}`);
    return 0;
  },
});
