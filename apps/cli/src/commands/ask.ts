import type { FactsDateReading, Route } from '@lutai/contracts';
import { defineCommand } from 'citty';
import { UsageError } from '../command-error.ts';
import { withCancel } from '../desk-access/with-cancel.ts';
import { readPlace, withCorpus } from '../desk-access/with-desk.ts';
import { planDraftFile, writeDraftFile } from '../output/draft-file.ts';
import { print, printJson, remark } from '../output/print.ts';
import { readDay, sharedOptions } from './shared-options.ts';

const outcomes = { answered: '已答复', 'needs-facts': '还需补充事实', 'insufficient-basis': '依据不足' } as const;

const routeWords: Record<Exclude<Route, 'answer'>, string> = {
  'foreign-law': '域外法律，不作答复',
  'no-basis': '没有足够的法律依据',
  'not-legal': '不是法律问题',
  harm: '婉拒',
  danger: '有人可能处于危险中',
};
const riskWords = { low: '低', medium: '中', high: '高' } as const;

export const ask = defineCommand({
  meta: { name: 'ask', description: '提问，得到一份带引用的答复草稿' },
  args: {
    question: { type: 'positional', required: true, description: '用平常话写的问题', valueHint: '问题' },
    'facts-date': {
      type: 'string',
      description: '事情发生的日期（默认从问题里读，读不出按今天）',
      valueHint: 'YYYY-MM-DD',
    },
    out: {
      type: 'string',
      description: '另存为文件（.docx、.html 或 .md），带人工智能生成内容的标识',
      valueHint: '文件',
    },
    force: { type: 'boolean', description: '覆盖已有的文件' },
    practitioner: { type: 'boolean', description: '显示专业版（大前提、小前提、结论）' },
    ...sharedOptions,
  },
  async run({ args }) {
    const question = args._.join(' ').trim();
    if (question === '') throw new UsageError('问题不能为空。');
    const factsDate = readDay('facts-date', args['facts-date']);
    const file = await planDraftFile(args.out, args.force === true);
    const draft = await withCancel((signal) =>
      withCorpus(args.data, (desk) => desk.ask({ question, factsDate }, signal)),
    );
    if (file !== null) {
      const { aigcProducer: producer } = await readPlace(args.data);
      await writeDraftFile(file, { question, text: draft.text, producer, at: new Date() });
      remark(`已写入 ${file.file}`);
    }
    const read = draft.factsDate?.reading;
    if (read) remark(sayReading(draft.asOf, draft.factsDate?.source === 'read', read));
    if (args.json) printJson(draft);
    else {
      print(`结果：${outcomes[draft.outcome]}（按 ${draft.asOf} 的法律）`);
      if (draft.route !== 'answer') print(`去向：${routeWords[draft.route]}`);
      print(`风险：${riskWords[draft.risk.level]}${draft.risk.reasons[0] ? `（${draft.risk.reasons[0].why}）` : ''}`);
      for (const notice of draft.notices) print(`说明：${notice}`);
      print();
      print(args.practitioner && draft.practitionerText !== null ? draft.practitionerText : draft.text);
      const doubtful = draft.citations.filter(({ state }) => state !== 'ok');
      print();
      print(
        `引用 ${draft.citations.length} 处${doubtful.length === 0 ? '，均已核对。' : `，其中 ${doubtful.length} 处有问题：`}`,
      );
      for (const citation of doubtful) print(`  ${citation.raw}：${citation.note}`);
    }
    return 0;
  },
});

function sayReading(asOf: string, isTaken: boolean, { raw, day, others }: FactsDateReading): string {
  const more = others.length === 0 ? '' : `；问题里还有${others.map((other) => `“${other.raw}”`).join('、')}`;
  const how = isTaken ? `按 ${asOf} 的法律（由“${raw}”读出）` : `按 ${asOf} 的法律，没有采用“${raw}”（${day}）`;
  return `事情发生的日期：${how}${more}。不对的话请用 --facts-date 指明。`;
}
