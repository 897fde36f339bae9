import { join } from 'node:path';
import type { Deadline, DraftContent } from '@lutai/contracts';
import { auditLog, drafts } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { computeDeadlines } from '../drafting/compute-deadlines.ts';
import { type DeadlineData, loadDeadlines } from '../drafting/load-deadlines.ts';
import { enterEvent } from './enter-event.ts';
import { getMatter } from './get-matter.ts';
import { listMatters } from './list-matters.ts';
import { listQueue } from './list-queue.ts';
import { nearestDeadline } from './nearest-deadline.ts';
import { receiveMessage } from './receive-message.ts';
import { redraftMatter } from './redraft-matter.ts';
import { openTestDesk, sampleContent, simpleTriage, type TestDesk } from './testing/open-test-desk.ts';

let data: DeadlineData;
beforeAll(async () => {
  data = await loadDeadlines(join(import.meta.dirname, '../../../../corpus'));
});

it('takes the next deadline, else the one that passed last', () => {
  const of = (...dates: (string | null)[]) =>
    nearestDeadline(
      dates.map((date) => ({ date })),
      '2024-05-01',
    );
  expect(of('2024-06-01', '2024-05-01', '2024-04-30')).toBe('2024-05-01');
  expect(of('2023-06-01', null, '2024-04-30')).toBe('2024-04-30');
  expect(of(null)).toBeNull();
});

