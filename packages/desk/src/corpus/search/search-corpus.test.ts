import { answeredCases, type OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAnsweredCase } from '../cases/add-answered-case.ts';
import { withdrawAnsweredCase } from '../cases/withdraw-answered-case.ts';
import { corpusStatus } from '../corpus-status.ts';
import { createCorpusIndex } from '../index/create-corpus-index.ts';
import { ingestFiles } from '../ingest/ingest-files.ts';
import { asFile, fixedNow, lawFile, makeFolder, pairEmbeddings, readUtf8 } from '../testing/corpus-fixture.ts';
import { searchCorpus } from './search-corpus.ts';

describe.each(testEngines)('on %s', (engine) => {
  let opened: OpenDatabase;
  let folder: string;
  let remove: () => Promise<unknown>;
  let logged: string[];
  beforeEach(async () => {
    opened = await openTestDatabase(engine);
    ({ folder, remove } = await makeFolder({}));
    logged = [];
  });
  afterEach(async () => {
    await opened.close();
    await remove();
  });

  const openIndex = (modelId = 'pairs') =>
    createCorpusIndex({
      db: opened.db,
      folder,
      embeddings: pairEmbeddings,
      modelId,
      vectorSearch: 'exact',
      now: fixedNow,
      log: (message) => logged.push(message),
    });
  const ingest = (name: string, year: number, text: string) => {
    const dates = { promulgated: `${year}-01-01`, effective: `${year}-06-01` };
    const bytes = lawFile({
      title: '中华人民共和国工资法',
      ...dates,
      articles: { 第一条: text, 第二条: '其他事项。' },
    });
    return ingestFiles(
      { db: opened.db, readDocument: readUtf8, now: fixedNow },
      { files: [asFile(name, bytes)], kind: 'laws' },
    );
  };
  const record = {
    title: '老板拖欠工资',
    question: '老板三个月没有发工资，我该怎么办？',
    answer: '可以向劳动行政部门投诉。',
    area: 'labour',
    citations: ['《中华人民共和国工资法》第一条'],
    matterId: 'm1',
  };
  const noAudit = async () => {};

  describe('searchCorpus', () => {
    it('refuses while there is no index', async () => {
      const deps = { db: opened.db, corpusIndex: openIndex(), now: fixedNow };
      await expect(searchCorpus(deps, { question: '工资' })).rejects.toMatchObject({ code: 'unavailable' });
    });

    it('finds the text that was in force on the day, today unless a day is named', async () => {
      await ingest('旧.md', 2010, '用人单位应当按月支付工资，旧。');
      await ingest('新.md', 2020, '用人单位应当按月支付工资，新。');
      const corpusIndex = openIndex();
      await corpusIndex.ensureFresh();
      const deps = { db: opened.db, corpusIndex, now: fixedNow };
      const texts = async (asOf?: string) =>
        (await searchCorpus(deps, { question: '拖欠工资', k: 1, asOf })).hits.map(({ text }) => text);
      expect(await texts()).toEqual(['用人单位应当按月支付工资，新。']);
      expect(await texts('2015-01-01')).toEqual(['用人单位应当按月支付工资，旧。']);
      const { hits, asOf } = await searchCorpus(deps, { question: '拖欠工资', k: 1 });
      expect(asOf).toBe('2026-03-01');
      expect(hits[0]).toMatchObject({
        citation: '《中华人民共和国工资法》第一条',
        effectiveFrom: '2020-06-01',
        effectiveTo: null,
      });
    });
  });

  describe('the corpus index', () => {
    it('is loaded at the next start, and built anew when laws or model have changed', async () => {
      await ingest('甲.md', 2020, '按月支付工资。');
      await openIndex().ensureFresh();
      logged = [];
      await openIndex().ensureFresh();
      expect(logged).toEqual([]);
      await openIndex('another').ensureFresh();
      expect(logged).toEqual([expect.stringContaining('model')]);
      await ingest('乙.md', 2022, '按周支付工资。');
      const index = openIndex('another');
      expect((await index.ensureFresh()).size).toBe(4);
      expect(logged.at(-1)).toContain('corpus');
      expect(await corpusStatus({ db: opened.db, corpusIndex: index })).toMatchObject({
        corpusVersion: '2',
        laws: 1,
        versions: 2,
        provisions: 4,
        index: { ready: true, modelId: 'another', vectorSearch: 'exact', corpusVersion: '2' },
      });
    });

    it('finds a published case at once and after a restart, and a withdrawn one no more', async () => {
      await ingest('甲.md', 2020, '按月支付工资。');
      const corpusIndex = openIndex();
      await corpusIndex.ensureFresh();
      const deps = { db: opened.db, corpusIndex, now: fixedNow, newId: () => 'case-1' };
      const found = async (index = corpusIndex) =>
        (await searchCorpus({ ...deps, corpusIndex: index }, { question: '老板不发工资怎么办' })).cases.map(
          ({ caseId }) => caseId,
        );
      expect(await found()).toEqual([]);
      expect(await addAnsweredCase(deps, record, noAudit)).toEqual({ caseId: 'case-1' });
      expect(await found()).toEqual(['case-1']);
      logged = [];
      const restarted = openIndex();
      await restarted.ensureFresh();
      expect(await found(restarted)).toEqual(['case-1']);
      expect(logged).toEqual([]);
      await withdrawAnsweredCase(deps, { caseId: 'case-1' }, noAudit);
      expect(await found()).toEqual([]);
      // Another process of the desk, which was not told, looks before it answers.
      expect(await found(restarted)).toEqual([]);
    });

    it('stores no case whose audit entry fails, and refuses the same case twice', async () => {
      const corpusIndex = openIndex();
      await corpusIndex.ensureFresh();
      const deps = { db: opened.db, corpusIndex, now: fixedNow, newId: () => 'case-1' };
      const fail = async () => {
        throw new Error('no audit');
      };
      await expect(addAnsweredCase(deps, record, fail)).rejects.toThrow('no audit');
      await addAnsweredCase(deps, record, noAudit);
      await expect(addAnsweredCase(deps, record, noAudit)).rejects.toMatchObject({ code: 'conflict' });
      const another = addAnsweredCase({ ...deps, newId: () => 'case-2' }, { ...record, title: '另一题' }, noAudit);
      await expect(another).rejects.toMatchObject({ code: 'conflict' });
      await expect(withdrawAnsweredCase(deps, { caseId: 'none' }, noAudit)).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    it('lets a case that is held be withdrawn, and no second one of its matter be published beside it', async () => {
      const corpusIndex = openIndex();
      const deps = { db: opened.db, corpusIndex, now: fixedNow, newId: () => 'case-1' };
      await addAnsweredCase(deps, record, noAudit);
      await opened.db.update(answeredCases).set({ status: 'held' });
      for (const title of [record.title, '另一题']) {
        const again = addAnsweredCase({ ...deps, newId: () => 'case-2' }, { ...record, title }, noAudit);
        await expect(again).rejects.toMatchObject({ code: 'conflict' });
      }
      await withdrawAnsweredCase(deps, { caseId: 'case-1' }, noAudit);
      expect(await opened.db.select().from(answeredCases)).toMatchObject([{ status: 'withdrawn' }]);
    });
  });
});
