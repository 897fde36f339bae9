import type { Route } from '@lutai/contracts';
import type { RoutesReport } from '@lutai/evals';
import { defineCommand } from 'citty';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { withCorpus } from '../../desk-access/with-desk.ts';
import { print, printJson } from '../../output/print.ts';
import { createPhaseClock, createProgress } from '../../output/progress.ts';
import { textTable } from '../../output/text-table.ts';
import { readCount, refuseSurplus, sharedOptions } from '../shared-options.ts';
import { setFile } from './set-files.ts';

const SHOWN = 10;
const names: Record<Route, string> = {
  answer: '答复',
  'foreign-law': '域外法律',
  'no-basis': '依据不足',
  'not-legal': '非法律',
  harm: '婉拒',
  danger: '危险',
};

export const routes = defineCommand({
  meta: { name: 'routes', description: '评测去向：危险、婉拒、域外法律、非法律、依据不足、答复' },
  args: {
    set: { type: 'string', description: '消息（默认 evals/own/routes.jsonl）', valueHint: '文件' },
    show: { type: 'string', description: `列出走错的几条（默认 ${SHOWN}，0 为不列）`, valueHint: '数' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const shown = args.show === '0' ? 0 : readCount('show', args.show, { fallback: SHOWN, max: 1000 });
    const { evaluateRoutes, readRouteMessages } = await import('@lutai/evals');
    const messages = readRouteMessages(setFile('set', args.set, 'routes.jsonl'));
    const progress = createProgress();
    const timed = createPhaseClock();
    const onProgress = (done: number, total: number) => progress.show(timed('判断去向', done, total));
    const report = await withCancel((signal) =>
      withCorpus(args.data, (desk) => evaluateRoutes(desk, messages, { signal, onProgress })),
    ).finally(progress.stop);
    if (args.json) printJson(report);
    else printRoutes(report, shown);
    return 0;
  },
});

function printRoutes({ messages, table, found, abstained, wrong }: RoutesReport, shown: number): void {
  print(`消息 ${messages} 条`);
  print();
  // Safe: the keys of a full table.
  const order = Object.keys(table) as Route[];
  const rows = order.map((route) => [
    names[route],
    ...order.map((other) => String(table[route][other])),
    percent(found[route]),
  ]);
  for (const line of textTable([['应去 \\ 走到', ...order.map((route) => names[route]), '走对'], ...rows])) print(line);
  print();
  print(`不应答复的（域外、非法律、依据不足）没有答复：${percent(abstained)}`);
  for (const { id, text, expected, found: went } of wrong.slice(0, shown)) {
    print(`${id}  应去${names[expected]}，走到${names[went]}：${text}`);
  }
}

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)}%`);
