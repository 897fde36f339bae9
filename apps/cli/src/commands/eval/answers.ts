import path from 'node:path';
import type { AnswerResult, AnswerSet, JudgeReport, SavedAnswers } from '@lutai/evals';
import { defineCommand } from 'citty';
import { UsageError } from '../../command-error.ts';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { withCorpus } from '../../desk-access/with-desk.ts';
import { printJson, remark } from '../../output/print.ts';
import { createPhaseClock, createProgress } from '../../output/progress.ts';
import { readCount, refuseSurplus, sharedOptions } from '../shared-options.ts';
import { printAnswers } from './answers-print.ts';
import { planRecord, type RecordPlan, recordOptions } from './record-options.ts';
import { allValues, ownFolder, requireFolderOf, requireThere } from './set-files.ts';

const SHOWN = 10;

export const answers = defineCommand({
  meta: { name: 'answers', description: '用带要点的问题评测答复；达不到要求，退出码为 1' },
  args: {
    set: { type: 'string', description: '题目（默认 evals/own 的 answers-*.jsonl），可写多次', valueHint: '文件' },
    judge: { type: 'boolean', description: '再请配置的语言模型判断要点，报告与代码判断的一致程度' },
    show: { type: 'string', description: `列出缺得最多的几题（默认 ${SHOWN}，0 为不列）`, valueHint: '数' },
    ...recordOptions,
    ...sharedOptions,
  },
  async run({ args, rawArgs }) {
    refuseSurplus(args._, 0);
    const shown = args.show === '0' ? 0 : readCount('show', args.show, { fallback: SHOWN, max: 1000 });
    const record = planRecord(args);
    const evals = await import('@lutai/evals');
    const named = allValues(rawArgs, 'set').map((file) => requireThere('set', path.resolve(file)));
    const files = named.length > 0 ? named : evals.answerSetFiles(ownFolder);
    const set = evals.readAnswerSet(files);
    if (record.save) requireFolderOf('save', record.save);
    if (record.accept) evals.readHistory(record.history);
    const accepted = record.check === null ? null : evals.newestAnswersOf(record.history, record.check);
    const judge = args.judge ? await openJudge() : null;

    const { results, judged } = await ask(args.data, set, judge);
    const run = { casesHash: set.casesHash, scores: results.map(({ score }) => score) };
    const figures = evals.reportAnswers(run.scores);
    const check = accepted && evals.checkAnswers(run, accepted);
    const report = {
      ...figures,
      set: { files: files.map((file) => path.basename(file)), casesHash: set.casesHash },
      ...(judged && { judge: judged }),
      ...(check && { check }),
      worst: evals.worstAnswers(results, shown),
    };
    if (record.save) evals.writeAnswersRun(record.save, run);
    if (record.accept) await acceptRun(record, run, check?.passed === false ? check.name : null);
    if (args.json) printJson({ ...report, results: run.scores });
    else printAnswers(report);
    return figures.passed && check?.passed !== false ? 0 : 1;
  },
});

async function ask(data: string | undefined, set: AnswerSet, judge: Awaited<ReturnType<typeof openJudge>> | null) {
  const evals = await import('@lutai/evals');
  const progress = createProgress();
  const timed = createPhaseClock();
  const showing = (phase: string) => (done: number, total: number) => progress.show(timed(phase, done, total));
  const work = async (signal: AbortSignal) => {
    const results: AnswerResult[] = await withCorpus(data, (desk) =>
      evals.evaluateAnswers(desk, set.cases, { signal, onProgress: showing('答复问题') }),
    );
    const judged: JudgeReport | null =
      judge && (await evals.judgePoints({ model: judge }, results, { signal, onProgress: showing('判断要点') }));
    return { results, judged };
  };
  return withCancel(work).finally(progress.stop);
}

async function openJudge() {
  const { readEnvironment } = await import('@lutai/api/env');
  const environment = readEnvironment();
  if (environment.model === null) {
    throw new UsageError('--judge 须有语言模型：请设 LUTAI_MODEL，以及 OPENAI_BASE_URL 或 OPENAI_API_KEY。');
  }
  const { openModel } = await import('@lutai/api/desk');
  const opened = await openModel(environment);
  return opened?.language ?? null;
}

/** `droppedFrom` names the accepted run that this one falls short of. */
async function acceptRun(
  { accept, history }: RecordPlan,
  run: SavedAnswers,
  droppedFrom: string | null,
): Promise<void> {
  const { appendHistory, toAnswersEntry } = await import('@lutai/evals');
  if (accept === null) return;
  if (droppedFrom !== null) remark(`比“${droppedFrom}”退步了，没有记入历史。`);
  else appendHistory(history, toAnswersEntry(run, accept.name, accept.date));
}
