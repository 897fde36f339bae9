import path from 'node:path';
import { areas } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { UsageError } from '../command-error.ts';
import { printJson } from '../output/print.ts';
import { repository } from '../repository.ts';
import { printDeadlines, printKinds } from './deadline/print-deadlines.ts';
import { readEvents } from './deadline/read-events.ts';
import { readDay, sharedOptions } from './shared-options.ts';

export const deadline = defineCommand({
  meta: { name: 'deadline', description: '按事实推算时效和期限，逐步写明算法和依据' },
  args: {
    text: { type: 'positional', required: false, description: '当事人的话；日期从中读出', valueHint: '文字' },
    area: { type: 'string', description: '法律领域（默认按文字判断）', valueHint: 'labour' },
    kind: { type: 'string', description: '只算这一种期限（--list 列出全部）', valueHint: 'civil-appeal' },
    event: {
      type: 'string',
      description: '何时发生了什么，多项用逗号隔开；有起止的写 开始/结束',
      valueHint: 'judgment-received=2026-11-09',
    },
    today: { type: 'string', description: '今天（默认当天）', valueHint: 'YYYY-MM-DD' },
    list: { type: 'boolean', description: '列出知道的期限和它们所依的事件' },
    ...sharedOptions,
  },
  async run({ args }) {
    const text = args._.join(' ').trim();
    const entered = readEvents(args.event);
    const { chinaDay, loadAreas, loadDeadlines, triageQuestion } = await import('@lutai/desk');
    const { deadlinesOf } = await import('@lutai/law');
    const corpus = path.join(repository, 'corpus');
    const deadlines = await loadDeadlines(corpus);
    const { catalogue, calendar } = deadlines;
    if (args.list) {
      await printKinds(catalogue, args.json ?? false);
      return 0;
    }
    if (text === '' && args.kind === undefined) throw new UsageError('请写明当事人的话，或者用 --kind 指定期限。');
    const unknown = entered.find(({ event }) => !catalogue.events.has(event));
    if (unknown) throw new UsageError(`--event 里的“${unknown.event}”不认识；可用 --list 查看。`);
    if (args.kind !== undefined && !catalogue.kinds.some(({ id }) => id === args.kind)) {
      throw new UsageError(`--kind 里的“${args.kind}”不认识；可用 --list 查看。`);
    }
    if (args.area !== undefined && !areas.some((area) => area === args.area)) {
      throw new UsageError(`--area 里的“${args.area}”不认识；可用 ${areas.join('、')}。`);
    }
    const today = readDay('today', args.today) ?? chinaDay(new Date());
    const now = () => new Date(`${today}T04:00:00Z`);
    const known = await loadAreas(path.join(corpus, 'catalogue/areas'));
    const area = args.area ?? triageQuestion({ areas: known, deadlines, now }, { text, importance: 'standard' }).area;
    const found = deadlinesOf({
      ...{ catalogue, calendar, area, text, today, askedOn: today, entered },
      ...(args.kind === undefined ? {} : { only: new Set([args.kind]) }),
    });
    if (args.json) printJson({ area, today, deadlines: found });
    else printDeadlines(found);
    return 0;
  },
});
