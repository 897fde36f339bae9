import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CitationReport, CiteCheck } from '@lutai/evals';
import { defineCommand } from 'citty';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { withCorpus } from '../../desk-access/with-desk.ts';
import { printJson, remark } from '../../output/print.ts';
import { createPhaseClock, createProgress } from '../../output/progress.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { printCitations } from './citations-print.ts';
import { requireThere, setFile, sharedLaws } from './set-files.ts';

export const citations = defineCommand({
  meta: { name: 'citations', description: '用带标注的答复评测引用核对；达不到要求，退出码为 1' },
  args: {
    set: { type: 'string', description: '带标注的答复（默认 evals/own/citations.jsonl）', valueHint: '文件' },
    corpus: {
      type: 'string',
      description: '法规文件夹（默认 ../shared/corpus/laws；写了 --data 或没有该文件夹时，用数据目录里的法规）',
      valueHint: '文件夹',
    },
    ...sharedOptions,
  },
  async run({ args }) {
    refuseSurplus(args._, 0);
    const file = setFile('set', args.set, 'citations.jsonl');
    if (args.corpus !== undefined) requireThere('corpus', args.corpus);
    const { evaluateCitations, readCitationSet } = await import('@lutai/evals');
    const set = readCitationSet(file);
    const timed = createPhaseClock();
    const progress = createProgress();
    const evaluate = (check: CiteCheck) =>
      evaluateCitations(set, check, (done) => progress.show(timed('核对引用', done, set.length)));
    const folder = lawFolder(args);
    let report: CitationReport;
    try {
      report =
        folder === null
          ? await withCorpus(args.data, (desk) => evaluate((input) => desk.citeCheck(input)))
          : await overLaws(folder, evaluate, (phase, done, total) => progress.show(timed(phase, done, total)));
    } finally {
      progress.stop();
    }
    if (args.json) printJson(report);
    else printCitations(report);
    return report.passed ? 0 : 1;
  },
});

function lawFolder({ corpus, data }: { corpus?: string | undefined; data?: string | undefined }): string | null {
  if (corpus !== undefined) return path.resolve(corpus);
  return data === undefined && existsSync(sharedLaws) ? sharedLaws : null;
}

async function overLaws(
  folder: string,
  evaluate: (check: CiteCheck) => Promise<CitationReport>,
  show: (phase: string, done: number, total: number) => void,
): Promise<CitationReport> {
  const { checkOverLaws } = await import('@lutai/evals');
  remark(`读取法规：${folder}`);
  return withCancel((signal) =>
    checkOverLaws(folder, { signal, onProgress: ({ phase, done, total }) => show(phase, done, total) }, evaluate),
  );
}
