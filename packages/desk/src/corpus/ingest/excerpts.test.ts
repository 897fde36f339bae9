import type { OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  asFile,
  contents,
  fixedNow,
  type LawSketch,
  lawFile,
  makeFolder,
  readUtf8,
} from '../testing/corpus-fixture.ts';
import { ingestFiles } from './ingest-files.ts';
import { loadStarterCorpus } from './load-starter-corpus.ts';

describe.each(testEngines)('on %s', (engine) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await openTestDatabase(engine);
  });
  afterEach(() => opened.close());

  const deps = () => ({ db: opened.db, readDocument: readUtf8, now: fixedNow });
  const ingest = (name: string, sketch: LawSketch) =>
    ingestFiles(deps(), { files: [asFile(name, lawFile(sketch))], kind: 'laws' });
  const numerals = ['一', '二', '三', '四', '五'];
  const pick = (...places: number[]) =>
    Object.fromEntries(places.map((place) => [`第${numerals[place - 1]}条`, `第${place}条的文字。`]));

  const full: LawSketch = {
    title: '中华人民共和国合同通则法',
    promulgated: '2020-05-28',
    effective: '2021-01-01',
    articles: pick(1, 2, 3, 4, 5),
  };
  const excerpt: LawSketch = { ...full, excerpt: true, articles: pick(2, 4) };
  const held = async () => {
    const { provisions, sources } = await contents(opened.db);
    const owner = new Map(sources.map(({ id, file }) => [id, file]));
    return Object.fromEntries(
      provisions
        .map(({ article, sourceId }) => [article, owner.get(sourceId)])
        .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    );
  };
  const ids = async () => new Map((await contents(opened.db)).provisions.map(({ article, id }) => [article, id]));
  const whole = Object.fromEntries(
    Object.keys(full.articles)
      .sort()
      .map((article) => [article, '全文.md']),
  );

  describe('an excerpt of a law', () => {
    it('gives way to the full text, and its articles keep their ids', async () => {
      await ingest('摘录.md', excerpt);
      const before = await ids();
      await ingest('全文.md', full);
      expect(await held()).toEqual(whole);
      for (const [article, id] of before) expect((await ids()).get(article)).toBe(id);
    });

    it('takes nothing from the full text, neither when it comes again nor when it comes changed or later', async () => {
      await ingest('摘录.md', excerpt);
      await ingest('全文.md', full);
      expect(await ingest('摘录.md', excerpt)).toMatchObject({ unchanged: 1 });
      await ingest('摘录.md', { ...excerpt, articles: { ...pick(1), 第九条: '全文里没有。' } });
      await ingest('另一摘录.md', { ...excerpt, articles: pick(3) });
      expect(await held()).toEqual(whole);
    });

    it('drops an article that the full text does not have', async () => {
      await ingest('摘录.md', { ...excerpt, articles: { ...pick(2), 第九条: '全文里没有。' } });
      await ingest('全文.md', full);
      expect(await held()).toEqual(whole);
    });

    it('stays for the parts whose full text has not come yet', async () => {
      await ingest('摘录.md', excerpt);
      await ingest('总则.md', { ...full, part: '总则', articles: pick(1, 2) });
      expect(await held()).toEqual({ 第一条: '总则.md', 第二条: '总则.md', 第四条: '摘录.md' });
      await ingest('分则.md', { ...full, part: '分则', articles: pick(3, 4, 5) });
      expect(await held()).toEqual({
        第一条: '总则.md',
        第二条: '总则.md',
        第三条: '分则.md',
        第四条: '分则.md',
        第五条: '分则.md',
      });
    });

    it('adds to another excerpt what that one lacks, and names words that differ', async () => {
      await ingest('摘录.md', excerpt);
      const report = await ingest('另一摘录.md', { ...excerpt, articles: { ...pick(1), 第二条: '别的文字。' } });
      expect(await held()).toEqual({ 第一条: '另一摘录.md', 第二条: '摘录.md', 第四条: '摘录.md' });
      expect(report.warnings).toEqual([{ file: '另一摘录.md', message: expect.stringContaining('第二条') }]);
    });

    it('belongs to the version that takes effect on its day, whichever of its days it names', async () => {
      await ingest('摘录.md', { ...excerpt, promulgated: '2020-06-01' });
      await ingest('全文.md', full);
      expect((await contents(opened.db)).versions).toMatchObject([
        { promulgatedOn: '2020-05-28', effectiveFrom: '2021-01-01' },
      ]);
      expect(await held()).toEqual(whole);
    });
  });

  describe('loadStarterCorpus', () => {
    it('fills an empty corpus, and at the next start finds everything there', async () => {
      const answer = '---\ntitle: 违约怎么办\narea: contract\n---\n\n## 问题\n对方违约。\n\n## 回答\n可以请求赔偿。\n';
      const { folder, remove } = await makeFolder({
        'laws/合同.md': lawFile(excerpt),
        'cases/contract/违约.md': answer,
      });
      const first = await loadStarterCorpus(deps(), { folder });
      expect(first.laws).toMatchObject({ laws: 1, provisions: 2, unchanged: 0, warnings: [] });
      expect(first.cases).toMatchObject({ cases: 1, unchanged: 0 });
      const before = await contents(opened.db);
      expect(before.cases).toMatchObject([{ origin: 'starter', area: 'contract' }]);
      const second = await loadStarterCorpus(deps(), { folder });
      expect([second.laws?.unchanged, second.cases?.unchanged]).toEqual([1, 1]);
      expect(await contents(opened.db)).toEqual(before);
      await remove();
    });

    it('does nothing where the folder has neither laws nor cases', async () => {
      expect(await loadStarterCorpus(deps(), { folder: '/nowhere' })).toEqual({ laws: null, cases: null });
    });
  });
});
