import { defineCommand } from 'citty';
import { print, remark } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { repository } from '../repository.ts';
import { buildWeb } from '../start/build-web.ts';
import { describeDesk } from '../start/describe-desk.ts';
import { runServer } from '../start/run-server.ts';
import { readPort, refuseSurplus, sharedOptions } from './shared-options.ts';

export const start = defineCommand({
  meta: { name: 'start', description: '备好一切并启动：构建网页、载入入门法规、建索引、开演示账号' },
  args: {
    port: { type: 'string', description: '端口（默认 8787）', valueHint: '8787' },
    host: { type: 'string', description: '监听地址（默认 127.0.0.1，只限本机）', valueHint: '地址' },
    data: sharedOptions.data,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const accounts: string[] = [];
    // Side by side with the opening of the desk, so that neither waits for the other; looked at below.
    const building = buildWeb(repository).then(
      (built) => ({ built }),
      (error: unknown) => ({ error }),
    );
    await runServer({
      data: args.data,
      port: readPort(args.port),
      host: args.host ?? null,
      async prepare(desk, { environment, signal }) {
        const { createDemoAccounts } = await import('@lutai/api');
        const progress = createProgress();
        await desk.deps.verbs.loadStarterCorpus({ signal, onProgress: progress.show }).finally(progress.stop);
        const created = await createDemoAccounts({ ...desk.deps, dataFolder: environment.dataFolder });
        if (created !== null) {
          accounts.push('演示账号（密码只显示这一次，也存放在数据目录的 demo-accounts.txt）：');
          for (const { name, email, password } of created) accounts.push(`  ${name}  ${email}  ${password}`);
        }
        const web = await building;
        if ('error' in web) throw web.error;
        if (web.built) remark('网页已构建。');
      },
      async announce({ url, desk }) {
        for (const line of accounts) print(line);
        for (const line of await describeDesk(desk)) print(line);
        print(`律台已启动：${url}（按 Ctrl-C 停止）`);
      },
    });
    return 0;
  },
});
