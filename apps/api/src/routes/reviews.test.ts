import type { LawReview, MatterDetail } from '@lutai/contracts';
import { answeredCases } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

type Reviews = { reviews: LawReview[]; total: number };
const keeper = { id: 'test', name: '测试', role: 'admin', level: null } as const;

let test: TestApp;
let client: Caller;
let agent: Caller;
let manager: Caller;
beforeAll(async () => {
  test = await openTestApp();
  client = await test.client('one');
  agent = await test.staff('agent', 'senior');
  manager = await test.staff('knowledge-manager');
  await ingest(lawOf('2020-01-01', { 第一条: '租客提前退租的，应当支付一个月租金。', 第二条: '押金应当退还。' }));
});
afterAll(() => test.close());

const lawOf = (effective: string, articles: Record<string, string>) => `---
title: 示例租赁法
promulgated: ${effective}
effective: ${effective}
---

# 示例租赁法

<!-- INFO END -->

${Object.entries(articles)
  .map(([label, text]) => `${label} ${text}`)
  .join('\n\n')}
`;

async function ingest(text: string, name = `law-${text.length}.md`, kind: 'laws' | 'cases' = 'laws') {
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  const { skipped } = await test.desk.deps.verbs.ingest({ files, kind, actor: keeper });
  expect(skipped).toEqual([]);
}

/** An answer of this text, in review or sent. */
async function answerWith(text: string, send: boolean): Promise<string> {
  const asked = await client.post<{ matterId: string }>('/api/matters', { text: '公司拖欠工资怎么办？' });
  const { matterId } = asked.body;
  await test.settle();
  const { draft } = (await agent.post<MatterDetail>(`/api/matters/${matterId}/claim`)).body;
  const base = { baseRevisionId: draft?.revision?.id, text };
  const revised = await agent.post<{ id: string; contentHash: string }>(`/api/drafts/${draft?.id}/revisions`, base);
  if (send) {
    const { id: revisionId, contentHash } = revised.body;
    expect((await agent.post(`/api/drafts/${draft?.id}/approve`, { revisionId, contentHash })).status).toBe(200);
    await test.settle();
  }
  return matterId;
}

const open = async () => (await manager.get<Reviews>('/api/law-reviews')).body.reviews;
const caseTitle = '租房提前退租要付多少';
const caseFile = `---
title: ${caseTitle}
area: lease
citations:
  - 《示例租赁法》第一条
---

## 问题

租房提前退租，押金和租金怎么算？

## 回答

租客提前退租的，应当支付一个月租金（《示例租赁法》第一条）。
`;
async function caseStatus() {
  const { db } = test.desk.deps;
  const [found] = await db.select().from(answeredCases).where(eq(answeredCases.title, caseTitle));
  return found?.status;
}
async function isFound(): Promise<boolean> {
  const { verbs } = test.desk.deps;
  const { cases } = await verbs.ask({ question: '租房提前退租，押金和租金怎么算？', factsDate: null });
  return cases.some(({ title }) => title === caseTitle);
}

describe('an amendment', () => {
  it('reaches every draft, answer and case that rests on what changed; cases leave the search until decided', async () => {
    const text = '提前退租的，依据《示例租赁法》第一条处理。';
    const [inReview, sent] = [await answerWith(text, false), await answerWith(text, true)];
    await answerWith('押金依据《示例租赁法》第二条退还。', true);
    await ingest(caseFile, '提前退租.md', 'cases');
    expect(await isFound()).toBe(true);
    expect(await open()).toEqual([]);

    await ingest(lawOf('2026-01-01', { 第一条: '租客提前退租的，应当支付半个月租金。', 第二条: '押金应当退还。' }));
    const reviews = await open();
    expect(reviews.map(({ subjectType, matterId }) => [subjectType, matterId]).sort()).toEqual(
      [
        ['draft', inReview],
        ['answer', sent],
        ['case', null],
      ].sort(),
    );
    for (const review of reviews) {
      expect(review).toMatchObject({
        law: '示例租赁法',
        article: '第一条',
        change: 'changed',
        changedOn: '2026-01-01',
      });
    }
    const ofCase = reviews.find(({ subjectType }) => subjectType === 'case');
    expect(await caseStatus()).toBe('held');
    expect(await isFound()).toBe(false);

    const decide = (review: LawReview | undefined, decision: string, who = manager) =>
      who.post<Reviews>(`/api/law-reviews/${review?.id}/decision`, { decision, note: '看过' });
    expect((await decide(ofCase, 'stands', agent)).status).toBe(403);
    expect((await decide(ofCase, 'corrected')).status).toBe(400);
    const ofAnswer = reviews.find(({ subjectType }) => subjectType === 'answer');
    expect((await decide(ofAnswer, 'withdrawn')).status).toBe(400);
    expect((await decide(ofAnswer, 'informed')).body.total).toBe(2);
    expect((await decide(ofAnswer, 'informed')).status).toBe(409);
    expect((await decide(ofCase, 'stands')).status).toBe(200);
    expect(await caseStatus()).toBe('active');
    expect(await isFound()).toBe(true);
    const decided = (await manager.get<Reviews>('/api/law-reviews?state=decided')).body.reviews;
    expect(decided.map(({ decision, note }) => [decision, note])).toEqual([
      ['stands', '看过'],
      ['informed', '看过'],
    ]);
  });

  it('is followed up once: the same law again opens nothing', async () => {
    const before = await open();
    await ingest(
      lawOf('2026-01-01', { 第一条: '租客提前退租的，应当支付半个月租金。', 第二条: '押金应当退还。' }),
      'again.md',
    );
    expect(await open()).toEqual(before);
  });
});
