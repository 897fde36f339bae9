import { join } from 'node:path';
import type { MatterDetail, MatterSummary } from '@lutai/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
let client: Caller;
let agent: Caller;
beforeAll(async () => {
  test = await openTestApp();
  const law = join(import.meta.dirname, '../../../../corpus/laws/劳动争议调解仲裁法.md');
  const actor = { id: 'test', name: '测试', role: 'admin', level: null } as const;
  await test.desk.deps.verbs.ingest({ paths: [law], kind: 'laws', actor });
  client = await test.client('one');
  agent = await test.staff('agent', 'senior');
});
afterAll(() => test.close());

it('counts deadlines from a day that the agent enters, and raises the matter in the queue by them', async () => {
  const text = '公司把我辞退了，没签劳动合同，能要双倍工资吗？';
  const asked = await client.post<{ matterId: string }>('/api/matters', { text });
  await test.settle();
  const { matterId } = asked.body;
  const path = `/api/matters/${matterId}`;
  const { draft } = (await agent.post<MatterDetail>(`${path}/claim`)).body;
  const wanted = draft?.deadlines.find(({ kind }) => kind === 'labour-arbitration');
  expect(wanted).toMatchObject({ date: null, needs: '需要知道：劳动关系终止的日期' });

  const events = `/api/drafts/${draft?.id}/events`;
  const day = new Date(Date.now() - 360 * 86_400_000).toISOString().slice(0, 10);
  const entry = { event: 'employment-ended', day };
  expect((await client.post(events, entry)).status).toBe(403);
  expect((await agent.post(events, { ...entry, day: '2026-02-30' })).status).toBe(400);
  expect((await agent.post(events, { ...entry, event: 'bogus' })).status).toBe(400);
  const counted = await agent.post<MatterDetail>(events, entry);
  expect(counted.status).toBe(200);
  const found = counted.body.draft?.deadlines.find(({ kind }) => kind === 'labour-arbitration');
  expect(found).toMatchObject({ startDay: day, startEntered: true, needs: null });

  const { matters } = (await agent.get<{ matters: MatterSummary[] }>('/api/queue')).body;
  expect(matters[0]?.nearestDeadline?.date).toBe(found?.date);
  expect((await client.get<MatterDetail>(path)).body.matter.nearestDeadline).toBeNull();
});
