import { auditLog, drafts, jobs } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { approveDraft } from './approve-draft.ts';
import { beginDraft } from './begin-draft.ts';
import { claimMatter } from './claim-matter.ts';
import { draftPayloadSchema } from './enqueue-draft.ts';
import { getMatter } from './get-matter.ts';
import { receiveMessage } from './receive-message.ts';
import { setFactsDate } from './set-facts-date.ts';
import { openTestDesk, type TestDesk } from './testing/open-test-desk.ts';

let desk: TestDesk;
let client: Actor;
let agent: Actor;
beforeEach(async () => {
  desk = await openTestDesk();
  client = await desk.person('测试客户', 'client');
  agent = await desk.person('测试客服', 'agent', 'senior');
});
afterEach(() => desk.close());

async function ask(text: string, more: { factsDate?: string; to?: string } = {}) {
  const { factsDate, to } = more;
  const { matterId } = await receiveMessage(desk.deps, {
    ...{ actor: client, text, channel: 'portal', matter: to === undefined ? 'new' : { id: to } },
    ...(factsDate === undefined ? {} : { factsDate }),
  });
  return matterId;
}

const read = (matterId: string) => getMatter(desk.deps, { actor: agent, matterId });
const set = (matterId: string, factsDate: string | null, actor = agent) =>
  setFactsDate(desk.deps, { actor, matterId, factsDate });
const draftsOf = (matterId: string) =>
  desk.db
    .select({ id: drafts.id, status: drafts.status })
    .from(drafts)
    .where(eq(drafts.matterId, matterId))
    .orderBy(asc(drafts.number));

// The test desk's clock stands at 1 May 2024.
describe('receiveMessage', () => {
  it('reads the day of the facts from the words, counted from the day they were written', async () => {
    expect(await read(await ask('去年三月我被公司辞退，没有补偿'))).toMatchObject({
      factsDate: '2023-03-15',
      factsDateReading: { raw: '去年三月', from: '2023-03-01', to: '2023-03-31', askedOn: '2024-05-01', certain: true },
    });
  });

  it('keeps what was read loosely without taking it', async () => {
    const matterId = await ask('前年借给朋友五万块');
    expect(await read(matterId)).toMatchObject({
      factsDate: null,
      factsDateReading: { raw: '前年', precision: 'year', certain: false },
    });
    await ask('想起来了，是2022年5月8日借的', { to: matterId });
    expect(await read(matterId)).toMatchObject({ factsDate: '2022-05-08', factsDateReading: { certain: true } });
  });

  it('goes by what the client gave, whatever the words say', async () => {
    const matterId = await ask('去年三月我被公司辞退', { factsDate: '2021-02-03' });
    await ask('去年四月又被打伤', { to: matterId });
    expect(await read(matterId)).toMatchObject({ factsDate: '2021-02-03', factsDateReading: null });
  });

  it('drafts by the day that was read', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    const [job] = await desk.db.select().from(jobs);
    const begun = await beginDraft(desk.deps, {
      matterId,
      messageId: draftPayloadSchema.parse(job?.payload).messageId,
    });
    expect(begun?.question).toMatchObject({ asOf: '2023-03-15', reading: { raw: '去年三月' } });
  });
});

describe('setFactsDate', () => {
  it('voids the open draft, drafts anew and says so in the record', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    await desk.work();
    const changed = await set(matterId, '2022-03-20');
    expect(changed).toMatchObject({
      factsDate: '2022-03-20',
      factsDateReading: null,
      matter: { status: 'received' },
      draft: null,
    });
    await desk.work();
    expect((await draftsOf(matterId)).map(({ status }) => status)).toEqual(['void', 'ready']);
    const entries = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'matter.facts-date-set'));
    expect(entries).toMatchObject([
      {
        actorName: '测试客服',
        details: {
          factsDate: '2022-03-20',
          from: { factsDate: '2023-03-15', read: { from: '2023-03-01', to: '2023-03-31' } },
        },
      },
    ]);
  });

  it('voids an approval that has not left', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    await desk.work();
    const { draft } = await read(matterId);
    const revision = draft?.revision;
    if (!draft || !revision) throw new Error('no draft');
    const signed = { draftId: draft.id, revisionId: revision.id, contentHash: revision.contentHash };
    await approveDraft(desk.deps, { actor: agent, ...signed });
    await set(matterId, '2022-03-20');
    await desk.work();
    const { matter, messages, deliveries } = await read(matterId);
    expect(matter.status).toBe('in-review');
    expect(messages.filter(({ direction }) => direction === 'outbound')).toEqual([]);
    expect(deliveries.map(({ state }) => state)).toEqual(['void']);
  });

  it('only confirms the day that was read, and leaves the draft', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    await desk.work();
    expect(await set(matterId, '2023-03-15')).toMatchObject({
      factsDate: '2023-03-15',
      factsDateReading: null,
      matter: { status: 'in-review' },
    });
    expect((await draftsOf(matterId)).map(({ status }) => status)).toEqual(['ready']);
  });

  it('drafts nothing anew where nothing changes, known or not', async () => {
    const unknown = await ask('公司欠薪怎么办');
    const given = await ask('公司欠薪怎么办', { factsDate: '2023-03-15' });
    await desk.work();
    for (const [matterId, day] of [
      [unknown, null],
      [given, '2023-03-15'],
    ] as const) {
      expect(await set(matterId, day, client)).toMatchObject({ factsDate: day, matter: { status: 'in-review' } });
      expect((await draftsOf(matterId)).map(({ status }) => status)).toEqual(['ready']);
    }
  });

  it('is the client’s own to say, while the draft is still to come too', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    expect(await set(matterId, '2023-03-02', client)).toMatchObject({ factsDate: '2023-03-02' });
    await desk.work();
    expect(await draftsOf(matterId)).toHaveLength(1);
    expect(await set(matterId, null, client)).toMatchObject({ factsDate: null, factsDateReading: null });
  });

  it.each([
    ['2024-05-02', '不能在今天之后'],
    ['1019-03-15', '不能早于'],
  ])('refuses %s', async (day, why) => {
    const matterId = await ask('去年三月我被公司辞退');
    await expect(set(matterId, day)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(why),
    });
    expect((await read(matterId)).factsDate).toBe('2023-03-15');
  });

  it('is refused to other clients, to who does not draft, and to who has not claimed it', async () => {
    const matterId = await ask('去年三月我被公司辞退');
    const stranger = await desk.person('别的客户', 'client');
    const keeper = await desk.person('知识管理', 'knowledge-manager');
    const other = await desk.person('另一客服', 'agent', 'senior');
    await claimMatter(desk.deps, { actor: agent, matterId });
    await expect(set(matterId, '2022-01-01', stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(set(matterId, '2022-01-01', keeper)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(set(matterId, '2022-01-01', other)).rejects.toMatchObject({ code: 'conflict' });
  });
});
