import type { SearchHit } from '@lutai/contracts';
import type { OpenDatabase } from '@lutai/db';
import { openTestDatabase } from '@lutai/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusAge } from './corpus-age.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import { compareLaw } from './laws/compare-law.ts';
import { createLawHistory } from './laws/law-history.ts';
import { listLaws } from './laws/list-laws.ts';
import { flagHits } from './search/flag-hits.ts';
import { asFile, lawFile, readUtf8 } from './testing/corpus-fixture.ts';

const now = () => new Date('2026-11-23T02:00:00Z');
const penalties = '中华人民共和国治安管理处罚法';
const trade = '中华人民共和国示例经营法';
const loans = '借款人应当按照约定的期限返还借款，没有约定的，贷款人可以催告返还。';

let opened: OpenDatabase;
const idOf = async (title: string) => {
  const { laws } = await listLaws({ db: opened.db, now }, { page: 1, q: title });
  return laws[0]?.id ?? '';
};

beforeAll(async () => {
  opened = await openTestDatabase();
  const files = [
    lawFile({ title: penalties, promulgated: '2012-10-26', effective: '2013-01-01', articles: { 第一条: '条文。' } }),
    lawFile({
      title: trade,
      promulgated: '2018-01-01',
      effective: '2018-07-01',
      articles: { 第一条: loans, 第二条: '甲。' },
    }),
    lawFile({
      ...{ title: trade, promulgated: '2023-01-01', effective: '2023-07-01' },
      articles: { 第一条: '经营者不得作虚假宣传。', 第二条: loans.replace('催告', '书面催告') },
    }),
  ].map((text, index) => asFile(`${index}.md`, text));
  await ingestFiles({ db: opened.db, readDocument: readUtf8, now }, { files, kind: 'laws' });
});
afterAll(() => opened.close());

describe('the age of the corpus', () => {
  it('lists the laws whose later text is known and missing', async () => {
    expect(await corpusAge({ db: opened.db, now })).toMatchObject({
      currentThrough: '2025-04-05',
      newestMadeOn: '2023-01-01',
      outdated: [{ title: penalties, heldMadeOn: '2012-10-26', effectiveFrom: '2026-01-01', inForce: true }],
    });
  });

  it('is flagged on what a search finds, as of the day', async () => {
    const hit = async (law: string) => ({ lawId: await idOf(law), law, provisionId: law }) as SearchHit;
    const hits = [await hit(penalties), await hit(trade)];
    const flags = async (asOf: string) => (await flagHits(opened.db, hits, asOf)).map((each) => each.laterRevision);
    expect(await flags('2026-11-23')).toEqual([expect.stringContaining('已自2026年1月1日起施行'), undefined]);
    expect(await flags('2024-01-01')).toEqual([undefined, undefined]);
  });
});

it('compares two texts of a law as they are stored', async () => {
  const lawId = await idOf(trade);
  const held = (await createLawHistory({ db: opened.db }).versions([lawId])).get(lawId);
  const [from = '', to = ''] = held?.versions.map(({ versionId }) => versionId) ?? [];
  const { same, changes, ...compared } = await compareLaw({ db: opened.db }, { lawId, from, to });
  expect(compared).toMatchObject({ from: { effectiveFrom: '2018-07-01' }, to: { effectiveFrom: '2023-07-01' } });
  expect(same).toBe(0);
  expect(changes.map(({ kind, before, after }) => [kind, before?.article, after?.article])).toEqual([
    ['added', undefined, '第一条'],
    ['changed', '第一条', '第二条'],
    ['removed', '第二条', undefined],
  ]);
  await expect(compareLaw({ db: opened.db }, { lawId, from, to: 'none' })).rejects.toMatchObject({ code: 'not-found' });
});
