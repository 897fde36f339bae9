import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedder } from '@lutai/embedder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSearchIndex } from './build-search-index.ts';
import { IndexMismatch } from './index-mismatch.ts';
import { loadSearchIndex } from './load-search-index.ts';
import { smallCases, smallCorpus } from './testing/index.ts';
import type { BuildSearchIndexInput, IndexProgress, SearchIndex, VectorSearchKind } from './types.ts';
import { loadHnswLibrary } from './vectors/hnsw-store.ts';

const embeddings = createEmbedder();
const key = { corpusVersion: 'small-1', modelId: embeddings.modelId };
const today = '2025-01-01';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-index-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const build = (changes: Partial<BuildSearchIndexInput> = {}) =>
  buildSearchIndex({ ...key, provisions: smallCorpus, cases: smallCases, embeddings, folder, ...changes });

async function find(index: SearchIndex, question: string, asOf: string | null = today, k = 3) {
  const { hits } = await index.search({ question, k, asOf });
  return hits.map(({ provisionId }) => provisionId);
}

/** Where the native library could not be built, exact search is what there is; the suite says so by its name. */
const native = (await loadHnswLibrary()) !== null;
const kinds: VectorSearchKind[] = native ? ['hnsw', 'exact'] : ['exact'];
if (!native) console.warn('hnswlib-node is not there: only exact search is tested');

describe.each(kinds)('a search index by %s', (vectorSearch) => {
  it('says how it searches, and finds the provision for a plain question', async () => {
    const index = await build({ vectorSearch });
    expect(index.vectorSearch).toBe(vectorSearch);
    expect(index.size).toBe(smallCorpus.length);
    expect((await find(index, '老板拖欠我三个月工资不给怎么办'))[0]).toBe('labour:2020-07-01:第二条');
    expect((await find(index, '离婚以后孩子的抚养费谁出'))[0]).toBe('marriage:2021-01-01:第十一条');
  });

  it('shows the version of the day asked about, and no other version of that law', async () => {
    const index = await build({ vectorSearch });
    const then = await find(index, '拖欠工资', '2015-03-01', 20);
    expect(then[0]).toBe('labour:2008-01-01:第二条');
    expect(then.filter((id) => id.startsWith('labour:2020'))).toEqual([]);
    const now = await find(index, '拖欠工资', '2020-07-01', 20);
    expect(now.filter((id) => id.startsWith('labour:2008'))).toEqual([]);
    const future = await find(index, '喝酒开车', today, 20);
    expect(future.filter((id) => id.startsWith('traffic:2100'))).toEqual([]);
    expect((await find(index, '拖欠工资', null, 20)).filter((id) => id.endsWith('第二条'))).toHaveLength(2);
  });

  it('gives at most k hits, the best first, and the same ones every time', async () => {
    const index = await build({ vectorSearch });
    const search = () => index.search({ question: '借条没写利息', k: 4, asOf: today });
    const first = await search();
    expect(first.hits).toHaveLength(4);
    const scores = first.hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(await search()).toEqual(first);
  });

  it('is a vector store to LangChain', async () => {
    const { vectorStore } = await build({ vectorSearch });
    const [found] = await vectorStore.similaritySearch('饮酒后驾驶机动车', 1);
    expect(found?.pageContent).toContain('饮酒后驾驶机动车');
    expect(found?.metadata).toMatchObject({ law: '示例道路交通安全法', article: '第九十一条' });
    const [filtered] = await vectorStore
      .asRetriever({
        k: 1,
        filter: (document: { metadata: { lawId?: string } }) => document.metadata.lawId === 'lending',
      })
      .invoke('饮酒后驾驶机动车');
    expect(filtered?.metadata.lawId).toBe('lending');
  });

  it('answers an empty question and a question of nothing but noise', async () => {
    const index = await build({ vectorSearch });
    expect((await index.search({ question: '', k: 5, asOf: today })).nearest).toBe(0);
    expect((await index.search({ question: '？？！！ 🙂', k: 5, asOf: today })).nearest).toBe(0);
  });

  it('finds the same after it was saved and opened again', async () => {
    const built = await build({ vectorSearch });
    const loaded = await loadSearchIndex({ ...key, folder, embeddings });
    expect(loaded.vectorSearch).toBe(vectorSearch);
    for (const question of ['拖欠工资', '喝了酒开车', '借钱没写利息']) {
      const input = { question, k: 10, asOf: today, caseCount: 2 };
      expect(await loaded.search(input)).toEqual(await built.search(input));
    }
  });

  it('holds an empty corpus', async () => {
    const index = await build({ vectorSearch, provisions: [], cases: [] });
    expect(await index.search({ question: '工资', k: 5, asOf: today })).toEqual({ hits: [], cases: [], nearest: 0 });
    await loadSearchIndex({ ...key, folder, embeddings });
  });

  it('takes its first law after it held an empty corpus', async () => {
    await build({ vectorSearch, provisions: [], cases: [] });
    const index = await build({ vectorSearch, corpusVersion: 'small-2' });
    expect(index.size).toBe(smallCorpus.length);
  });
});

