import { setTimeout as sleep } from 'node:timers/promises';
import { approvals, deliveries, drafts, jobs, matters, messages } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { approveDraft } from './approve-draft.ts';
import { archiveMatter } from './archive-matter.ts';
import { claimMatter } from './claim-matter.ts';
import { contentHashOf } from './content-hash.ts';
import type { SendingChannel } from './deliver-approval.ts';
import { getMatter } from './get-matter.ts';
import { latestRevision, lockMatter, newestInbound } from './matter-rows.ts';
import { transitions } from './matter-status.ts';
import { receiveMessage } from './receive-message.ts';
import { redraftMatter } from './redraft-matter.ts';
import { releaseMatter } from './release-matter.ts';
import { reviseDraft } from './revise-draft.ts';
import { settleDelivery } from './settle-delivery.ts';
import { openTestDesk, type TestDesk } from './testing/open-test-desk.ts';

const verbs = [
  'message',
  'work',
  'revise',
  'approve',
  'redraft',
  'claim',
  'release',
  'archive',
  'deliver',
  'settle',
] as const;
/** What makes the trip go on comes often, so that much of it is seen. */
const likely: Verb[] = [
  'work',
  'approve',
  'approve',
  'approve',
  'revise',
  'revise',
  'message',
  'deliver',
  'deliver',
  'deliver',
];
type Verb = (typeof verbs)[number];
type Fate = 'sent' | 'refused' | 'lost' | 'left-then-broke';
/** Each step is one verb, or two at once. */
const steps = fc.array(fc.array(fc.constantFrom(...verbs, ...likely), { minLength: 1, maxLength: 2 }), {
  minLength: 5,
  maxLength: 16,
});
const fates = fc.array(fc.constantFrom<Fate>('sent', 'refused', 'lost', 'left-then-broke'), { maxLength: 6 });

