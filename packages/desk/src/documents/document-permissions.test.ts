import { deliveries } from '@lutai/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { claimMatter } from '../matters/claim-matter.ts';
import { listQueue } from '../matters/list-queue.ts';
import { simpleTriage as triage } from '../matters/testing/open-test-desk.ts';
import { exportDocument } from './export-document.ts';
import { listDocuments } from './list-documents.ts';
import { readAttachment } from './read-attachment.ts';
import { requestFields } from './request-fields.ts';
import { startDocument } from './start-document.ts';
import { complete, type DocumentDesk, openDocumentDesk } from './testing/open-document-desk.ts';

let desk: DocumentDesk;
let stranger: Actor;
beforeEach(async () => {
  desk = await openDocumentDesk();
  stranger = await desk.person('另一客户', 'client');
});
afterEach(() => desk.close());

const start = (matterId: string, actor: Actor = desk.agent) =>
  startDocument(desk.deps, { actor, matterId, templateId: 'claim' });
const request = (documentId: string, fields: string[]) =>
  requestFields(desk.deps, { actor: desk.agent, documentId, fields });

describe('what a client sees of documents', () => {
  it('is nothing before it is asked or sent something', async () => {
    const matterId = await desk.ask();
    const document = await desk.filled(matterId);
    await expect(desk.read(document, desk.client)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listDocuments(desk.deps, { actor: desk.client, matterId })).toEqual([]);
    await desk.approve(document);
    await expect(desk.read(document, desk.client)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      exportDocument(desk.deps, { actor: desk.client, documentId: document.id, format: 'docx' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is the fields that it is asked for, without the text, and it fills in these alone', async () => {
    const matterId = await desk.ask();
    const document = await start(matterId);
    await request(document.id, ['sum']);
    const seen = await desk.read(document, desk.client);
    expect(seen).toMatchObject({ requestedFields: ['sum'], revision: null, draftId: null, values: {}, obstacles: [] });
    expect(seen.fields.map(({ key }) => key)).toEqual(['sum']);
    expect(seen.missing.map(({ key }) => key)).toEqual(['sum']);
    expect(JSON.stringify(seen)).not.toContain('申请人');
    await expect(desk.fill(seen, { basis: '《示例法》第一条' }, desk.client)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const filled = await desk.fill(seen, { sum: '8000' }, desk.client);
    expect(filled).toMatchObject({ values: { sum: '8000' }, missing: [] });
    expect((await desk.read(document)).missing.map(({ key }) => key)).toEqual(['basis']);
  });

  it('brings the matter back to the desk once it has filled in, until the desk has looked at it', async () => {
    const matterId = await desk.ask();
    const document = await start(matterId);
    await request(document.id, ['sum']);
    await desk.db.execute("update matters set status = 'answered'");
    const queued = async () => (await listQueue(desk.deps, { actor: desk.agent })).total;
    expect(await queued()).toBe(0);
    const filled = await desk.fill(await desk.read(document, desk.client), { sum: '1' }, desk.client);
    expect(await queued()).toBe(1);
    await desk.fill(filled, {});
    expect(await queued()).toBe(0);
  });

  it('is no longer to be filled in once it is signed', async () => {
    const document = await desk.filled(await desk.ask());
    await request(document.id, ['sum']);
    const seen = await desk.read(document, desk.client);
    await desk.approve(document);
    await expect(desk.fill(seen, { sum: '1' }, desk.client)).rejects.toMatchObject({ code: 'conflict' });
    await desk.work();
    expect(await desk.read(document, desk.client)).toMatchObject({ status: 'delivered', fields: [], draftId: null });
  });

  it("is never another client's, nor is a file of it", async () => {
    const matterId = await desk.ask();
    const document = await desk.filled(matterId);
    await request(document.id, ['sum']);
    await desk.approve(document);
    await desk.work();
    await expect(desk.read(document, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(listDocuments(desk.deps, { actor: stranger, matterId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.fill(document, { sum: '1' }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    const [message] = await desk.outbound();
    const sha256 = document.revision?.attachments[0]?.sha256 ?? '';
    const take = (actor: Actor, hash = sha256) =>
      readAttachment(desk.deps, { actor, messageId: message?.id ?? '', sha256: hash });
    await expect(take(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(take(desk.client, 'f'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
    expect(await take(desk.client)).toMatchObject({ name: '申请书.docx' });
  });
});

describe('who of the desk may do what', () => {
  it('documents are made by agents and supervisors, of matters that nobody else has claimed', async () => {
    const matterId = await desk.ask();
    for (const role of ['admin', 'knowledge-manager', 'client'] as const) {
      await expect(start(matterId, await desk.person(`测试${role}`, role))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await claimMatter(desk.deps, { actor: await desk.person('同事', 'agent', 'senior'), matterId });
    await expect(start(matterId)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('同事') });
  });

  it('who may not sign the answer may not sign the document', async () => {
    desk.turn.triage = () => ({ ...triage, complexity: 'complex' });
    const matterId = await desk.ask();
    const junior = await desk.person('新人', 'agent', 'junior');
    const document = await desk.fill(await start(matterId, junior), complete, junior);
    await expect(desk.approve(document, junior)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await desk.db.select().from(deliveries)).toEqual([]);
  });

  it('a document of the high risk of its matter is not for an intermediate to sign', async () => {
    const high = {
      level: 'high' as const,
      reasons: [{ kind: 'criminal' as const, level: 'high' as const, why: '涉嫌犯罪' }],
    };
    const { draft } = desk.turn;
    desk.turn.draft = async (question) => ({ ...(await draft(question)), risk: high });
    const matterId = await desk.ask();
    const actor = await desk.person('中级', 'agent', 'intermediate');
    const document = await desk.fill(await start(matterId, actor), complete, actor);
    await expect(desk.approve(document, actor)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('涉嫌犯罪'),
    });
  });
});
