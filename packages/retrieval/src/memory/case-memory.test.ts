import { describe, expect, it } from 'vitest';
import { smallCases } from '../testing/index.ts';
import type { CaseRecord } from '../types.ts';
import { caseText, createCaseMemory } from './case-memory.ts';

/** Vectors that say how long the text is; notes what it was asked for. */
function countingEmbeddings() {
  const embedded: string[] = [];
  const vectorOf = (text: string) => {
    embedded.push(text);
    return [text.length, 1];
  };
  return {
    embedded,
    embedQuery: async (text: string) => vectorOf(text),
    embedDocuments: async (texts: string[]) => texts.map(vectorOf),
  };
}
const record: CaseRecord = { caseId: 'a', title: '', question: '问', answer: '', citations: [], provisionIds: [] };

describe('the memory of cases', () => {
  it('embeds what it does not know, and that once, as vectors of length 1', async () => {
    const embeddings = countingEmbeddings();
    const known = new Map([['旧问题', Float32Array.of(0, 1)]]);
    const records = ['旧问题', '新问题', '新问题'].map((question, i) => ({ ...record, caseId: `c${i}`, question }));
    const memory = await createCaseMemory(embeddings, records, { known });
    expect(embeddings.embedded).toEqual(['新问题']);
    expect(memory.get('c0')?.vector).toEqual(Float32Array.of(0, 1));
    expect(Math.hypot(...(memory.get('c2')?.vector ?? []))).toBeCloseTo(1, 6);
  });

  it('says what came and what went, a replaced case as both', async () => {
    const changes: (string | undefined)[][] = [];
    const memory = await createCaseMemory(countingEmbeddings(), smallCases, {
      onChange: ({ gone, come }) => changes.push([gone?.record.question, come?.record.question]),
    });
    expect(changes).toEqual([]);
    await memory.put(record);
    await memory.put({ ...record, question: '再问' });
    expect(memory.remove('a')).toBe(true);
    expect(memory.remove('a')).toBe(false);
    expect(changes).toEqual([
      [undefined, '问'],
      ['问', '再问'],
      ['再问', undefined],
    ]);
    expect(memory.size).toBe(smallCases.length);
  });

  it('compares by the question, under its title where that says more', () => {
    expect(caseText({ ...record, title: '欠薪', question: '老板不给钱' })).toBe('欠薪\n老板不给钱');
    expect(caseText({ ...record, title: '不给钱', question: '老板不给钱' })).toBe('老板不给钱');
    expect(caseText({ ...record, question: '老板不给钱' })).toBe('老板不给钱');
  });
});