describe.each(testEngines)('deadlines in the queue on %s', (engine) => {
  let desk: TestDesk;
  let agent: Actor;
  beforeEach(async () => {
    desk = await openTestDesk({ engine });
    agent = await desk.person('测试客服', 'agent', 'senior');
    // The test desk stands on 2024-05-01.
    desk.turn.draft = async (question, entered): Promise<DraftContent> => ({
      ...sampleContent(`依据《示例法》第一条答复：${question}`),
      deadlines: computeDeadlines(data, {
        ...{ area: 'labour', text: question, today: '2024-05-01' },
        ...(entered ? { entered } : {}),
      }),
    });
  });
  afterEach(() => desk.close());

  async function ask(name: string, text: string, priority = 3): Promise<string> {
    const client = await desk.person(name, 'client');
    desk.turn.triage = () => ({ ...simpleTriage, priority });
    const sent = { actor: client, text, channel: 'portal' as const, matter: 'new' as const };
    const { matterId } = await receiveMessage(desk.deps, sent);
    await desk.work();
    return matterId;
  }

  it('raises what is near to priority 2, what is very near to 1, and what has passed by one step', async () => {
    const danger = await ask('甲', '我不想活了', 1);
    const urgent = await ask('乙', '没有签劳动合同怎么办', 2);
    const normal = await ask('丙', '没有交社保怎么办', 3);
    const far = await ask('丁', '2024年3月1日被辞退', 3);
    const passed = await ask('戊', '2022年3月1日被辞退', 4);
    const near = await ask('己', '4月18日收到裁决书', 5);
    const { matters } = await listQueue(desk.deps, { actor: agent });
    expect(matters.map(({ id }) => id)).toEqual([danger, urgent, near, normal, far, passed]);
    expect(matters.map(({ nearestDeadline }) => nearestDeadline)).toEqual([
      ...[null, null],
      { date: '2024-05-06', daysLeft: 5 },
      null,
      { date: '2025-03-03', daysLeft: 306 },
      { date: '2023-03-01', daysLeft: -427 },
    ]);
    const twoDaysBefore = { ...desk.deps, now: () => new Date('2024-05-04T02:00:00Z') };
    const later = await listQueue(twoDaysBefore, { actor: agent });
    expect(later.matters.map(({ id }) => id).slice(0, 3)).toEqual([danger, near, urgent]);
  });

  it('is no business of the client', async () => {
    const matterId = await ask('丁', '4月18日收到裁决书');
    const client: Actor = { id: 'user-丁', name: '丁', role: 'client', level: null };
    const { matters } = await listMatters(desk.deps, { actor: client });
    expect(matters.map(({ id, nearestDeadline }) => [id, nearestDeadline])).toEqual([[matterId, null]]);
  });

  it('counts anew when an agent enters a day, and keeps it for the next draft', async () => {
    const matterId = await ask('丁', '收到裁决书，不服');
    const deps = { ...desk.deps, deadlines: data };
    const of = async () => {
      const { draft, matter } = await getMatter(desk.deps, { actor: agent, matterId });
      const suit = draft?.deadlines.find(({ kind }) => kind === 'suit-after-award');
      return { draftId: draft?.id ?? '', suit: suit as Deadline, matter };
    };
    const before = await of();
    expect(before.suit).toMatchObject({ date: null, needs: '需要知道：收到仲裁裁决书的日期' });
    expect(before.suit.events.map(({ id }) => id)).toContain('award-received');

    const { draftId } = before;
    await enterEvent(deps, { actor: agent, draftId, event: 'award-received', day: '2024-04-26' });
    const after = await of();
    expect(after.suit).toMatchObject({ date: '2024-05-11', startDay: '2024-04-26', startEntered: true, needs: null });
    expect(after.suit.steps.join('')).toContain('调休上班日');
    expect(after.matter.nearestDeadline).toEqual({ date: '2024-05-11', daysLeft: 10 });
    const audits = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'deadline.entered'));
    expect(audits.map(({ details }) => details)).toMatchObject([{ event: 'award-received', day: '2024-04-26' }]);

    const seen: unknown[] = [];
    const write = desk.turn.draft;
    desk.turn.draft = async (question, entered) => {
      seen.push(entered);
      return write(question, entered);
    };
    const entered = { event: 'award-received', day: '2024-04-26', until: null };
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await desk.work();
    expect(seen).toEqual([[entered]]);

    desk.turn.draft = async () => ({ ...sampleContent('没有期限的草稿。'), deadlines: [] });
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await desk.work();
    desk.turn.draft = async (question, again) => {
      seen.push(again);
      return write(question, again);
    };
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await desk.work();
    expect(seen).toEqual([[entered], [entered]]);
  });

  it('reads deadlines that were stored before there was a catalogue, and drafts after them', async () => {
    const matterId = await ask('丁', '收到裁决书，不服');
    const old = { name: '起诉', period: '十五日', runsFrom: '收到裁决书', date: '2024-05-11', citation: '', note: '' };
    await desk.db.update(drafts).set({ deadlines: [old] });
    const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
    expect(draft?.deadlines).toMatchObject([{ ...old, kind: null, events: [], entered: [], steps: [] }]);
    const input = { actor: agent, draftId: draft?.id ?? '', event: 'award-received', day: '2024-04-26' };
    await expect(enterEvent({ ...desk.deps, deadlines: data }, input)).rejects.toMatchObject({ code: 'invalid-input' });
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await desk.work();
    expect((await getMatter(desk.deps, { actor: agent, matterId })).matter.status).toBe('in-review');
  });

  it('counts 昨天 from the day on which it was written, however late the draft is', async () => {
    const matterId = await ask('丁', '昨天收到裁决书，不服');
    desk.deps.now = () => new Date('2024-05-08T02:00:00Z');
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await desk.work();
    const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
    const input = { actor: agent, draftId: draft?.id ?? '', event: 'obstacle', day: '2024-05-06' };
    const counted = await enterEvent({ ...desk.deps, deadlines: data }, input);
    const suit = counted.draft?.deadlines.find(({ kind }) => kind === 'suit-after-award');
    expect(suit?.startDay).toBe('2024-04-30');
  });

  it('takes back what was entered', async () => {
    const matterId = await ask('丁', '收到裁决书，不服');
    const deps = { ...desk.deps, deadlines: data };
    const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
    const input = { actor: agent, draftId: draft?.id ?? '', event: 'award-received' };
    await enterEvent(deps, { ...input, day: '2024-04-26' });
    const back = await enterEvent(deps, { ...input, day: null });
    expect(back.draft?.deadlines.every(({ date, entered }) => date === null && entered.length === 0)).toBe(true);
    expect(back.matter.nearestDeadline).toBeNull();
  });

  it('judges the risk anew: who may approve hangs on the days that are left', async () => {
    const matterId = await ask('丁', '收到裁决书，不服');
    const deps = { ...desk.deps, deadlines: data };
    const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
    const input = { actor: agent, draftId: draft?.id ?? '', event: 'award-received' };
    const riskAfter = async (day: string | null) => (await enterEvent(deps, { ...input, day })).draft?.risk;
    expect(draft?.risk?.level).toBe('low');
    expect(await riskAfter('2024-04-18')).toMatchObject({ level: 'high', reasons: [{ kind: 'near-deadline' }] });
    expect(await riskAfter('2024-04-26')).toMatchObject({ level: 'medium', reasons: [{ kind: 'near-deadline' }] });
    expect(await riskAfter(null)).toEqual(draft?.risk);
  });

  it('refuses an event that no deadline of the draft names, and days in the wrong order', async () => {
    const matterId = await ask('丁', '收到裁决书，不服');
    const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
    const input = { actor: agent, draftId: draft?.id ?? '', event: 'insured-event', day: '2024-04-26' };
    const deps = { ...desk.deps, deadlines: data };
    await expect(enterEvent(deps, input)).rejects.toMatchObject({ code: 'invalid-input' });
    const backwards = { ...input, event: 'obstacle', until: '2024-04-01' };
    await expect(enterEvent(deps, backwards)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
