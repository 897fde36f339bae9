import { documentFiles, documents, jobs, matters, messages } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { getMatter } from '../matters/get-matter.ts';
import { discardDocument } from './discard-document.ts';
import { sendContract } from './send-contract.ts';
import { type DocumentDesk, openDocumentDesk } from './testing/open-document-desk.ts';
import { uploadContract } from './upload-contract.ts';

describe.each(testEngines)('a contract that a client sends in, on %s', (engine) => {
  let desk: DocumentDesk;
  beforeEach(async () => {
    desk = await openDocumentDesk({ engine });
  });
  afterEach(() => desk.close());

  const contract = '房屋租赁合同\n第一条 押金不退。';
  type Sent = { text?: string; name?: string; key?: string; note?: string; matterId?: string; actor?: Actor };
  const send = ({ text = contract, name = '租赁合同.txt', key = 'key-0001', note, matterId, actor }: Sent = {}) =>
    sendContract(desk.deps, {
      ...{ actor: actor ?? desk.client, file: { name, bytes: Buffer.from(text) } },
      ...(matterId === undefined ? { note, idempotencyKey: key } : { matterId }),
    });
  const kept = async () => ({
    matters: (await desk.db.select().from(matters)).length,
    messages: (await desk.db.select().from(messages)).length,
    documents: (await desk.db.select().from(documents)).length,
    files: (await desk.db.select().from(documentFiles)).length,
    jobs: (await desk.db.select().from(jobs)).length,
  });
  const nothing = { matters: 0, messages: 0, documents: 0, files: 0, jobs: 0 };

  it('opens a matter with a message and the review, which is about that message', async () => {
    const { document, duplicate } = await send({ note: '我是承租人，担心押金。' });
    expect([duplicate, document.contract, document.revision]).toEqual([false, null, null]);
    await desk.work();
    const seen = await getMatter(desk.deps, { actor: desk.client, matterId: document.matterId });
    expect(seen.matter.kind).toBe('review');
    expect(seen.messages.map(({ text }) => text)).toEqual([
      '请审核我上传的合同“租赁合同.txt”。\n我是承租人，担心押金。',
    ]);
    const { contract: review, obstacles } = await desk.read(document);
    expect([review?.type, obstacles]).toEqual(['lease', ['还有 1 处审查意见没有处理。请逐一采纳或不采纳。']]);
  });

  it('leaves nothing where the file is not one to be read, nor where storing breaks half-way', async () => {
    await expect(send({ name: '合同.exe' })).rejects.toMatchObject({ code: 'unsupported-file' });
    expect(await kept()).toEqual(nothing);
    for (let at = 1; at <= 6; at++) {
      let ids = 0;
      const newId = () => {
        if (++ids === at) throw new Error('the line broke');
        return desk.deps.newId();
      };
      const broken = { ...desk.deps, newId };
      const file = { name: '租赁合同.txt', bytes: Buffer.from(contract) };
      const input = { actor: desk.client, file, idempotencyKey: 'key-0001' };
      await expect(sendContract(broken, input)).rejects.toThrow('the line broke');
      expect(await kept()).toEqual(nothing);
    }
    expect((await send()).duplicate).toBe(false);
  });

  it('is one matter however often it is sent under one key, also at once', async () => {
    const all = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(all.map(({ document }) => document.id)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await kept()).toMatchObject({ matters: 1, messages: 1, documents: 1 });
    await expect(send({ text: `${contract}另一份` })).rejects.toMatchObject({ code: 'conflict' });
    await expect(send({ name: '别名.txt' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await kept()).toMatchObject({ matters: 1, messages: 1, documents: 1 });
    expect((await send({ key: 'key-0002' })).duplicate).toBe(false);
    expect(await kept()).toMatchObject({ matters: 2, messages: 2, documents: 2 });
  });

  it("goes into a matter of the client's with a message, once", async () => {
    const matterId = await desk.ask();
    const stranger = await desk.person('另一客户', 'client');
    await expect(send({ matterId, actor: stranger })).rejects.toMatchObject({ code: 'not-found' });
    const both = await Promise.all([send({ matterId }), send({ matterId })]);
    expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
    const said = await desk.db.select().from(messages).where(eq(messages.matterId, matterId));
    expect(said.map(({ text }) => text)).toEqual(['公司不发工资怎么办', '上传了合同“租赁合同.txt”，请审查。']);
    expect((await desk.read(both[0].document)).obstacles.join()).not.toContain('新消息');
  });

  it('is refused without a message where the desk has the same file in review already', async () => {
    const matterId = await desk.ask();
    const file = { name: '租赁合同.txt', bytes: Buffer.from(contract) };
    await uploadContract(desk.deps, { actor: desk.agent, matterId, file });
    const before = await kept();
    await expect(send({ matterId })).rejects.toMatchObject({ code: 'conflict' });
    expect(await kept()).toEqual(before);
  });

  it('is reviewed anew where the desk gave the first up', async () => {
    const matterId = await desk.ask();
    const first = await send({ matterId });
    await discardDocument(desk.deps, { actor: desk.agent, documentId: first.document.id });
    const second = await send({ matterId });
    expect([second.duplicate, second.document.id === first.document.id]).toEqual([false, false]);
    expect((await desk.read(second.document)).status).toBe('open');
  });

  it('is not for the desk to send: it uploads into a matter', async () => {
    await expect(send({ actor: desk.agent })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await kept()).toEqual(nothing);
  });
});