describe('answered cases', () => {
  const question = '开车前喝过一点酒，碰上查车的了';

  it('are found by the nearness of their question', async () => {
    const index = await build();
    const { cases } = await index.search({ question, k: 1, asOf: today, caseCount: 1 });
    expect(cases.map(({ caseId }) => caseId)).toEqual(['case-drink']);
  });

  it('lift the provisions they rest on at once, and no longer once withdrawn', async () => {
    const index = await build({ cases: [] });
    const lifted = 'traffic:2004-05-01:第七十六条';
    const asked = '亲戚说那笔钱早就还给我了，其实是另一回事';
    const rank = async () => (await find(index, asked, today, 20)).indexOf(lifted);
    const score = async () => {
      const { hits } = await index.search({ question: asked, k: 20, asOf: today });
      return hits.find(({ provisionId }) => provisionId === lifted)?.score ?? 0;
    };
    const before = await score();
    expect(await rank()).not.toBe(0);
    await index.addCase({
      caseId: 'case-new',
      title: '',
      question: '亲戚说那笔钱早就还给我了，可是其实是另一回事',
      answer: '请他拿出证据。',
      citations: [],
      provisionIds: [lifted, 'not-in-the-corpus'],
    });
    expect(await rank()).toBe(0);
    expect(await score()).toBeGreaterThan(before + 1);
    expect(await index.removeCase('case-new')).toBe(true);
    expect(await index.removeCase('case-new')).toBe(false);
    expect(await score()).toBeCloseTo(before);
  });

  it('do not bring back a provision that was not in force', async () => {
    const index = await build();
    await index.addCase({
      ...(smallCases[0] ?? { title: '' }),
      caseId: 'old',
      question,
      answer: '',
      citations: [],
      provisionIds: ['traffic:2100-01-01:第九十一条'],
    });
    expect(await find(index, question, today, 20)).not.toContain('traffic:2100-01-01:第九十一条');
  });

  it('are there after the next start, unless the caller brings a newer list', async () => {
    const index = await build();
    await index.removeCase('case-interest');
    expect((await loadSearchIndex({ ...key, folder, embeddings })).caseCount).toBe(1);
    expect((await loadSearchIndex({ ...key, folder, embeddings, cases: smallCases })).caseCount).toBe(2);
  });
});

describe('a saved index', () => {
  const reasonOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'opened',
      (error: unknown) => (error instanceof IndexMismatch ? error.reason : String(error)),
    );

  it('is refused when it is of another corpus or model, or is not there', async () => {
    expect(await reasonOf(loadSearchIndex({ ...key, folder, embeddings }))).toBe('missing');
    await build();
    expect(await reasonOf(loadSearchIndex({ ...key, corpusVersion: 'small-2', folder, embeddings }))).toBe('corpus');
    expect(await reasonOf(loadSearchIndex({ ...key, modelId: 'other', folder, embeddings }))).toBe('model');
  });

  it('is refused when a file is cut short, missing or of another format', async () => {
    await build();
    const [generation = ''] = (await readdir(folder)).filter((name) => name.startsWith('index-'));
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
    await truncate(join(folder, generation, 'lexical.bin'), 10);
    expect(await reasonOf(loadSearchIndex({ ...key, folder, embeddings }))).toBe('damaged');
    await writeFile(join(folder, 'manifest.json'), manifest.replace(/"format": \d+/u, '"format": 0'));
    expect(await reasonOf(loadSearchIndex({ ...key, folder, embeddings }))).toBe('format');
    await writeFile(join(folder, 'manifest.json'), manifest.slice(0, 20));
    expect(await reasonOf(loadSearchIndex({ ...key, folder, embeddings }))).toBe('damaged');
  });

  it('stays as it was when the next build is stopped, and leaves nothing of that behind', async () => {
    await build();
    const before = await readdir(folder);
    const stop = new AbortController();
    const stopped = build({
      corpusVersion: 'small-2',
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'lexical') stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await readdir(folder)).toEqual(before);
    expect((await loadSearchIndex({ ...key, folder, embeddings })).size).toBe(smallCorpus.length);
  });

  it('gives the next build the vectors of provisions that did not change', async () => {
    await build();
    const embedded: string[] = [];
    const counting = Object.assign(Object.create(embeddings) as typeof embeddings, {
      embedDocuments: (texts: string[]) => {
        embedded.push(...texts);
        return embeddings.embedDocuments(texts);
      },
    });
    const [first, ...others] = smallCorpus;
    if (!first) throw new Error('the small corpus is empty');
    const changed = { ...first, text: '本条已经改写。' };
    const index = await build({
      corpusVersion: 'small-2',
      provisions: [...others, changed],
      cases: [],
      embeddings: counting,
    });
    expect(embedded.filter((text) => text.includes('本条已经改写'))).toHaveLength(1);
    expect(embedded).toHaveLength(1);
    expect((await find(index, '离婚以后孩子的抚养费谁出'))[0]).toBe('marriage:2021-01-01:第十一条');
    expect((await readdir(folder)).filter((name) => name.startsWith('index-'))).toHaveLength(1);
  });

  it('reports every stage to its end', async () => {
    const seen: IndexProgress[] = [];
    await build({ onProgress: (progress) => seen.push(progress) });
    const ended = seen.filter(({ done, total }) => done === total).map(({ stage }) => stage);
    expect([...new Set(ended)]).toEqual(['embed', 'lexical', ...(native ? ['vectors'] : []), 'save']);
  });
});

it('a search that was called off rejects with the reason', async () => {
  const index = await build({ folder: null });
  const search = index.search({ question: '工资', k: 1, asOf: null, signal: AbortSignal.abort(new Error('gone')) });
  await expect(search).rejects.toThrow('gone');
});
