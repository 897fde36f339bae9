import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EvaluationSet } from '@lutai/evals';
import { CommandError, UsageError } from '../../command-error.ts';
import { remark } from '../../output/print.ts';
import { repository } from '../../repository.ts';
import type { RetrievalPlan } from './retrieval-options.ts';

/** Reads the questions and the corpus that the command line names. */
export async function openSet(source: RetrievalPlan['source']): Promise<EvaluationSet> {
  const { readBeir, readOwnSet } = await import('@lutai/evals');
  if (source.kind === 'beir') {
    const labels = path.join(source.folder, 'qrels', `${source.split}.tsv`);
    if (!existsSync(labels)) throw new CommandError('not-found', `没有 ${labels}。请检查 --beir 和 --split。`);
    return readBeir(source.folder, source.split);
  }
  if (!existsSync(source.questions)) throw new CommandError('not-found', `没有 ${source.questions}。`);
  const usual = path.resolve(repository, '../shared/evals/stard/corpus.jsonl');
  const corpus = source.corpus ?? (existsSync(usual) ? usual : null);
  if (corpus === null) throw new UsageError('须用 --corpus 写明条文在哪里：corpus.jsonl，或法规文件夹。');
  remark(`读取条文：${corpus}`);
  const set = readOwnSet(source.questions, corpus);
  for (const { file, reason } of set.skipped) remark(`略过 ${file}：${reason}`);
  return set;
}
