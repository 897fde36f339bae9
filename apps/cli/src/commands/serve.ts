import { defineCommand } from 'citty';
import { remark } from '../output/print.ts';
import { runServer } from '../start/run-server.ts';
import { readPort, refuseSurplus, sharedOptions } from './shared-options.ts';

export const serve = defineCommand({
  meta: { name: 'serve', description: '启动服务（网页与 API 同一端口），不载入任何东西' },
  args: {
    port: { type: 'string', description: '端口（默认 8787）', valueHint: '8787' },
    host: { type: 'string', description: '监听地址（默认 127.0.0.1，只限本机）', valueHint: '地址' },
    data: sharedOptions.data,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    await runServer({
      data: args.data,
      port: readPort(args.port),
      host: args.host ?? null,
      prepare: async () => {},
      announce: ({ url }) => remark(`律台已启动：${url}`),
    });
    return 0;
  },
});
