import { drafts, matters } from '@lutai/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { approveDraft } from './approve-draft.ts';
import { claimMatter } from './claim-matter.ts';
import { getMatter } from './get-matter.ts';
import { receiveMessage } from './receive-message.ts';
import { redraftMatter } from './redraft-matter.ts';
import { releaseMatter } from './release-matter.ts';
import { reviseDraft } from './revise-draft.ts';
import { openTestDesk, sampleContent, type TestDesk } from './testing/open-test-desk.ts';

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

describe('claimMatter', () => {
  it('of two agents at once gives it to one and names that one to the other', async () => {
    const matterId = await ask();
    const other = await desk.person('另一客服', 'agent', 'junior');
    const both = await Promise.allSettled([agent, other].map((actor) => claimMatter(desk.deps, { actor, matterId })));
    const lost = both.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    const { matter } = await getMatter(desk.deps, { actor: agent, matterId });
    expect(lost[0]?.reason).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(matter.assigneeName ?? '?'),
    });
    await expect(
      releaseMatter(desk.deps, { actor: matter.assigneeId === agent.id ? other : agent, matterId }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('reviseDraft', () => {
  it('refuses to write over what someone else has saved', async () => {
    const matterId = await ask();
    const { draftId, revisionId } = await toSign(matterId);
    const edit = { actor: agent, draftId, baseRevisionId: revisionId };
    const both = await Promise.allSettled(
      ['一', '二'].map((text) => reviseDraft(desk.deps, { ...edit, text: `答复${text}` })),
    );
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'stale-revision' } }]);
  });

  it('voids an approval that has not left, and its delivery sends nothing', async () => {
    const matterId = await ask();
    await approveDraft(desk.deps, await toSign(matterId));
    await revise(matterId, '改正后的答复。');
    const detail = await getMatter(desk.deps, { actor: agent, matterId });
    expect(detail.matter.status).toBe('in-review');
    expect(detail.deliveries).toMatchObject([{ state: 'void' }]);
    await desk.work();
    expect((await getMatter(desk.deps, { actor: client, matterId })).messages).toHaveLength(1);
    await approveDraft(desk.deps, await toSign(matterId));
    await desk.work();
    const { messages, matter } = await getMatter(desk.deps, { actor: client, matterId });
    expect([matter.status, messages.map(({ text }) => text)]).toEqual([
      'answered',
      ['公司欠薪怎么办？', '改正后的答复。'],
    ]);
    await expect(revise(matterId, '太晚了。')).rejects.toMatchObject({ code: 'already-approved' });
  });

  it('keeps the newest text as it is when nothing has changed, an approval included', async () => {
    const matterId = await ask();
    const { revisionId } = await toSign(matterId);
    const { text } = await revise(matterId, '依据《示例法》第一条答复。');
    const again = await revise(matterId, text);
    expect(again.number).toBe(2);
    expect(again.id).not.toBe(revisionId);
  });
});

describe('draftMatter', () => {
  it('leaves an empty draft with the reason when drafting fails, for a person to write', async () => {
    desk.turn.draft = async () => {
      throw new Error('模型没有回应');
    };
    const matterId = await ask();
    const detail = await getMatter(desk.deps, { actor: agent, matterId });
    expect(detail.matter.status).toBe('in-review');
    expect(detail.draft).toMatchObject({
      status: 'failed',
      failure: '模型没有回应',
      revision: { text: '', number: 1 },
    });
    expect(desk.events).toContainEqual({ type: 'draft-step', matterId, step: 'failed', detail: '模型没有回应' });
    await expect(approveDraft(desk.deps, await toSign(matterId))).rejects.toMatchObject({ code: 'not-ready' });
    await revise(matterId, '人工撰写的答复。');
    await approveDraft(desk.deps, await toSign(matterId));
  });

  it('keeps what it wrote as void when a newer message has come in meanwhile, and drafts anew with both', async () => {
    let matterId = '';
    desk.turn.draft = async (question) => {
      desk.turn.draft = async (both) => sampleContent(`答复：${both}`);
      matterId = (await desk.db.select().from(matters))[0]?.id ?? '';
      await receiveMessage(desk.deps, { actor: client, text: '第二条', channel: 'portal', matter: { id: matterId } });
      return sampleContent(`过时的答复：${question}`);
    };
    await receiveMessage(desk.deps, { actor: client, text: '第一条', channel: 'portal', matter: 'new' });
    await desk.work();
    const all = await desk.db.select().from(drafts).orderBy(drafts.number);
    expect(all.map(({ status }) => status)).toEqual(['void', 'ready']);
    const { draft, matter } = await getMatter(desk.deps, { actor: agent, matterId });
    expect([matter.status, draft?.revision?.text]).toEqual(['in-review', '答复：第一条\n\n第二条']);
  });

  it('writes a fresh draft when asked to, voiding the one before', async () => {
    const matterId = await ask();
    const before = await toSign(matterId);
    await approveDraft(desk.deps, before);
    await redraftMatter(desk.deps, { actor: agent, matterId });
    await expect(approveDraft(desk.deps, before)).rejects.toMatchObject({ code: 'conflict' });
    await desk.work();
    const after = await toSign(matterId);
    expect(after.draftId).not.toBe(before.draftId);
    expect((await getMatter(desk.deps, { actor: client, matterId })).messages).toHaveLength(1);
  });
});
