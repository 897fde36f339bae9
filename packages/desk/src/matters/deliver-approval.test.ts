import { approvals, deliveries, jobs, messages, revisions } from '@lutai/db';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { approveDraft } from './approve-draft.ts';
import type { OutboundMessage, SendingChannel } from './deliver-approval.ts';
import { getMatter } from './get-matter.ts';
import { receiveMessage } from './receive-message.ts';
import { reviseDraft } from './revise-draft.ts';
import { settleDelivery } from './settle-delivery.ts';
import { openTestDesk, type TestDesk } from './testing/open-test-desk.ts';

let desk: TestDesk;
let client: Actor;
let agent: Actor;
let sent: { message: OutboundMessage; key: string }[];
let step: (() => Promise<void>) | undefined;

const email: SendingChannel = {
  name: 'email',
  transactional: false,
  async send(message, { idempotencyKey }) {
    const now = step;
    step = undefined;
    await now?.();
    sent.push({ message, key: idempotencyKey });
  },
};

beforeEach(async () => {
  sent = [];
  step = undefined;
  desk = await openTestDesk({ channels: [{ name: 'portal', transactional: true }, email] });
  client = await desk.person('测试客户', 'client');
  agent = await desk.person('测试客服', 'agent', 'senior');
});
afterEach(() => desk.close());

async function approved(channel: 'portal' | 'email') {
  const { matterId } = await receiveMessage(desk.deps, { actor: client, text: '问题', channel, matter: 'new' });
  await desk.work();
  return approveCurrent(matterId);
}

async function approveCurrent(matterId: string) {
  const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
  if (!draft?.revision) throw new Error('no draft');
  const { id: revisionId, contentHash } = draft.revision;
  await approveDraft(desk.deps, { actor: agent, draftId: draft.id, revisionId, contentHash });
  const [approval] = await desk.db.select().from(approvals).where(eq(approvals.draftId, draft.id));
  if (!approval) throw new Error('no approval');
  return { matterId, approvalId: approval.id, draftId: draft.id, revisionId };
}

const run = (approvalId: string) =>
  desk.handlers.deliver.run({
    job: { id: 'j', kind: 'deliver', payload: { approvalId }, attempt: 1, maxAttempts: 5 },
    signal: new AbortController().signal,
    progress: () => {},
  });
const outbound = () => desk.db.select().from(messages).where(eq(messages.direction, 'outbound'));
const delivery = async (approvalId: string) =>
  (await desk.db.select().from(deliveries).where(eq(deliveries.approvalId, approvalId)))[0];
const unsent = (message: string) => Object.assign(new Error(message), { certainlyNotSent: true });

describe('deliverApproval by the portal', () => {
  it('writes one message, however often and however concurrently it is run', async () => {
    const { approvalId, matterId } = await approved('portal');
    const all = await Promise.all([run(approvalId), run(approvalId), run(approvalId)]);
    await run(approvalId);
    expect(all.filter((one) => one?.outcome === 'sent')).toHaveLength(1);
    expect(await outbound()).toMatchObject([{ approvalId, matterId }]);
    expect((await getMatter(desk.deps, { actor: client, matterId })).matter.status).toBe('answered');
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { approvalId, matterId } = await approved('portal');
    await desk.db.execute(sql`alter table audit_log add constraint broken check (action <> 'delivery.sent') not valid`);
    await expect(run(approvalId)).rejects.toThrow();
    expect(await outbound()).toEqual([]);
    expect((await delivery(approvalId))?.state).toBe('queued');
    await desk.db.execute(sql`alter table audit_log drop constraint broken`);
    await desk.work();
    expect(await outbound()).toHaveLength(1);
    expect((await getMatter(desk.deps, { actor: agent, matterId })).deliveries).toMatchObject([{ state: 'sent' }]);
  });

  it('sends nothing after a new message, and the voided approval stays void', async () => {
    const { approvalId, matterId } = await approved('portal');
    await receiveMessage(desk.deps, { actor: client, text: '等一下', channel: 'portal', matter: { id: matterId } });
    expect(await run(approvalId)).toMatchObject({ outcome: 'nothing-to-do' });
    await desk.work();
    expect(await outbound()).toEqual([]);
    const [approval] = await desk.db.select().from(approvals);
    expect(approval).toMatchObject({ voidReason: '客户又发来了新消息' });
  });

  it.each([
    ['the recipient of the approval', sql`update approvals set recipient = 'someone-else'`],
    ['the recipient of the delivery', sql`update deliveries set recipient = 'someone-else'`],
    ['the signed hash', sql`update approvals set content_hash = ${'0'.repeat(64)}`],
  ])('refuses when %s was changed behind its back', async (_, tamper) => {
    const { approvalId, matterId } = await approved('portal');
    await desk.db.execute(tamper);
    expect(await run(approvalId)).toMatchObject({ outcome: 'refused' });
    expect(await outbound()).toEqual([]);
    const { matter, deliveries: all } = await getMatter(desk.deps, { actor: agent, matterId });
    expect([matter.status, all[0]?.state]).toEqual(['in-review', 'void']);
  });

  it('refuses a text that was changed behind its back', async () => {
    const { approvalId, revisionId } = await approved('portal');
    await desk.db.execute(sql`alter table revisions disable trigger revisions_append_only`);
    await desk.db.update(revisions).set({ text: '别的话' }).where(eq(revisions.id, revisionId));
    expect(await run(approvalId)).toMatchObject({ outcome: 'refused', reason: '内容与核准时不一致' });
    expect(await outbound()).toEqual([]);
  });

  it('cannot store an outbound message without an approval', async () => {
    const { matterId } = await approved('portal');
    const bare = { id: 'm', matterId, number: 99, direction: 'outbound', channel: 'portal', text: '私自发送' };
    await expect(desk.db.insert(messages).values(bare)).rejects.toThrow();
  });
});

