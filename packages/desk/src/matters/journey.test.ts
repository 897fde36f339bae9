import { auditLog, corpusState, messages, type Transaction } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { listAudit } from '../audit/list-audit.ts';
import { approveDraft } from './approve-draft.ts';
import { archiveMatter } from './archive-matter.ts';
import { claimMatter } from './claim-matter.ts';
import { getMatter } from './get-matter.ts';
import { listArchive } from './list-archive.ts';
import { listMatters } from './list-matters.ts';
import { listQueue } from './list-queue.ts';
import { previewPublication } from './preview-publication.ts';
import { publishCase } from './publish-case.ts';
import { rateMatter } from './rate-matter.ts';
import { receiveMessage } from './receive-message.ts';
import { reviseDraft } from './revise-draft.ts';
import { openTestDesk, type TestDesk } from './testing/open-test-desk.ts';

describe.each(testEngines)('the whole trip of a question on %s', (engine) => {
  let desk: TestDesk;
  let client: Actor;
  let agent: Actor;
  beforeEach(async () => {
    desk = await openTestDesk({ engine });
    client = await desk.person('测试客户', 'client');
    agent = await desk.person('测试客服', 'agent', 'senior');
  });
  afterEach(() => desk.close());

  it('goes from the question to a published answer, and the audit log tells all of it', async () => {
    const { deps } = desk;
    const text = '我叫张三，电话13812345678，公司昨天把我辞退了，能要赔偿吗？';
    const { matterId } = await receiveMessage(deps, { actor: client, text, channel: 'portal', matter: 'new' });
    await desk.work();

    const queue = await listQueue(deps, { actor: agent });
    expect(queue.matters.map(({ id, status }) => ({ id, status }))).toEqual([{ id: matterId, status: 'in-review' }]);
    const { draft } = await claimMatter(deps, { actor: agent, matterId });
    if (!draft?.revision) throw new Error('there is no draft to review');

    const edited = '依据《示例法》第二条，可以要求赔偿。';
    const base = { actor: agent, draftId: draft.id, baseRevisionId: draft.revision.id };
    const revision = await reviseDraft(deps, { ...base, text: edited });
    expect(revision).toMatchObject({ number: 2, text: edited, authorName: '测试客服' });
    const signed = { actor: agent, draftId: draft.id, revisionId: revision.id, contentHash: revision.contentHash };
    expect((await approveDraft(deps, signed)).matter.status).toBe('approved');
    expect((await getMatter(deps, { actor: client, matterId })).messages).toHaveLength(1);
    await desk.work();

    const seen = await getMatter(deps, { actor: client, matterId });
    expect(seen.matter.status).toBe('answered');
    expect(seen.messages[1]).toMatchObject({ direction: 'outbound', text: edited, approvedByName: '测试客服' });
    expect(seen.messages[1]?.citations[0]?.resolved?.citation).toBe('《示例法》第二条');
    expect(seen).toMatchObject({ draft: null, triage: null, deliveries: [] });

    await rateMatter(deps, { actor: client, matterId, score: 4, comment: '清楚' });
    const rated = await rateMatter(deps, { actor: client, matterId, score: 5, comment: '很清楚' });
    expect(rated.rating).toEqual({ score: 5, comment: '很清楚' });

    const preview = await previewPublication(deps, { actor: agent, matterId });
    expect(preview.question).not.toMatch(/张三|13812345678/);
    const publishing = {
      ...deps,
      async addAnsweredCase(_: unknown, audit: (tx: Transaction, caseId: string) => Promise<void>) {
        await deps.db.transaction((tx) => audit(tx, 'case-1'));
        return { caseId: 'case-1' };
      },
    };
    const unheard = { ...preview, answer: '依据《示例法》第十条。', actor: agent, matterId };
    await expect(publishCase(publishing, unheard)).rejects.toMatchObject({
      code: 'citation-blocked',
      message: expect.stringContaining('然后再发布'),
    });
    const checkText = async (checked: string) => {
      await deps.db.update(corpusState).set({ version: 7 });
      return deps.checkText(checked);
    };
    const overtaken = publishCase({ ...publishing, checkText }, { ...preview, actor: agent, matterId });
    await expect(overtaken).rejects.toMatchObject({ code: 'busy' });

    const cases: unknown[] = [];
    const published = await publishCase(
      {
        ...deps,
        async addAnsweredCase(record, audit) {
          cases.push(record);
          await deps.db.transaction((tx) => audit(tx, 'case-1'));
          return { caseId: 'case-1' };
        },
      },
      { ...preview, actor: agent, matterId },
    );
    expect(published).toEqual({ caseId: 'case-1' });
    expect(cases).toMatchObject([{ matterId, area: 'labour', citations: ['《示例法》第二条'] }]);

    await archiveMatter(deps, { actor: agent, matterId });
    const found = await listArchive(deps, { actor: agent, q: '辞退 赔偿' });
    expect(found.matters.map(({ id }) => id)).toEqual([matterId]);
    expect((await listArchive(deps, { actor: agent, q: '离婚' })).total).toBe(0);
    expect((await listArchive(deps, { actor: agent, q: '%' })).total).toBe(0);
    await expect(
      receiveMessage(deps, { actor: client, text: '还有一个问题', channel: 'portal', matter: { id: matterId } }),
    ).rejects.toMatchObject({ code: 'conflict' });

    const story = await listAudit(deps, { actor: agent, matterId });
    expect(story.entries.map(({ action }) => action)).toEqual([
      'message.received',
      'draft.started',
      'draft.finished',
      'matter.claimed',
      'draft.revised',
      'draft.approved',
      'delivery.sent',
      'matter.rated',
      'matter.rated',
      'case.published',
      'matter.archived',
    ]);
    const kept = JSON.stringify([await desk.db.select().from(auditLog), desk.logged]);
    expect(kept).not.toMatch(/张三|13812345678|辞退了|要求赔偿/);
  });

  it('takes the same message once, however often and at whatever time it comes', async () => {
    const { deps } = desk;
    const message = {
      actor: client,
      text: '房东不退押金',
      channel: 'portal',
      matter: 'new',
      externalId: 'key-12345',
    } as const;
    const all = await Promise.all([1, 2, 3, 4].map(() => receiveMessage(deps, message)));
    expect(new Set(all.map(({ matterId, messageId }) => `${matterId} ${messageId}`)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await receiveMessage(deps, message)).toMatchObject({ duplicate: true });
    expect((await listMatters(deps, { actor: client })).total).toBe(1);
    await expect(receiveMessage(deps, { ...message, text: '别的内容' })).rejects.toMatchObject({ code: 'conflict' });
    await receiveMessage(deps, { ...message, externalId: 'key-67890' });
    expect((await listMatters(deps, { actor: client })).total).toBe(2);
  });

  it('adds to the open matter where the channel knows no matters, and keeps clients apart', async () => {
    const { deps } = desk;
    const other = await desk.person('另一客户', 'client');
    const first = await receiveMessage(deps, { actor: client, text: '一', channel: 'email', matter: 'open' });
    const second = await receiveMessage(deps, { actor: client, text: '二', channel: 'email', matter: 'open' });
    const theirs = await receiveMessage(deps, { actor: other, text: '三', channel: 'email', matter: 'open' });
    expect(second.matterId).toBe(first.matterId);
    expect(theirs.matterId).not.toBe(first.matterId);
    await expect(getMatter(deps, { actor: other, matterId: first.matterId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const intrusion = { actor: other, text: '四', channel: 'portal', matter: { id: first.matterId } } as const;
    await expect(receiveMessage(deps, intrusion)).rejects.toMatchObject({ code: 'not-found' });
    await expect(listQueue(deps, { actor: client })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listAudit(deps, { actor: client, matterId: first.matterId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('stores what the database could not: NUL and half characters', async () => {
    const { deps } = desk;
    const { messageId } = await receiveMessage(deps, {
      actor: client,
      text: 'a\0b\ud83d',
      channel: 'portal',
      matter: 'new',
    });
    const [row] = await desk.db.select().from(messages).where(eq(messages.id, messageId));
    expect(row?.text).toBe('a\uFFFDb\uFFFD');
  });
});
