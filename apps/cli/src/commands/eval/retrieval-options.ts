import path from 'node:path';
import type { ModelStage } from '@lutai/desk';
import { UsageError } from '../../command-error.ts';
import { repository } from '../../repository.ts';
import { readCount, sharedOptions } from '../shared-options.ts';
import { planRecord, type RecordPlan, recordOptions } from './record-options.ts';

export const retrievalOptions = {
  beir: { type: 'string', description: '测试集文件夹（BEIR 格式）', valueHint: '文件夹' },
  split: { type: 'string', description: 'qrels 里的一份，如 test', valueHint: '名称' },
  own: { type: 'boolean', description: '用本项目自己的问题，不用 BEIR 测试集' },
  questions: { type: 'string', description: '--own 的问题（默认 evals/own/questions.jsonl）', valueHint: '文件' },
  corpus: {
    type: 'string',
    description: '--own 的条文：corpus.jsonl，或法规文件夹（默认 ../shared/evals/stard/corpus.jsonl）',
    valueHint: '路径',
  },
  folds: { type: 'string', description: '交叉验证：把问题分成几份，轮流留一份来考', valueHint: '5' },
  seed: { type: 'string', description: '分份用的种子（默认 1）', valueHint: '1' },
  ablate: { type: 'boolean', description: '逐一去掉检索的各环节，列表比较' },
  shared: {
    type: 'string',
    description: '--folds 训练用的材料：含 corpus/laws 和 evals/stard 的文件夹（默认 ../shared）',
    valueHint: '文件夹',
  },
  'with-model': {
    type: 'string',
    description: '让配置的语言模型帮助检索：rewrite 改写问题，hyde 拟写条文，rerank 排列法条；几个之间用逗号',
    valueHint: 'rewrite,hyde,rerank',
  },
  'trained-on': {
    type: 'string',
    description: '模型还用哪些问题训练过：带 citations 的 jsonl，或 BEIR 文件夹（取其 train）；几个之间用逗号',
    valueHint: '路径',
  },
  ...recordOptions,
  ...sharedOptions,
} as const;

type Flag = 'own' | 'ablate' | 'json';
type Given = Record<Exclude<keyof typeof retrievalOptions, Flag>, string | undefined> &
  Record<Flag, boolean | undefined>;

export interface RetrievalPlan extends RecordPlan {
  source: { kind: 'beir'; folder: string; split: string } | { kind: 'own'; questions: string; corpus: string | null };
  crossValidation: { folds: number; seed: number } | null;
  ablate: boolean;
  /** Where the training of each fold finds its texts. */
  shared: string;
  /** What a language model is to do for the search; none without one. */
  withModel: ModelStage[];
  trainedOn: string[];
}

/** What the command line asks for. Throws `UsageError` for options that do not go together. */
export function planRetrieval(args: Given): RetrievalPlan {
  if (args.seed !== undefined && args.folds === undefined) throw new UsageError('--seed 只与 --folds 同用。');
  return {
    source: planSource(args),
    crossValidation: args.folds === undefined ? null : { folds: readFolds(args.folds), seed: readSeed(args.seed) },
    shared: path.resolve(args.shared ?? path.join(repository, '../shared')),
    ablate: args.ablate ?? false,
    withModel: readModelStages(args['with-model']),
    trainedOn: (args['trained-on'] ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
    ...planRecord(args),
  };
}

function planSource({ own, beir, split, questions, corpus }: Given): RetrievalPlan['source'] {
  if (own) {
    if (beir !== undefined || split !== undefined) throw new UsageError('--own 不与 --beir、--split 同用。');
    return {
      kind: 'own',
      questions: path.resolve(questions ?? path.join(repository, 'evals/own/questions.jsonl')),
      corpus: corpus === undefined ? null : path.resolve(corpus),
    };
  }
  if (questions !== undefined || corpus !== undefined)
    throw new UsageError('--questions 和 --corpus 只与 --own 同用。');
  if (beir === undefined || split === undefined) throw new UsageError('须写明 --beir 和 --split，或者 --own。');
  return { kind: 'beir', folder: path.resolve(beir), split };
}

function readModelStages(value: string | undefined): ModelStage[] {
  if (value === undefined) return [];
  const known = ['rewrite', 'hyde', 'rerank'] as const;
  const named = value.split(',').map((part) => part.trim());
  const unknown = named.find((name) => !known.some((stage) => stage === name));
  if (unknown !== undefined) throw new UsageError(`--with-model 只有 ${known.join('、')}，收到“${unknown}”。`);
  return known.filter((stage) => named.includes(stage));
}

function readFolds(value: string): number {
  const folds = readCount('folds', value, { fallback: 5, max: 100 });
  if (folds < 2) throw new UsageError(`--folds 须是 2 到 100 的整数，收到“${value}”。`);
  return folds;
}

function readSeed(value = '1'): number {
  const seed = Number(value);
  if (!/^\d+$/.test(value) || seed > 0xffff_ffff)
    throw new UsageError(`--seed 须是 0 到 4294967295 的整数，收到“${value}”。`);
  return seed;
}
