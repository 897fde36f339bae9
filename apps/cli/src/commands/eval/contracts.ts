import path from 'node:path';
import type { ContractsReport } from '@lutai/evals';
import { defineCommand } from 'citty';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { withCorpus } from '../../desk-access/with-desk.ts';
import { percent } from '../../output/percent.ts';
import { print, printJson } from '../../output/print.ts';
import { textTable } from '../../output/text-table.ts';
import { repository } from '../../repository.ts';
import { readCount, refuseSurplus, sharedOptions } from '../shared-options.ts';
import { requireThere } from './set-files.ts';

const WANTED = { recall: 0.85, precision: 0.8 };
const SHOWN = 10;

export const contracts = defineCommand({
  meta: { name: 'contracts', description: '评测合同审核：埋下的问题找到多少、误报多少；达不到要求，退出码为 1' },
  args: {
    set: { type: 'string', description: '合同与标注的文件夹（默认 evals/own/contracts）', valueHint: 'DIR' },
    show: { type: 'string', description: `列出漏掉和误报的各几处（默认 ${SHOWN}，0 为不列）`, valueHint: '数' },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const shown = args.show === '0' ? 0 : readCount('show', args.show, { fallback: SHOWN, max: 1000 });
    const folder = requireThere('set', path.resolve(args.set ?? path.join(repository, 'evals/own/contracts')));
    const { evaluateContracts, readContractSet } = await import('@lutai/evals');
    const { loadChecklists, loadLearntTerms } = await import('@lutai/documents');
    const { shippedRates } = await import('@lutai/law');
    const set = readContractSet(folder);
    const checklists = await loadChecklists(path.join(repository, 'corpus/checklists'));
    const learntTerms = await loadLearntTerms(path.join(repository, 'corpus/terms'));
    const { lpr } = shippedRates();
    const oneYearLpr = (day: string) => {
      const rate = lpr.on(day, '1y');
      return rate === null ? null : Number(rate.percent) / 100;
    };
    const report = await withCancel(() =>
      withCorpus(args.data, (desk) =>
        evaluateContracts({ checklists, learntTerms, oneYearLpr, citeCheck: (input) => desk.citeCheck(input) }, set),
      ),
    );
    if (args.json) printJson(report);
    else printReport(report, shown);
    return report.recall >= WANTED.recall && report.precision >= WANTED.precision ? 0 : 1;
  },
});

function printReport(report: ContractsReport, shown: number): void {
  const { contracts, planted, found, findings, right, byType, byKind, missed, falseAlarms } = report;
  print(`合同 ${contracts} 份（类型认对 ${report.typesRight} 份），埋下问题 ${planted} 处`);
  print(`找到  ${found}/${planted}  ${percent(report.recall)}`);
  print(`准确  ${right}/${findings}  ${percent(report.precision)}`);
  print();
  const tables = [
    ['类型', byType],
    ['来源', report.byGroup],
  ] as const;
  for (const [head, counts] of tables) {
    const rows = Object.entries(counts).map(([name, one]) => [
      name,
      `${one.found}/${one.planted}`,
      `${one.right}/${one.findings}`,
    ]);
    if (rows.length === 0) continue;
    for (const line of textTable([[head, '找到', '准确'], ...rows])) print(line);
    print();
  }
  const kinds = Object.entries(byKind).map(([kind, one]) => [kind, `${one.found}/${one.planted}`]);
  for (const line of textTable([['问题', '找到'], ...kinds])) print(line);
  for (const { contract, defect, kind, what } of missed.slice(0, shown))
    print(`漏 ${contract} ${defect}（${kind}）${what}`);
  for (const { contract, check, title, quote } of falseAlarms.slice(0, shown)) {
    print(`误 ${contract} ${check}：${title}${quote === null ? '' : `“${quote.slice(0, 60)}”`}`);
  }
}
