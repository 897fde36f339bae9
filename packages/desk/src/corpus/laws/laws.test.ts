import type { OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestFiles } from '../ingest/ingest-files.ts';
import { asFile, fixedNow, lawFile, readUtf8 } from '../testing/corpus-fixture.ts';
import { checkText } from './check-text.ts';
import { getLaw } from './get-law.ts';
import { getProvision } from './get-provision.ts';
import { createLawDirectory } from './law-directory.ts';
import { listLaws } from './list-laws.ts';
import { resolveCitation } from './resolve-citation.ts';

describe.each(testEngines)('on %s', (engine) => {
  let opened: OpenDatabase;
  const deps = () => ({ db: opened.db, now: fixedNow, lawDirectory: createLawDirectory({ db: opened.db }) });
  const ingest = (name: string, text: string) =>
    ingestFiles(
      { db: opened.db, readDocument: readUtf8, now: fixedNow },
      { files: [asFile(name, text)], kind: 'laws' },
    );

  const code = { title: '中华人民共和国民法典', promulgated: '2020-05-28', effective: '2021-01-01' };
  const company = (year: number) =>
    lawFile({
      title: '中华人民共和国示例经营法',
      promulgated: `${year}-01-01`,
      effective: `${year}-07-01`,
      articles: { 第一条: `${year}年第一条。`, 第二条: `${year}年第二条。` },
    });

  beforeAll(async () => {
    opened = await openTestDatabase(engine);
    await ingest('示例经营法(2018).md', company(2018));
    await ingest('示例经营法(2023).md', company(2023));
    await ingest('侵权.md', lawFile({ ...code, part: '侵权责任编', articles: { 第一千一百六十五条: '过错责任。' } }));
    await ingest(
      '合同.md',
      lawFile({ ...code, part: '合同编', articles: { 第五百七十七条: '违约责任。', 第五百七十八条: '预期违约。' } }),
    );
  });
  afterAll(() => opened.close());

  describe('checkText', () => {
    const check = async (text: string, asOf?: string) => (await checkText(deps(), { text, asOf })).citations;

    it('gives every citation its state and its provision', async () => {
      const text = '依据《民法典》第五百七十七条、第五百七十九条和《中华人民共和国示例经营法》第二条。';
      expect(await check(text)).toMatchObject([
        { state: 'ok', resolved: { citation: '《中华人民共和国民法典》第五百七十七条', text: '违约责任。' } },
        { state: 'not-found', resolved: null },
        { state: 'ok', resolved: { text: '2023年第二条。', effectiveFrom: '2023-07-01' } },
      ]);
    });

    it('looks at the law of the day', async () => {
      const [citation] = await check('《示例经营法》第一条', '2020-01-01');
      expect(citation).toMatchObject({ state: 'ok', resolved: { text: '2018年第一条。', effectiveTo: '2023-07-01' } });
    });

    it('misses none of many, and counts what it could not check', async () => {
      const text = '《民法典》第五百七十七条；《民法典》第五百七十八条；《示例经营法》第一条；'.repeat(200);
      const citations = await check(text);
      expect(citations).toHaveLength(600);
      expect(citations.every(({ state }) => state === 'ok')).toBe(true);
      expect((await checkText(deps(), { text: '见（2020）京01民终1号判决书。' })).unchecked).toBe(1);
    });

    it('sees a law that was ingested after the last check', async () => {
      const held = deps();
      const text = '《中华人民共和国新法》第一条';
      expect((await checkText(held, { text })).citations[0]?.state).not.toBe('ok');
      await ingest(
        '新法.md',
        lawFile({
          title: '中华人民共和国新法',
          promulgated: '2025-01-01',
          effective: '2025-02-01',
          articles: { 第一条: '甲。' },
        }),
      );
      expect((await checkText(held, { text })).citations[0]?.state).toBe('ok');
    });
  });

  describe('resolveCitation', () => {
    it('names the provision, or nothing where the words are no citation', async () => {
      const found = await resolveCitation(deps(), { citation: '《民法典》第577条' });
      expect(found?.resolved?.text).toBe('违约责任。');
      expect(await resolveCitation(deps(), { citation: '你好' })).toBeNull();
    });
  });

  describe('browsing', () => {
    it('lists laws by part of a title, by level and by page', async () => {
      const titles = async (input: Parameters<typeof listLaws>[1]) =>
        (await listLaws(deps(), input)).laws.map(({ title }) => title);
      expect(await titles({ q: '民法典' })).toEqual(['中华人民共和国民法典']);
      expect(await titles({ q: '《示例经营法》' })).toEqual(['中华人民共和国示例经营法']);
      expect(await titles({ q: '100%_' })).toEqual([]);
      expect(await titles({ level: 'interpretation' })).toEqual([]);
      const paged = await listLaws(deps(), { page: 2, pageSize: 1 });
      expect([paged.laws.length, paged.total >= 2]).toEqual([1, true]);
      const [summary] = (await listLaws(deps(), { q: '示例经营法' })).laws;
      expect(summary).toMatchObject({ versions: 2, provisions: 2, effectiveFrom: '2023-07-01', effectiveTo: null });
    });

    it('opens the version in force, or the one asked for, with the parts in the order of their articles', async () => {
      const [law] = (await listLaws(deps(), { q: '民法典' })).laws;
      const opened = await getLaw(deps(), { lawId: law?.id ?? '' });
      expect(opened.provisions.map(({ article }) => article)).toEqual([
        '第五百七十七条',
        '第五百七十八条',
        '第一千一百六十五条',
      ]);
      const [company] = (await listLaws(deps(), { q: '示例经营法' })).laws;
      const { versions, version } = await getLaw(deps(), { lawId: company?.id ?? '' });
      expect(version.effectiveFrom).toBe('2023-07-01');
      const old = await getLaw(deps(), { lawId: company?.id ?? '', versionId: versions[0]?.id });
      expect(old.provisions[0]?.text).toBe('2018年第一条。');
    });

    it('opens one provision with its law and version', async () => {
      const [law] = (await listLaws(deps(), { q: '民法典' })).laws;
      const [first] = (await getLaw(deps(), { lawId: law?.id ?? '' })).provisions;
      expect(await getProvision(deps(), { provisionId: first?.id ?? '' })).toMatchObject({
        citation: '《中华人民共和国民法典》第五百七十七条',
        provision: { text: '违约责任。', path: ['合同编'] },
        version: { effectiveFrom: '2021-01-01', provisions: 3 },
      });
    });

    it('says what it does not have', async () => {
      const missing = { code: 'not-found' };
      await expect(getLaw(deps(), { lawId: 'none' })).rejects.toMatchObject(missing);
      await expect(getProvision(deps(), { provisionId: 'none' })).rejects.toMatchObject(missing);
      const [law] = (await listLaws(deps(), { q: '民法典' })).laws;
      await expect(getLaw(deps(), { lawId: law?.id ?? '', versionId: 'none' })).rejects.toMatchObject(missing);
    });
  });
});
