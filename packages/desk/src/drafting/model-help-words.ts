import { type ModelHelp, type ModelStage, modelStages } from '../corpus/search/model/index.ts';

const names: Record<ModelStage, string> = { rewrite: '改写问题', hyde: '拟写条文', rerank: '排列法条' };

/** What the language model did for the search, for the line of that step; empty where it did nothing. */
export function describeModelHelp(help: ModelHelp | undefined): string {
  const used = modelStages.filter((stage) => help?.[stage] === 'used').map((stage) => names[stage]);
  return used.length === 0 ? '' : `（语言模型帮助${used.join('、')}）`;
}

/** What it was to do and did not, for the agent who reads the draft. */
export function modelHelpNotices(help: ModelHelp | undefined): string[] {
  const failed = modelStages.filter((stage) => help?.[stage] === 'failed');
  if (help === undefined || failed.length === 0) return [];
  const told = failed.map((stage) => `${names[stage]}（${help.why[stage] ?? '内部错误'}）`).join('、');
  return [`检索时语言模型没有完成：${told}。法条的找法和次序没有用到这部分，其余不受影响。`];
}
