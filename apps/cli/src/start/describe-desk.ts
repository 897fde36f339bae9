import type { ComposedDesk } from '@lutai/api';

/** What a person should know at the start: what is in the corpus, how it is searched, and who writes the drafts. */
export async function describeDesk({ deps }: ComposedDesk): Promise<string[]> {
  const { laws, provisions, cases, index, drafter } = await deps.verbs.status();
  const search =
    index.vectorSearch === 'hnsw'
      ? 'hnsw（近似最近邻）'
      : 'exact（精确比对；本机没有可用的 hnswlib-node，大量法规时较慢）';
  const writer =
    drafter.kind === 'model'
      ? `语言模型 ${drafter.model}`
      : '未配置语言模型，用摘录方式（设 LUTAI_MODEL 等可接入模型）';
  return [
    `知识库：法规 ${laws} 部，条文 ${provisions} 条，已答案例 ${cases} 个`,
    `向量检索：${search}；嵌入模型：${index.modelId}`,
    `起草：${writer}`,
  ];
}
