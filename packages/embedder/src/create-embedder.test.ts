import { Embeddings } from '@langchain/core/embeddings';
import { describe, expect, it } from 'vitest';
import { createEmbedder } from './create-embedder.ts';

const embedder = createEmbedder();
const cosine = (a: string, b: string) => {
  const [x, y] = [embedder.embed(a), embedder.embed(b)];
  return x.reduce((sum, value, d) => sum + value * (y[d] ?? 0), 0);
};

describe('the embedded model', () => {
  it("is one of LangChain's embeddings, with vectors of length 1", async () => {
    expect(embedder).toBeInstanceOf(Embeddings);
    const vector = await embedder.embedQuery('老板不发工资怎么办');
    expect(vector).toHaveLength(embedder.dimensions);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(await embedder.embedDocuments(['老板不发工资怎么办', '离婚'])).toEqual([
      vector,
      Array.from(embedder.embed('离婚')),
    ]);
  });

  it('is all zeros for a text of which it knows nothing', () => {
    for (const text of ['', '？！', '🙂🙂', 'qqqqzzzzxxxx']) {
      expect(embedder.embed(text).every((value) => value === 0)).toBe(true);
    }
  });

  it('says which weights it has, and the same each time', () => {
    expect(embedder.modelId).toMatch(/^lutai-embedder-[0-9a-f]{12}$/);
    expect(createEmbedder().modelId).toBe(embedder.modelId);
  });

  // The questions share hardly a word with the statute-like words beside them.
  it.each([
    ['老板欠我三个月薪水一直不给', '用人单位应当按时足额支付劳动报酬', '承租人应当妥善保管租赁物'],
    ['两口子过不下去想分开，娃归谁', '离婚后子女由一方直接抚养', '用人单位应当按时足额支付劳动报酬'],
    ['房东不退押金', '出租人应当返还承租人的保证金', '饮酒后驾驶机动车的处以罚款'],
    ['喝了点啤酒开车被交警抓了', '饮酒后驾驶机动车的处以罚款', '夫妻共同债务由双方共同偿还'],
  ])('puts 「%s」 nearer to the words of the law on it than to others', (question, own, other) => {
    expect(cosine(question, own)).toBeGreaterThan(cosine(question, other) + 0.1);
  });
});
