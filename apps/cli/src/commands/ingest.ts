import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { Cancelled, CommandError } from '../command-error.ts';
import { withCancel } from '../desk-access/with-cancel.ts';
import { withDesk } from '../desk-access/with-desk.ts';
import { print, printJson, remark } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { sharedOptions } from './shared-options.ts';

export const ingest = defineCommand({
  meta: { name: 'ingest', description: '把法规或已答案例读进知识库（文件或文件夹，可多个）' },
  args: {
    path: { type: 'positional', required: true, description: '文件或文件夹', valueHint: '路径…' },
    kind: { type: 'enum', options: ['laws', 'cases'], default: 'laws', description: 'laws 法规，cases 案例' },
    ...sharedOptions,
  },
  async run({ args }) {
    const paths = args._.map((given) => path.resolve(given));
    const missing = paths.filter((given) => !existsSync(given));
    if (missing.length > 0) throw new CommandError('not-found', `没有这个文件或文件夹：${missing.join('、')}`);
    const kind = args.kind === 'cases' ? 'cases' : 'laws';
    const progress = createProgress();
    const report = await withCancel((signal) =>
      withDesk(args.data, (desk) => desk.ingest({ paths, kind }, { signal, onProgress: progress.show })),
    )
      .catch((error: unknown) => {
        if (error instanceof Cancelled)
          throw new Cancelled('已取消。已读完的文件都在；再运行一次同样的命令，会从断处接着做。');
        throw error;
      })
      .finally(progress.stop);
    for (const { file, reason } of report.skipped) remark(`跳过 ${file}：${reason}`);
    for (const { file, message } of report.warnings) remark(`注意 ${file}：${message}`);
    if (args.json) printJson(report);
    else {
      print(
        `法规 ${report.laws} 部，文本 ${report.versions} 个，条文 ${report.provisions} 条，案例 ${report.cases} 个。`,
      );
      print(
        `未变 ${report.unchanged} 个文件，跳过 ${report.skipped.length} 个，用时 ${report.seconds.toFixed(1)} 秒。`,
      );
    }
    return report.skipped.length > 0 ? 1 : 0;
  },
});
