import path from 'node:path';
import { UsageError } from '../../command-error.ts';
import { readDay } from '../shared-options.ts';
import { historyFile } from './set-files.ts';

/** Options with which an evaluation keeps its run and holds it against earlier ones. */
export const recordOptions = {
  save: { type: 'string', description: '把每个问题的结果存成文件，供 eval compare', valueHint: '文件' },
  accept: { type: 'string', description: '把结果以这个名称记入历史，须同时写明 --date', valueHint: '名称' },
  date: { type: 'string', description: '--accept 的日期', valueHint: 'YYYY-MM-DD' },
  check: { type: 'string', description: '与历史里这个名称的最新一次比较，退步超出误差时以 1 结束', valueHint: '名称' },
  history: { type: 'string', description: '历史文件（默认 evals/history.jsonl）', valueHint: '文件' },
} as const;

export interface RecordPlan {
  save: string | null;
  accept: { name: string; date: string } | null;
  check: string | null;
  history: string;
}

/** Throws `UsageError` for options that do not go together. */
export function planRecord(args: Partial<Record<keyof typeof recordOptions, string | undefined>>): RecordPlan {
  const { save, accept, check, history } = args;
  const date = readDay('date', args.date);
  if ((accept === undefined) !== (date === null)) throw new UsageError('--accept 和 --date 须同时写明。');
  return {
    save: save === undefined ? null : path.resolve(save),
    accept: accept === undefined || date === null ? null : { name: accept, date },
    check: check ?? null,
    history: path.resolve(history ?? historyFile),
  };
}
