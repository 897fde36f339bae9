import type { DocumentDetail, DocumentSummary, MatterDetail } from '@lutai/contracts';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type DocumentDesk, openDocumentDesk, documentQuestion as question } from '../testing/index.ts';

let test: DocumentDesk['test'];
let client: Caller;
let agent: Caller;
let ask: DocumentDesk['ask'];
let ruleOnAll: DocumentDesk['ruleOnAll'];
beforeAll(async () => {
  ({ test, client, agent, ask, ruleOnAll } = await openDocumentDesk());
});
afterAll(() => test.close());

describe('a contract that is sent in', () => {
  const contract = [
    '房屋租赁合同',
    '出租方（甲方）：张某某',
    '承租方（乙方）：李某某',
    '第一条 房屋',
    '甲方将坐落于某市某区某路1号101室的房屋出租给乙方居住使用。',
    '第二条 租赁期限',
    '租赁期自2025年3月15日起至2050年3月14日止。',
    '第三条 租金',
    '月租金为人民币3500元，按月支付。',
    '第四条 押金',
    '乙方于签订本合同之日支付押金7000元，无论何种情况押金概不退还。',
    '第五条 依据',
    '本合同依据《中华人民共和国劳动合同法》第九百条订立。',
  ].join('\n');
  const upload = async (caller: Caller, matterId: string, name: string, content: BlobPart = contract) => {
    const form = new FormData();
    form.set('file', new File([content], name));
    const answer = await caller.raw(`/api/matters/${matterId}/contracts`, { method: 'POST', body: form });
    // The test names the shape that the contract gives for the route.
    return { status: answer.status, body: (await answer.json()) as { document: DocumentDetail; duplicate: boolean } };
  };

  it('comes from the client with a message, is gone through by an agent, and goes back with comments', async () => {
    const matterId = await ask();
    const sent = await upload(client, matterId, '租赁合同.txt');
    expect(sent).toMatchObject({
      status: 201,
      body: { duplicate: false, document: { contract: null, revision: null } },
    });
    expect((await upload(client, matterId, '租赁合同.txt')).body).toMatchObject({ duplicate: true });
    await test.settle();
    const { messages } = (await client.get<MatterDetail>(`/api/matters/${matterId}`)).body;
    expect(messages.map(({ text }) => text)).toEqual([question, '上传了合同“租赁合同.txt”，请审查。']);

    const { id } = sent.body.document;
    const { body: list } = await agent.get<{ documents: DocumentSummary[] }>(`/api/matters/${matterId}/documents`);
    expect(list.documents).toMatchObject([{ id, kind: 'reviewed', title: '租赁合同' }]);
    let { body: document } = await agent.get<DocumentDetail>(`/api/documents/${id}`);
    expect(document.contract?.type).toBe('lease');
    const titles = document.contract?.findings.map(({ title, kind }) => `${kind} ${title}`) ?? [];
    expect(titles.join('\n')).toMatch(/押金/);
    expect(titles.join('\n')).toMatch(/citation 引用的法条查不到/);

    for (const { key, kind } of document.contract?.findings ?? []) {
      const decision = kind === 'citation' ? 'rejected' : 'accepted';
      const decided = await agent.post<DocumentDetail>(`/api/documents/${id}/findings/${key}/decision`, {
        baseRevisionId: document.baseRevisionId,
        decision,
      });
      expect(decided.status).toBe(200);
      document = decided.body;
    }
    expect(document.obstacles.filter((why) => !why.includes('引用'))).toEqual([]);
    const source = await agent.raw(`/api/documents/${id}/file?format=source`);
    expect([source.headers.get('content-type'), await source.text()]).toEqual(['application/octet-stream', contract]);
  });

  it('opens a matter of its own with the file, once a key, and leaves none where the file is refused', async () => {
    const sender = await test.client('document-sender');
    const send = async (
      name: string,
      fields: Record<string, string>,
      caller = sender,
      content: BlobPart = contract,
    ) => {
      const form = new FormData();
      form.set('file', new File([content], name));
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      const answer = await caller.raw('/api/contracts', { method: 'POST', body: form });
      // The test names the shape that the contract gives for the route.
      return { status: answer.status, body: (await answer.json()) as { document: DocumentDetail; duplicate: boolean } };
    };
    const total = async () => (await sender.get<{ total: number }>('/api/matters')).body.total;
    const key = { idempotencyKey: 'contract-0001' };
    expect((await send('合同.txt', key, sender, '')).status).toBe(415);
    expect((await send('合同.txt', { idempotencyKey: 'short' })).status).toBe(400);
    expect((await send('合同.txt', key, agent)).status).toBe(403);
    expect((await send('合同.txt', key, test.anyone)).status).toBe(401);
    expect(await total()).toBe(0);
    const first = await send('合同.txt', { ...key, note: '我是承租人。' });
    expect(first).toMatchObject({ status: 201, body: { duplicate: false, document: { contract: null } } });
    const again = await send('合同.txt', { ...key, note: '我是承租人。' });
    expect(again.body).toMatchObject({ duplicate: true, document: { id: first.body.document.id } });
    expect(await total()).toBe(1);
    await test.settle();
    const { matter, messages } = (await sender.get<MatterDetail>(`/api/matters/${first.body.document.matterId}`)).body;
    expect([matter.kind, messages.map(({ text }) => text)]).toEqual([
      'review',
      ['请审核我上传的合同“合同.txt”。\n我是承租人。'],
    ]);
  });

  it('in Word goes back as the same file with comments and tracked changes', async () => {
    const matterId = await ask();
    const word = await wordOf(contract);
    const { body: sent } = await upload(agent, matterId, '租赁合同.docx', word);
    expect(sent.document.source).toMatchObject({ name: '租赁合同.docx', format: 'docx' });
    let { document } = sent;
    const accepted = document.contract?.findings.find(({ title }) => title.includes('押金'));
    for (const { key } of document.contract?.findings ?? []) {
      const mine = key === accepted?.key;
      const { body } = await agent.post<DocumentDetail>(`/api/documents/${document.id}/findings/${key}/decision`, {
        baseRevisionId: document.baseRevisionId,
        decision: mine ? 'accepted' : 'rejected',
        suggestion: mine ? '押金在退租后三日内无息退还。' : null,
      });
      document = body;
    }
    await ruleOnAll(document);
    const signed = { revisionId: document.revision?.id, contentHash: document.revision?.contentHash };
    expect(await agent.post(`/api/documents/${document.id}/approve`, signed)).toMatchObject({ status: 200 });
    await test.settle();

    const { messageId } = (await client.get<DocumentDetail>(`/api/documents/${document.id}`)).body;
    const { messages } = (await client.get<MatterDetail>(`/api/matters/${matterId}`)).body;
    const [attached] = messages.find(({ id }) => id === messageId)?.attachments ?? [];
    const file = await client.raw(`/api/messages/${messageId}/attachments/${attached?.sha256}`);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(xml('word/comments.xml')).toContain(accepted?.title);
    expect(xml('word/document.xml')).toMatch(/<w:ins [^>]*>.*押金在退租后三日内无息退还/s);
    expect(xml('word/document.xml')).toContain('<w:delText');
  });

  it.each([
    ['a Word file with macros', (parts: Zippable) => ({ ...parts, 'word/vbaProject.bin': strToU8('macro') })],
    [
      'a Word file that unpacks to more than can be read',
      (parts: Zippable) => ({ ...parts, 'word/a.xml': new Uint8Array(120_000_000) }),
    ],
  ])('is refused where it is %s', async (_, spoil) => {
    const matterId = await ask();
    const file = zipSync(spoil(unzipSync(await wordOf(contract))));
    const answer = await upload(client, matterId, '合同.docx', new Uint8Array(file));
    expect([413, 415]).toContain(answer.status);
    expect((await client.get<{ documents: unknown[] }>(`/api/matters/${matterId}/documents`)).body.documents).toEqual(
      [],
    );
  });

  it.each([
    ['a program', '合同.exe', new Uint8Array([77, 90]), 415],
    ['what is not the format that its name says', '合同.docx', new Uint8Array([1, 2, 3]), 415],
    ['an empty file', '合同.txt', '', 415],
    ['more than 20 MB', '合同.txt', new Uint8Array(20 * 1024 * 1024 + 1), 413],
  ])('is refused where it is %s', async (_, name, content, status) => {
    const matterId = await ask();
    const answer = await upload(client, matterId, name, content);
    expect([answer.status, answer.body]).toEqual([
      status,
      { error: expect.objectContaining({ message: expect.any(String) }) },
    ]);
    expect((await client.get<{ documents: unknown[] }>(`/api/matters/${matterId}/documents`)).body.documents).toEqual(
      [],
    );
  });

  it("is not taken into another client's matter", async () => {
    const matterId = await ask();
    expect((await upload(await test.client('document-stranger'), matterId, '合同.txt')).status).toBe(404);
  });
});

/** The text as a Word file, a paragraph a line. */
async function wordOf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line })] }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
