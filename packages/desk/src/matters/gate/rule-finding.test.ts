import type { Citation, Finding } from '@lutai/contracts';
import { approvals, auditLog, citationRulings, deliveries, messages, revisions } from '@lutai/db';
import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../audit/actor.ts';
import { approveDraft } from '../approve-draft.ts';
import { contentHashOf } from '../content-hash.ts';
import { getMatter } from '../get-matter.ts';
import { receiveMessage } from '../receive-message.ts';
import { reviseDraft } from '../revise-draft.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { ruleFinding, withdrawRuling } from './rule-finding.ts';

let desk: TestDesk;
let client: Actor;
let agent: Actor;
let matterId: string;
beforeEach(async () => {
  desk = await openTestDesk();
  client = await desk.person('测试客户', 'client');
  agent = await desk.person('测试客服', 'agent', 'senior');
  const asked = { actor: client, text: '公司欠薪怎么办？', channel: 'portal' as const, matter: 'new' as const };
  ({ matterId } = await receiveMessage(desk.deps, asked));
  await desk.work();
});
afterEach(() => desk.close());

/** From now on every citation is checked to this. */
function checkAs(change: Partial<Citation>) {
  const { check } = desk.turn;
  desk.turn.check = async (text) => (await check(text)).map((citation) => ({ ...citation, ...change }));
}

async function current() {
  const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
  if (!draft?.revision) throw new Error('no draft');
  return { draft, revision: draft.revision, findings: draft.findings };
}

async function revise(text: string): Promise<Finding[]> {
  const { draft, revision } = await current();
  await reviseDraft(desk.deps, { actor: agent, draftId: draft.id, baseRevisionId: revision.id, text });
  return (await current()).findings;
}

async function approve() {
  const { draft, revision } = await current();
  const signed = { draftId: draft.id, revisionId: revision.id, contentHash: revision.contentHash };
  return approveDraft(desk.deps, { actor: agent, ...signed });
}

async function rule(finding: Finding | undefined, reason = '已核对判决书原件', actor = agent) {
  const { draft, revision } = await current();
  const about = { draftId: draft.id, revisionId: revision.id, findingKey: finding?.key ?? '' };
  return ruleFinding(desk.deps, { actor, ...about, reason });
}