describe.each(testEngines)('whatever happens to a matter on %s, in whatever order', (engine) => {
  let desk: TestDesk;
  let client: Actor;
  let agents: Actor[];
  let fate: Fate[] = [];
  const left: { approvalId: string; text: string }[] = [];

  const email: SendingChannel = {
    name: 'email',
    transactional: false,
    async send(message, { idempotencyKey }) {
      const now = fate.shift() ?? 'sent';
      if (now === 'refused') throw Object.assign(new Error('refused'), { certainlyNotSent: true });
      if (now === 'lost') throw new Error('lost');
      left.push({ approvalId: idempotencyKey.replace('approval-', ''), text: message.text });
      if (now === 'left-then-broke') throw new Error('broke');
    },
  };

  beforeAll(async () => {
    desk = await openTestDesk({ engine, channels: [{ name: 'portal', transactional: true }, email] });
    client = await desk.person('测试客户', 'client');
    agents = [await desk.person('客服甲', 'agent', 'senior'), await desk.person('客服乙', 'agent', 'senior')];
  });
  afterAll(() => desk.close());

  async function act(verb: Verb, matterId: string, step: number): Promise<void> {
    const { deps } = desk;
    const actor = agents[step % 5 === 0 ? 1 : 0] ?? client;
    const { matter, draft, deliveries: all } = await getMatter(deps, { actor, matterId });
    const signed = { actor, draftId: draft?.id ?? '', revisionId: draft?.revision?.id ?? '' };
    const channel = matter.channel;
    const does: Record<Verb, () => Promise<unknown>> = {
      message: () => receiveMessage(deps, { actor: client, text: `补充${step}`, channel, matter: { id: matterId } }),
      work: () => desk.work(),
      revise: () =>
        reviseDraft(deps, { actor, draftId: signed.draftId, baseRevisionId: signed.revisionId, text: `改${step}` }),
      approve: () => approveDraft(deps, { ...signed, contentHash: draft?.revision?.contentHash ?? '' }),
      redraft: () => redraftMatter(deps, { actor, matterId }),
      claim: () => claimMatter(deps, { actor, matterId }),
      release: () => releaseMatter(deps, { actor, matterId }),
      archive: () => archiveMatter(deps, { actor, matterId }),
      deliver: () => Promise.all(all.map(({ approvalId }) => runDelivery(approvalId))),
      settle: () => Promise.all(all.map(settle)),
    };
    await does[verb]().catch((error: unknown) => {
      if (!(error instanceof DeskError)) throw error;
    });
  }

  async function runDelivery(approvalId: string): Promise<void> {
    const job = { id: 'j', kind: 'deliver', payload: { approvalId }, attempt: 1, maxAttempts: 5 };
    const ran = desk.handlers.deliver.run({ job, signal: new AbortController().signal, progress: () => {} });
    await ran.catch((error: unknown) => expect(error).toHaveProperty('certainlyNotSent'));
  }

  /** The person who decides has looked whether it arrived. */
  async function settle(delivery: { id: string; approvalId: string; state: string }): Promise<void> {
    if (delivery.state !== 'uncertain' && delivery.state !== 'failed') return;
    const decision = left.some(({ approvalId }) => approvalId === delivery.approvalId) ? 'was-sent' : 'send-again';
    const [actor = client] = agents;
    await settleDelivery(desk.deps, { actor, deliveryId: delivery.id, decision });
  }

  async function check(matterId: string): Promise<void> {
    const { db } = desk;
    const [matter] = await db.select().from(matters).where(eq(matters.id, matterId));
    const newest = await newestInbound(db, matterId);
    const signed = await db.select().from(approvals).where(eq(approvals.matterId, matterId));
    for (const approval of signed) {
      const revision = await latestRevision(db, approval.draftId);
      const [draft] = await db.select().from(drafts).where(eq(drafts.id, approval.draftId));
      const sendings = await db.select().from(deliveries).where(eq(deliveries.approvalId, approval.id));
      const out = await db.select().from(messages).where(eq(messages.approvalId, approval.id));
      const gone = left.filter(({ approvalId }) => approvalId === approval.id);
      const [sending] = sendings;
      expect(sendings).toHaveLength(1);
      expect(out.length).toBe(sending?.state === 'sent' ? 1 : 0);
      expect(gone.length).toBeLessThanOrEqual(1);
      if (out.length + gone.length > 0) {
        expect(approval.voidedAt).toBeNull();
        expect(revision?.id).toBe(approval.revisionId);
        const content = { ...revision, channel: approval.channel, recipient: approval.recipient };
        expect(contentHashOf({ text: '', citations: [], attachments: [], ...content })).toBe(approval.contentHash);
        for (const { text } of [...out, ...gone]) expect(text).toBe(revision?.text);
      }
      const stands = approval.voidedAt === null && (sending?.state === 'queued' || sending?.state === 'failed');
      expect(sending?.state === 'void').toBe(approval.voidedAt !== null);
      if (stands) {
        // A delivery that certainly failed may be overtaken by a message; it is looked at again before the next try.
        if (sending?.attempts === 0) {
          expect(revision?.id).toBe(approval.revisionId);
          expect(draft?.basedOnMessageId).toBe(newest?.id);
          expect(matter?.status).toBe('approved');
        }
      }
    }
    const unsigned = and(eq(messages.matterId, matterId), eq(messages.direction, 'outbound'));
    const outbound = await db.select().from(messages).where(unsigned);
    expect(outbound.every(({ approvalId }) => signed.some(({ id }) => id === approvalId))).toBe(true);
    expect(Object.keys(transitions)).toContain(matter?.status);
  }

  it('only approved content leaves, once, and nothing outlives an edit or a new message', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('portal' as const, 'email' as const),
        steps,
        fates,
        async (channel, plan, luck) => {
          fate = [...luck];
          const { matterId } = await receiveMessage(desk.deps, { actor: client, text: '问', channel, matter: 'new' });
          await desk.work();
          let step = 0;
          for (const together of plan) {
            await Promise.all(together.map((verb) => act(verb, matterId, ++step)));
            await check(matterId);
          }
          await desk.work();
          await check(matterId);
        },
      ),
      { numRuns: Number(process.env.LUTAI_PROPERTY_RUNS ?? 30), endOnFailure: true },
    );
  }, 300_000);
});

/** Needs several connections, which the embedded database does not have. */
const shared = testEngines.filter((engine) => engine === 'postgres');
describe.each(shared)('a message that comes in while a worker ends a draft of the matter, on %s', (engine) => {
  it('does not wait for the job, whose end may be waiting for the matter', async () => {
    const desk = await openTestDesk({ engine });
    try {
      const actor = await desk.person('测试客户', 'client');
      const first = { actor, text: '公司欠薪怎么办？', channel: 'portal', matter: 'new' } as const;
      const { matterId } = await receiveMessage(desk.deps, first);
      const second = await desk.db.transaction(async (tx) => {
        await tx.select().from(jobs).where(eq(jobs.kind, 'draft')).for('update');
        const received = receiveMessage(desk.deps, { ...first, text: '补充一点', matter: { id: matterId } });
        await Promise.race([received, sleep(2000)]);
        await lockMatter(tx, matterId);
        return received;
      });
      await desk.work();
      const made = await desk.db.select().from(drafts);
      expect(made).toMatchObject([{ status: 'ready', basedOnMessageId: second.messageId }]);
    } finally {
      await desk.close();
    }
  });
});
