import type { Risk, RiskLevel } from '@lutai/contracts';
import { approvals, auditLog, corpusState, deliveries, drafts, jobs } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { conclusionPlaceholder } from '../drafting/answer-text.ts';
import { approveDraft } from './approve-draft.ts';
import { claimMatter } from './claim-matter.ts';
import { getMatter } from './get-matter.ts';
import { receiveMessage } from './receive-message.ts';
import { releaseMatter } from './release-matter.ts';
import { reviseDraft } from './revise-draft.ts';
import { openTestDesk, sampleContent, simpleTriage, type TestDesk } from './testing/open-test-desk.ts';

let desk: TestDesk;
let client: Actor;
let agent: Actor;
beforeEach(async () => {
  desk = await openTestDesk();
  client = await desk.person('测试客户', 'client');
  agent = await desk.person('测试客服', 'agent', 'senior');
});
afterEach(() => desk.close());

async function ask(text = '公司欠薪怎么办？') {
  const { matterId } = await receiveMessage(desk.deps, { actor: client, text, channel: 'portal', matter: 'new' });
  await desk.work();
  return matterId;
}

async function toSign(matterId: string, actor = agent) {
  const { draft } = await getMatter(desk.deps, { actor: agent, matterId });
  if (!draft?.revision) throw new Error('no draft');
  const { id: revisionId, contentHash } = draft.revision;
  return { actor, draftId: draft.id, revisionId, contentHash };
}

const revise = async (matterId: string, text: string, actor = agent) => {
  const { draftId, revisionId } = await toSign(matterId);
  return reviseDraft(desk.deps, { actor, draftId, baseRevisionId: revisionId, text });
};

