import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { listAudit } from '../audit/list-audit.ts';
import { approveDraft } from './approve-draft.ts';
import { claimMatter } from './claim-matter.ts';
import { exportDraft } from './export-draft.ts';
import { receiveMessage } from './receive-message.ts';
import { reviseDraft } from './revise-draft.ts';
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

const ask = () => receiveMessage(desk.deps, { actor: client, text: '能要赔偿吗？', channel: 'portal', matter: 'new' });

async function draftOf(matterId: string) {
  const { draft } = await claimMatter(desk.deps, { actor: agent, matterId });
  if (!draft?.revision) throw new Error('there is no draft');
  return { actor: agent, draftId: draft.id, revision: draft.revision };
}

describe('exportDraft', () => {
  it('names who approved exactly this text, and nobody once it has been changed', async () => {
    const { matterId } = await ask();
    await desk.work();
    const { actor, draftId, revision } = await draftOf(matterId);
    const take = () => exportDraft(desk.deps, { actor, draftId, format: 'docx' });
    expect(await take()).toMatchObject({ text: revision.text, madeByAi: true, approval: null });
    await approveDraft(desk.deps, { actor, draftId, revisionId: revision.id, contentHash: revision.contentHash });
    expect(await take()).toMatchObject({
      revisionId: revision.id,
      contentHash: revision.contentHash,
      approval: { by: '测试客服', at: expect.any(Date) },
    });
    const text = '依据《示例法》第二条，可以要求赔偿。';
    await reviseDraft(desk.deps, { actor, draftId, baseRevisionId: revision.id, text });
    expect(await take()).toMatchObject({ text, madeByAi: true, approval: null });
    const { entries } = await listAudit(desk.deps, { actor, matterId });
    const exported = entries.filter(({ action }) => action === 'draft.exported');
    expect(exported.map(({ details }) => details.approved)).toEqual([false, true, false]);
  });

  it('does not give to a machine what a person wrote alone', async () => {
    desk.turn.draft = async () => {
      throw new Error('no drafter answers');
    };
    const { matterId } = await ask();
    await desk.work();
    const { actor, draftId, revision } = await draftOf(matterId);
    const take = () => exportDraft(desk.deps, { actor, draftId, format: 'md' });
    await expect(take()).rejects.toMatchObject({ code: 'not-ready' });
    await reviseDraft(desk.deps, { actor, draftId, baseRevisionId: revision.id, text: '我自己写的答复。' });
    expect(await take()).toMatchObject({ text: '我自己写的答复。', madeByAi: false });
  });

  it('is the desk’s alone', async () => {
    const { matterId } = await ask();
    await desk.work();
    const { draftId } = await draftOf(matterId);
    const asked = exportDraft(desk.deps, { actor: client, draftId, format: 'docx' });
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
  });
});