describe('deliverApproval by a channel that leaves the house', () => {
  it('sends once, to the address that was signed, under a key of the approval', async () => {
    const { approvalId, matterId } = await approved('email');
    await desk.work();
    await run(approvalId);
    expect(sent).toMatchObject([
      { key: `approval-${approvalId}`, message: { matterId, recipient: expect.stringContaining('@') } },
    ]);
    expect(await outbound()).toMatchObject([{ approvalId, channel: 'email' }]);
    expect((await getMatter(desk.deps, { actor: client, matterId })).matter.status).toBe('answered');
  });

  it('tries again where it is certain that nothing left', async () => {
    const { approvalId } = await approved('email');
    step = async () => {
      throw unsent('邮件服务器拒绝连接');
    };
    await desk.work();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.work();
    expect(sent).toHaveLength(1);
    expect(await delivery(approvalId)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('leaves the decision to a person where a try broke off', async () => {
    const { approvalId, matterId } = await approved('email');
    step = async () => {
      throw new Error('连接中断');
    };
    await desk.work();
    await run(approvalId);
    expect(sent).toEqual([]);
    const uncertain = await delivery(approvalId);
    expect(uncertain).toMatchObject({ state: 'uncertain', error: '连接中断' });
    await settleDelivery(desk.deps, { actor: agent, deliveryId: uncertain?.id ?? '', decision: 'send-again' });
    await desk.work();
    expect(sent).toHaveLength(1);
    expect((await getMatter(desk.deps, { actor: client, matterId })).matter.status).toBe('answered');
  });

  it('is uncertain after a crash while sending, never sent again by itself, and a person may say that it left', async () => {
    const { approvalId, matterId } = await approved('email');
    await desk.db.update(deliveries).set({ state: 'sending' }).where(eq(deliveries.approvalId, approvalId));
    await desk.work();
    expect(sent).toEqual([]);
    const uncertain = await delivery(approvalId);
    expect(uncertain?.state).toBe('uncertain');
    await settleDelivery(desk.deps, { actor: agent, deliveryId: uncertain?.id ?? '', decision: 'was-sent' });
    expect(await outbound()).toHaveLength(1);
    expect((await getMatter(desk.deps, { actor: client, matterId })).matter.status).toBe('answered');
    const again = { actor: agent, deliveryId: uncertain?.id ?? '', decision: 'send-again' } as const;
    await expect(settleDelivery(desk.deps, again)).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each(['was-sent', 'send-again'] as const)(
    'an earlier one that is settled (%s) ends no later one',
    async (decision) => {
      const { matterId, approvalId: earlier } = await approved('email');
      await desk.db.update(deliveries).set({ state: 'uncertain' }).where(eq(deliveries.approvalId, earlier));
      await desk.db.update(jobs).set({ state: 'done' }).where(eq(jobs.kind, 'deliver'));
      const more = { actor: client, text: '补充', channel: 'email', matter: { id: matterId } } as const;
      await receiveMessage(desk.deps, more);
      await desk.work();
      const later = await approveCurrent(matterId);
      const deliveryId = (await delivery(earlier))?.id ?? '';
      await settleDelivery(desk.deps, { actor: agent, deliveryId, decision });
      await run(earlier);
      expect((await getMatter(desk.deps, { actor: agent, matterId })).matter.status).toBe('approved');
      await run(later.approvalId);
      expect((await delivery(later.approvalId))?.state).toBe('sent');
      expect((await getMatter(desk.deps, { actor: agent, matterId })).matter.status).toBe('answered');
    },
  );

  it('records a message that left while a new one came in, and still answers the new one', async () => {
    const { matterId, draftId, revisionId } = await approved('email');
    step = async () => {
      await expect(
        reviseDraft(desk.deps, { actor: agent, draftId, baseRevisionId: revisionId, text: '太晚了' }),
      ).rejects.toMatchObject({ code: 'conflict' });
      await receiveMessage(desk.deps, { actor: client, text: '新消息', channel: 'email', matter: { id: matterId } });
    };
    await desk.work();
    expect(await outbound()).toHaveLength(1);
    expect((await getMatter(desk.deps, { actor: agent, matterId })).matter.status).toBe('in-review');
  });

  it('fails, and says why, where the channel is not set up', async () => {
    await desk.close();
    desk = await openTestDesk({ channels: [] });
    client = await desk.person('测试客户', 'client');
    agent = await desk.person('测试客服', 'agent', 'senior');
    const next = await approved('portal');
    await desk.work();
    expect(await delivery(next.approvalId)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('没有配置'),
    });
    expect(await desk.db.select().from(jobs).where(eq(jobs.state, 'failed'))).toHaveLength(1);
  });
});
