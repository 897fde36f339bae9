import path from 'node:path';
import type { EvaluationSet, QuestionResult, RetrievalRun } from '@lutai/evals';
import { defineCommand } from 'citty';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { printJson, remark } from '../../output/print.ts';
import { createPhaseClock, createProgress } from '../../output/progress.ts';
import { refuseSurplus } from '../shared-options.ts';
import { type OpenedModelStages, openModelStages } from './open-model-stages.ts';
import { openSet } from './open-set.ts';
import { printReport } from './print-report.ts';
import { planRetrieval, type RetrievalPlan, retrievalOptions } from './retrieval-options.ts';
import { requireFolderOf } from './set-files.ts';

const stages: Record<string, string> = {
  language: '学习法律语言',
  questions: '学习问题',
  examples: '收集排序样例',
  ranker: '学习排序',
  embed: '计算向量',
  lexical: '词语索引',
  vectors: '向量索引',
  save: '保存索引',
  search: '检索',
};

export const retrieval = defineCommand({
  meta: { name: 'retrieval', description: '在一个带标注的测试集上评测检索' },
  args: retrievalOptions,
  async run({ args }) {
    refuseSurplus(args._, 0);
    const plan = planRetrieval(args);
    const evals = await import('@lutai/evals');
    // What would be refused after minutes of work is refused before it.
    if (plan.save) requireFolderOf('save', plan.save);
    if (plan.accept) evals.readHistory(plan.history);
    const accepted = plan.check === null ? null : evals.newestOf(plan.history, plan.check);
    const model = plan.withModel.length === 0 ? null : await openModelStages(plan.withModel, remark);
    const set = await openSet(plan.source);
    const run = await runPlan(plan, set, model);
    const check = accepted && evals.checkAgainstHistory(run, accepted);
    const missing = evals.missingCitations(set.questions);
    const report = {
      ...evals.reportRun(run),
      ...(plan.source.kind === 'own' && { missing, skipped: set.skipped }),
      ...(model && { languageModel: model.report() }),
      ...(check && { check }),
    };
    if (plan.save) evals.writeRunFile(plan.save, run);
    if (plan.accept && check?.passed === false) remark(`比“${check.name}”退步了，没有记入历史。`);
    else if (plan.accept) {
      const { name, date } = plan.accept;
      evals.appendHistory(plan.history, evals.toHistoryEntry(run, name, date));
    }
    if (args.json) printJson(report);
    else printReport(report);
    return check?.passed === false ? 1 : 0;
  },
});

async function runPlan(
  plan: RetrievalPlan,
  set: EvaluationSet,
  languageModel: OpenedModelStages | null,
): Promise<RetrievalRun> {
  const evals = await import('@lutai/evals');
  const outer = languageModel?.around(set);
  const variants = evals.variantsAround(plan.ablate ? evals.searchStages : [], outer);
  const progress = createProgress();
  const timed = createPhaseClock();
  const shipped = evals.shippedModel();
  const named = plan.trainedOn.map((trained) => evals.readNamedProvisions(path.resolve(trained)));
  const model = named.length > 0 ? { ...shipped, namedProvisions: union(named) } : shipped;
  const show = (stage: string, done: number, total: number, before = '') =>
    progress.show(timed(`${before}${stages[stage] ?? stage}`, done, total));
  const work = (signal: AbortSignal) => {
    const { crossValidation } = plan;
    if (crossValidation === null) {
      const onProgress = (step: { stage: string; done: number; total: number }) =>
        show(step.stage, step.done, step.total);
      return evals.evaluateRetrieval({ set, model, variants, outer, onProgress, signal });
    }
    const fit = evals.createFit({ shared: plan.shared, questions: evals.questionsFolder, threads: 2 });
    return evals.crossValidate({
      set,
      fit,
      ...crossValidation,
      variants,
      outer,
      onProgress: ({ stage, done, total, fold, folds }) => show(stage, done, total, `第 ${fold}/${folds} 份 `),
      onFold: (fold, results) =>
        progress.note(`第 ${fold}/${crossValidation.folds} 份：${results.length} 题，recall@10 ${recallAt10(results)}`),
      signal,
    });
  };
  return withCancel(work).finally(progress.stop);
}

const recallAt10 = (results: readonly QuestionResult[]) =>
  (results.reduce((sum, { metrics }) => sum + metrics['recall@10'], 0) / Math.max(results.length, 1)).toFixed(4);

const union = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((one) => [...one]));
