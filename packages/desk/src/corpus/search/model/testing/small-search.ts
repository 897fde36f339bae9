import type { ModelSearchDeps } from '../create-model-search.ts';
import type { ProvisionWords } from '../rerank-request.ts';

/** What is asked by `plain`, what the model makes of it, and where the answer `right` stands for each of them. */
export const plain = '老板不让我走还扣钱怎么办';
export const rewritten = '用人单位扣发劳动报酬，劳动者能否解除劳动合同';
export const hypothetical = '用人单位未及时足额支付劳动报酬的，劳动者可以解除劳动合同。';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `n${from + i}`);
const rankings: Record<string, string[]> = {
  [plain]: [...range(0, 29), 'right', ...range(30, 60)],
  [rewritten]: ['right', ...range(60, 90)],
  [hypothetical]: [...range(100, 102), 'right', ...range(102, 130)],
};

/** A search of a few fixed rankings; what it does not know finds nothing. */
export function smallSearch() {
  const asked: string[] = [];
  const deps: ModelSearchDeps = {
    async find({ question, k, caseCount = 0, signal }) {
      signal?.throwIfAborted();
      asked.push(question);
      const hits = (rankings[question] ?? []).map((provisionId, i) => ({ provisionId, score: 10 - i / 10 }));
      const cases = question === plain ? [{ caseId: 'case', score: 0.5 }] : [];
      return { hits: hits.slice(0, k), cases: cases.slice(0, caseCount), nearest: question === plain ? 0.4 : 0.9 };
    },
    readProvisions: async (ids) =>
      ids.map((provisionId): ProvisionWords => {
        const text = provisionId === 'right' ? hypothetical : `无关的规定${provisionId}。`.repeat(100);
        return { provisionId, law: '示例劳动法', article: '第一条', text };
      }),
  };
  return { deps, asked };
}
