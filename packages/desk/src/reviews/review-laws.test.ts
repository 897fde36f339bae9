import { answeredCases, auditLog, corpusState, lawReviews, type OpenDatabase } from '@lutai/db';
import { openTestDatabase, testEngines } from '@lutai/db/testing';
import { eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestFiles } from '../corpus/ingest/ingest-files.ts';
import { createLawDirectory } from '../corpus/laws/law-directory.ts';
import { asFile, lawFile, readUtf8 } from '../corpus/testing/corpus-fixture.ts';
import type { StandingText } from './find-affected.ts';
import { reviewLaws } from './review-laws.ts';

const version = (effective: string, articles: Record<string, string>) =>
  asFile(`${effective}.md`, lawFile({ title: '示例法', promulgated: effective, effective, articles }));

describe.each(testEngines)('reviewLaws on %s', (engine) => {
  let opened: OpenDatabase;
  let today = '2026-03-01';
  let synced = 0;
  const standing: StandingText[] = [
    { subjectType: 'guidance', subjectId: 'labour:1', title: '仲裁', citations: ['《示例法》第一条'] },
    { subjectType: 'evaluation', subjectId: 'q:1', title: '问题', citations: ['《示例法》第二条'] },
    { subjectType: 'evaluation', subjectId: 'q:2', title: '问题', citations: ['《别的法》第一条'] },
  ];
  beforeEach(async () => {
    today = '2026-03-01';
    synced = 0;
    opened = await openTestDatabase(engine);
    const files = [
      version('2020-01-01', { 第一条: '甲。', 第二条: '乙。' }),
      version('2026-07-01', { 第一条: '丙。', 第二条: '乙。' }),
    ];
    await ingest(...files);
    const shared = { title: '一例', question: '问', answer: '答', origin: 'matter', contentHash: 'h' };
    await opened.db.insert(answeredCases).values({ id: 'case', ...shared, citations: ['《示例法》第一条'] });
  });
  afterEach(() => opened.close());

  const now = () => new Date(`${today}T02:00:00Z`);
  async function ingest(...files: ReturnType<typeof version>[]) {
    const report = await ingestFiles({ db: opened.db, readDocument: readUtf8, now }, { files, kind: 'laws' });
    expect(report.skipped).toEqual([]);
  }
  const open = () => opened.db.select().from(lawReviews).where(isNull(lawReviews.decision));
  const decideAll = () => opened.db.update(lawReviews).set({ decision: 'stands' });
  let ids = 0;
  const follow = () =>
    reviewLaws({
      ...{ db: opened.db, now, newId: () => `review-${++ids}` },
      lawDirectory: createLawDirectory({ db: opened.db }),
      corpusIndex: {
        syncCases: async () => {
          synced += 1;
        },
      },
      readStanding: async () => standing,
    });

  it('lists what rests on a version when its last day has passed, once, and holds the cases', async () => {
    expect(await follow()).toBe(0);
    today = '2026-06-30';
    expect(await follow()).toBe(0);
    today = '2026-07-01';
    expect(await follow()).toBe(2);
    const rows = await opened.db.select().from(lawReviews);
    expect(
      rows.map(({ subjectType, subjectId, article, change }) => [subjectType, subjectId, article, change]),
    ).toEqual(
      expect.arrayContaining([
        ['case', 'case', '第一条', 'changed'],
        ['guidance', 'labour:1', '第一条', 'changed'],
      ]),
    );
    expect(rows[0]).toMatchObject({ changedOn: '2026-07-01', decision: null });
    expect((await opened.db.select().from(answeredCases))[0]?.status).toBe('held');
    expect(synced).toBe(1);
    const audited = await opened.db.select().from(auditLog).where(eq(auditLog.action, 'law.reviews-opened'));
    expect(audited).toMatchObject([{ details: { reviews: 2 } }]);
    today = '2026-07-05';
    expect(await follow()).toBe(0);
    expect((await opened.db.select().from(corpusState))[0]?.reviewedUntil).toBe('2026-07-05');
  });

  it('misses no day on which nobody looked', async () => {
    await follow();
    today = '2027-01-01';
    expect(await follow()).toBe(2);
  });

  it('finds what was read in and never followed up, as after a crash, also when days have passed', async () => {
    await follow();
    await ingest(version('2026-02-01', { 第一条: '丁。', 第二条: '乙。' }));
    expect(await follow()).toBe(2);
    today = '2026-07-02';
    await decideAll();
    await ingest(version('2026-07-02', { 第一条: '丙。', 第二条: '戊。' }));
    expect(await follow()).toBe(3);
    expect(await follow()).toBe(0);
  });

  it('lists again what was decided, when the same version changes once more', async () => {
    await follow();
    await ingest(version('2020-01-01', { 第一条: '改正。', 第二条: '乙。' }));
    expect(await follow()).toBe(2);
    expect(await open()).toMatchObject([{ changedOn: null }, { changedOn: null }]);
    await decideAll();
    today = '2026-07-01';
    expect(await follow()).toBe(2);
    expect(await open()).toMatchObject([{ changedOn: '2026-07-01' }, { changedOn: '2026-07-01' }]);
  });

  it('lists a further change of what a held case rests on', async () => {
    const citations = ['《示例法》第一条', '《示例法》第二条'];
    await opened.db.update(answeredCases).set({ citations });
    await follow();
    await ingest(version('2026-02-01', { 第一条: '丁。', 第二条: '乙。' }));
    await follow();
    await ingest(version('2026-02-02', { 第一条: '丁。', 第二条: '戊。' }));
    await follow();
    const ofCase = (await open()).filter(({ subjectType }) => subjectType === 'case');
    expect(ofCase.map(({ article }) => article).sort()).toEqual(['第一条', '第二条']);
  });
});