describe('approveDraft', () => {
  it('makes one approval, one delivery and one job, and claims the matter', async () => {
    const matterId = await ask();
    const signed = await toSign(matterId);
    const detail = await approveDraft(desk.deps, signed);
    expect(detail.matter).toMatchObject({ status: 'approved', assigneeName: '测试客服' });
    expect(detail.deliveries).toMatchObject([{ state: 'queued', recipient: client.id, channel: 'portal' }]);
    const [approval] = await desk.db.select().from(approvals);
    expect(approval).toMatchObject({ contentHash: signed.contentHash, revisionId: signed.revisionId, voidedAt: null });
    expect(await desk.db.select().from(jobs).where(eq(jobs.kind, 'deliver'))).toHaveLength(1);
    await expect(approveDraft(desk.deps, signed)).rejects.toMatchObject({ code: 'already-approved' });
  });

  it('of two approvals at once lets one through', async () => {
    const signed = await toSign(await ask());
    const both = await Promise.allSettled([approveDraft(desk.deps, signed), approveDraft(desk.deps, signed)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.db.select().from(deliveries)).toHaveLength(1);
  });

  it('refuses another text than the newest, or another hash than its own', async () => {
    const matterId = await ask();
    const before = await toSign(matterId);
    await expect(approveDraft(desk.deps, { ...before, contentHash: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'stale-revision',
    });
    await revise(matterId, '改过的答复。');
    await expect(approveDraft(desk.deps, before)).rejects.toMatchObject({ code: 'stale-revision' });
    await approveDraft(desk.deps, await toSign(matterId));
  });

  it('refuses a text whose conclusion was left to the agent and not yet written', async () => {
    const matterId = await ask();
    await revise(matterId, `## 结论\n\n${conclusionPlaceholder}`);
    await expect(toSign(matterId).then((signed) => approveDraft(desk.deps, signed))).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining(conclusionPlaceholder),
    });
    await revise(matterId, '## 结论\n\n公司应当足额支付工资。');
    await approveDraft(desk.deps, await toSign(matterId));
  });

  it('refuses a citation that does not exist, and names it', async () => {
    const matterId = await ask();
    await revise(matterId, '依据《示例法》第一条和《示例法》第百条答复。');
    await expect(approveDraft(desk.deps, await toSign(matterId))).rejects.toMatchObject({
      code: 'citation-blocked',
      message: expect.stringContaining('《示例法》第百条”：法规库中没有这一条'),
    });
  });

  it.each([
    ['misquoted', '引文与原文不符'],
    ['not-in-force', '不是有效的法'],
    ['ambiguous', '无法确定指的是哪一条'],
    ['unchecked', '未能核对'],
  ] as const)('refuses a citation that is %s', async (state, words) => {
    const check = desk.turn.check;
    desk.turn.check = async (text) => (await check(text)).map((citation) => ({ ...citation, state }));
    const matterId = await ask();
    await revise(matterId, '依据《示例法》第三条。');
    await expect(approveDraft(desk.deps, await toSign(matterId))).rejects.toMatchObject({
      code: 'citation-blocked',
      message: expect.stringContaining(words),
    });
    expect(await desk.db.select().from(approvals)).toHaveLength(0);
  });

  it('checks again at the moment of approval: what has changed since it was stored is refused', async () => {
    const matterId = await ask();
    const check = desk.turn.check;
    desk.turn.check = async () => [];
    await expect(approveDraft(desk.deps, await toSign(matterId))).rejects.toMatchObject({ code: 'stale-revision' });
    desk.turn.check = async (text) => {
      const found = await check(text);
      await desk.db.update(corpusState).set({ version: 99 });
      return found;
    };
    await expect(approveDraft(desk.deps, await toSign(matterId))).rejects.toMatchObject({ code: 'busy' });
    await approveDraft(desk.deps, await toSign(matterId));
  });

  it('refuses a draft that does not answer the newest message', async () => {
    const matterId = await ask();
    const old = await toSign(matterId);
    await receiveMessage(desk.deps, { actor: client, text: '补充一点', channel: 'portal', matter: { id: matterId } });
    await expect(approveDraft(desk.deps, old)).rejects.toMatchObject({ code: 'conflict' });
    await desk.work();
    const fresh = await toSign(matterId);
    expect(fresh.draftId).not.toBe(old.draftId);
    await approveDraft(desk.deps, fresh);
  });

  it.each([
    ['junior', 'simple', 'normal', true],
    ['junior', 'simple', 'critical', false],
    ['junior', 'moderate', 'normal', false],
    [null, 'moderate', 'normal', false],
    ['intermediate', 'moderate', 'critical', true],
    ['intermediate', 'complex', 'normal', false],
    ['senior', 'complex', 'critical', true],
    ['specialist', 'complex', 'critical', true],
  ] as const)('level %s, matter %s and %s: may approve = %s', async (level, complexity, urgency, allowed) => {
    desk.turn.triage = () => ({ ...simpleTriage, complexity, urgency });
    const person = await desk.person('另一客服', 'agent', level);
    const approval = approveDraft(desk.deps, await toSign(await ask(), person));
    if (allowed) await approval;
    else await expect(approval).rejects.toMatchObject({ code: 'forbidden' });
  });

  const risky = (level: RiskLevel): Risk => ({
    level,
    reasons: [
      { kind: 'large-sum', level, why: '涉及金额约120万元' },
      { kind: 'low-support', level: 'low', why: '没有可以参照的相近案例' },
    ],
  });

  it.each([
    ['junior', 'low', true],
    ['junior', 'medium', false],
    ['intermediate', 'medium', true],
    ['intermediate', 'high', false],
    ['senior', 'high', true],
    ['specialist', 'high', true],
  ] as const)('level %s, a draft of %s risk: may approve = %s', async (level, risk, allowed) => {
    desk.turn.draft = async (question) => ({ ...sampleContent(question), risk: risky(risk) });
    const person = await desk.person('另一客服', 'agent', level);
    const approval = approveDraft(desk.deps, await toSign(await ask(), person));
    if (allowed) await approval;
    else await expect(approval).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuses a junior a draft of high risk, says why and what to do; the supervisor may, and the audit has it', async () => {
    desk.turn.draft = async (question) => ({ ...sampleContent(question), risk: risky('high') });
    const matterId = await ask();
    const junior = await desk.person('初级客服', 'agent', 'junior');
    const refused = await approveDraft(desk.deps, await toSign(matterId, junior)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'forbidden', message: expect.stringMatching(/高风险.*120万元.*请转交/u) });
    expect(refused).not.toMatchObject({ message: expect.stringContaining('相近案例') });
    expect(await desk.db.select().from(approvals)).toHaveLength(0);
    await approveDraft(desk.deps, await toSign(matterId, await desk.person('测试主管', 'supervisor')));
    const [entry] = await desk.db.select().from(auditLog).where(eq(auditLog.action, 'draft.approved'));
    expect(entry?.details).toMatchObject({ risk: 'high' });
  });

  it('judges a draft that was made before there was a risk by complexity alone', async () => {
    const matterId = await ask();
    await desk.db.update(drafts).set({ risk: null });
    await approveDraft(desk.deps, await toSign(matterId, await desk.person('初级客服', 'agent', 'junior')));
  });

  it('is for agents and supervisors, and for who has claimed the matter', async () => {
    const matterId = await ask();
    const signed = await toSign(matterId);
    const supervisor = await desk.person('测试主管', 'supervisor');
    const admin = await desk.person('测试管理员', 'admin');
    for (const actor of [client, admin]) {
      await expect(approveDraft(desk.deps, { ...signed, actor })).rejects.toMatchObject({ code: 'forbidden' });
    }
    const other = await desk.person('另一客服', 'agent', 'senior');
    await claimMatter(desk.deps, { actor: other, matterId });
    await expect(approveDraft(desk.deps, signed)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('另一客服'),
    });
    await releaseMatter(desk.deps, { actor: supervisor, matterId });
    await approveDraft(desk.deps, { ...signed, actor: supervisor });
  });
});
