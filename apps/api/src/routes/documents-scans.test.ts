import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import type { DocumentDetail } from '@lutai/contracts';
import { createRecogniser } from '@lutai/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type DocumentDesk, openDocumentDesk } from '../testing/index.ts';

let test: DocumentDesk['test'];
let client: Caller;
let agent: Caller;
let ask: DocumentDesk['ask'];
beforeAll(async () => {
  ({ test, client, agent, ask } = await openDocumentDesk());
});
afterAll(() => test.close());

const upload = async (caller: Caller, matterId: string, name: string, content: BlobPart) => {
  const form = new FormData();
  form.set('file', new File([content], name));
  const answer = await caller.raw(`/api/matters/${matterId}/contracts`, { method: 'POST', body: form });
  // The test names the shape that the contract gives for the route.
  return { status: answer.status, body: (await answer.json()) as { document: DocumentDetail; duplicate: boolean } };
};

describe.skipIf(createRecogniser() === null)('a photo of a contract that is sent in', () => {
  const photo = new Uint8Array(
    readFileSync(new URL('../../../../packages/documents/src/recognise/testing/scan.jpg', import.meta.url)),
  );

  it('is answered before it is recognised, and reviewed when it is, with a word on how it was read', async () => {
    const matterId = await ask();
    const sent = await upload(client, matterId, '租赁合同.jpg', photo);
    expect(sent).toMatchObject({ status: 201, body: { document: { status: 'reading', source: { format: '' } } } });
    const { id } = sent.body.document;
    await test.settle();
    const { body: read } = await agent.get<DocumentDetail>(`/api/documents/${id}`);
    expect(read).toMatchObject({ status: 'open', source: { format: 'text' }, failure: null });
    expect(read.contract?.text).toContain('第一条 租金');
    expect(read.contract?.readNotes.join()).toContain('请与原件核对');
    expect((await client.get<DocumentDetail>(`/api/documents/${id}`)).body).toMatchObject({ contract: null });
  });

  it('is taken back by its client while it is read', async () => {
    const matterId = await ask();
    const { id } = (await upload(client, matterId, '租赁合同.jpg', photo)).body.document;
    expect((await (await test.client('contract-stranger')).post(`/api/documents/${id}/discard`)).status).toBe(404);
    expect(await client.post<DocumentDetail>(`/api/documents/${id}/discard`)).toMatchObject({
      ...{ status: 200, body: { status: 'discarded' } },
    });
    await test.settle();
    const list = await client.get<{ documents: unknown[] }>(`/api/matters/${matterId}/documents`);
    expect(list.body.documents).toEqual([]);
  });

  it('says why nothing of it could be read', async () => {
    const matterId = await ask();
    const blank = new Uint8Array(blankPhoto());
    const { id } = (await upload(agent, matterId, '空白.png', blank)).body.document;
    await test.settle();
    const { body } = await agent.get<DocumentDetail>(`/api/documents/${id}`);
    expect([body.status, body.failure]).toEqual([
      'unreadable',
      '文件“空白.png”不能读取：这是照片或图片（PNG），没有识别出文字；请上传可复制文字的版本，或者把主要条款打成文字发来。',
    ]);
  });
});

/** A white PNG of 200 by 100 pixels. */
function blankPhoto(): Buffer {
  const [width, height] = [200, 100];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head[8] = 8;
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 255)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
