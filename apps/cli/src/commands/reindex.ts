import { defineCommand } from 'citty';
import { withCancel } from '../desk-access/with-cancel.ts';
import { withDesk } from '../desk-access/with-desk.ts';
import { print, printJson } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { refuseSurplus, sharedOptions } from './shared-options.ts';

export const reindex = defineCommand({
  meta: { name: 'index', description: '重建检索索引' },
  args: { ...sharedOptions },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const progress = createProgress();
    const status = await withCancel((signal) =>
      withDesk(args.data, (desk) => desk.reindex({ signal, onProgress: progress.show })),
    ).finally(progress.stop);
    if (args.json) printJson(status);
    else
      print(
        `索引已重建：条文 ${status.provisions} 条，案例 ${status.cases} 个，向量检索方式 ${status.index.vectorSearch}。`,
      );
    return 0;
  },
});