describe('a finding that only a person can settle', () => {
  const changes: [string, Partial<Citation>][] = [
    ['ambiguous', { state: 'ambiguous' }],
    ['unchecked', { state: 'unchecked' }],
    ['doubtful', { support: 'doubtful', supportReasons: ['条文没有说到赔偿'] }],
    ['contradicted', { support: 'contradicted', supportReasons: ['条文说“不得”'] }],
  ];
  it.each(changes)('%s: blocks until it is ruled on, one by one, with a reason that is kept', async (_, change) => {
    checkAs(change);
    const [first, second] = await revise('依据《示例法》第三条。另据《示例法》第四条。');
    await expect(approve()).rejects.toMatchObject({ code: 'citation-blocked' });
    expect((await rule(first)).draft?.findings.map(({ open }) => open)).toEqual([false, true]);
    await expect(approve()).rejects.toMatchObject({
      code: 'citation-blocked',
      message: expect.stringContaining('《示例法》第四条'),
    });
    await rule(second, '与判决书一致');
    await approve();
    await desk.work();
    const sent = (await getMatter(desk.deps, { actor: client, matterId })).messages.at(-1);
    expect(sent?.citations.map((citation) => Object.keys(citation).includes('support'))).toEqual([false, false]);
    const [signed] = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'draft.approved'));
    expect(signed?.details).toMatchObject({ rulings: [expect.any(String), expect.any(String)] });
    const ruled = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'finding.ruled'));
    expect(ruled.map(({ details }) => details)).toMatchObject([
      { reason: '已核对判决书原件', raw: '《示例法》第三条' },
      { reason: '与判决书一致', raw: '《示例法》第四条' },
    ]);
  });

  it('cannot be waved through without a reason, twice, by a stranger to the matter, or on an old text', async () => {
    checkAs({ state: 'ambiguous' });
    const [finding] = await revise('依据《示例法》第三条。');
    await expect(rule(finding, ' 好 ')).rejects.toMatchObject({ code: 'invalid-input' });
    const other = await desk.person('另一客服', 'agent', 'senior');
    await expect(rule(finding, '已核对原件', other)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rule(finding, '已核对原件', client)).rejects.toMatchObject({ code: 'forbidden' });
    const { draft, revision } = await current();
    await revise('依据《示例法》第三条。又及。');
    const old = { actor: agent, draftId: draft.id, revisionId: revision.id, findingKey: finding?.key ?? '' };
    await expect(ruleFinding(desk.deps, { ...old, reason: '已核对原件' })).rejects.toMatchObject({
      code: 'stale-revision',
    });
    await rule(finding);
    await expect(rule(finding)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rule({ ...(finding as Finding), key: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps its ruling while its sentence stays, and loses it with the first changed word', async () => {
    checkAs({ state: 'unchecked' });
    const [finding] = await revise('依据《示例法》第三条答复。');
    await rule(finding);
    expect(await revise('您好。依据《示例法》第三条答复。')).toMatchObject([{ open: false }]);
    expect(await revise('您好。依据《示例法》第三条不予答复。')).toMatchObject([{ open: true }]);
    await expect(approve()).rejects.toMatchObject({ code: 'citation-blocked' });
  });

  it('stands in the way again when the ruling is withdrawn; not any more after the approval', async () => {
    checkAs({ state: 'unchecked' });
    const [finding] = await revise('依据《示例法》第三条。');
    await rule(finding);
    const { draft, revision } = await current();
    const about = { actor: agent, draftId: draft.id, revisionId: revision.id, findingKey: finding?.key ?? '' };
    await withdrawRuling(desk.deps, about);
    await expect(withdrawRuling(desk.deps, about)).rejects.toMatchObject({ code: 'not-found' });
    await expect(approve()).rejects.toMatchObject({ code: 'citation-blocked' });
    await rule(finding);
    await approve();
    await expect(withdrawRuling(desk.deps, about)).rejects.toMatchObject({ code: 'already-approved' });
    expect(await desk.db.select().from(citationRulings)).toHaveLength(2);
  });
});

describe('a finding that is wrong for certain', () => {
  it.each(['not-found', 'misquoted', 'not-in-force'] as const)('%s: nobody can rule it right', async (state) => {
    checkAs({ state });
    const [finding] = await revise('依据《示例法》第三条。');
    await expect(rule(finding)).rejects.toMatchObject({ code: 'citation-blocked' });
    await expect(approve()).rejects.toMatchObject({ code: 'citation-blocked' });
  });

  it('is no longer one where old law is applied openly', async () => {
    checkAs({ state: 'not-in-force' });
    expect(await revise('合同签订于2019年，适用当时有效的《示例法》第三条。')).toEqual([]);
    await approve();
  });
});

it('the delivery job refuses an approval that came past the gate', async () => {
  const { revision } = await current();
  await approve();
  const citations = [{ ...revision.citations[0], state: 'not-found' }];
  // What no verb can do: an approval, signed as it should be, over a text with a bad citation.
  const [approval] = await desk.db.select().from(approvals);
  await desk.db.execute(sql`alter table revisions disable trigger all`);
  await desk.db.update(revisions).set({ citations }).where(eq(revisions.id, revision.id));
  const contentHash = contentHashOf({
    ...{ text: revision.text, citations, attachments: revision.attachments },
    ...{ channel: approval?.channel ?? '', recipient: approval?.recipient ?? '' },
  });
  await desk.db.update(approvals).set({ contentHash });
  await desk.db.update(deliveries).set({ contentHash });
  await desk.work();
  const sent = and(eq(messages.matterId, matterId), eq(messages.direction, 'outbound'));
  expect(await desk.db.select().from(messages).where(sent)).toEqual([]);
  const [refused] = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'delivery.refused'));
  expect(refused?.details).toMatchObject({ reason: '有引用没有通过核对' });
});
