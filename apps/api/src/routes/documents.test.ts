import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditEntry, DocumentDetail, DocumentSummary, MatterDetail, TemplateSummary } from '@lutai/contracts';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
let test: TestApp;
let client: Caller;
let agent: Caller;
beforeAll(async () => {
  test = await openTestApp();
  const actor = { id: 'test', name: '测试', role: 'admin', level: null } as const;
  const names = ['劳动争议调解仲裁法', '民法典-总则', '民法典-合同编', '民法典合同编通则解释', '城镇房屋租赁合同解释'];
  const paths = names.map((name) => path.join(repository, `corpus/laws/${name}.md`));
  await test.desk.deps.verbs.ingest({ paths, kind: 'laws', actor });
  client = await test.client('document-client');
  agent = await test.staff('agent', 'senior');
});
afterAll(() => test.close());

const question = '我在甲公司上班，公司拖欠我三个月工资24000元，我想申请劳动仲裁。';

async function ask(): Promise<string> {
  const { body } = await client.post<{ matterId: string }>('/api/matters', { text: question });
  await test.settle();
  return body.matterId;
}

async function put<Body>(caller: Caller, at: string, body: unknown): Promise<{ status: number; body: Body }> {
  const answer = await caller.raw(at, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // The test names the shape that the contract gives for the route.
  return { status: answer.status, body: (await answer.json()) as Body };
}

const person = {
  ...{
    kind: 'person',
    name: '测试客户',
    sex: '女',
    birth: '1992-11-23',
    nation: '汉族',
    idNumber: '999999199211230025',
  },
  ...{ work: '某店店员', address: '某省某市某区某路1号', phone: '13000000000' },
};
/** All but what the client is asked for. */
const byAgent = {
  commission: '某市劳动人事争议仲裁委员会',
  applicant: person,
  employer: {
    ...{ kind: 'organisation', name: '甲公司', creditCode: '91999999MA0000001N', address: '某省某市某区某大道88号' },
    ...{ representative: '钱某某', post: '执行董事' },
  },
  position: '店员',
  contract: '签订了',
  employed: '在职',
  sums: [{ what: '2026年8月至10月的工资', amount: 24000, steps: '8000元/月×3个月' }],
  total: 24000,
  facts: '被申请人自2026年8月起没有支付工资，申请人多次催要未果。',
  basis: '《中华人民共和国劳动合同法》第三十条',
  'learnt-day': '2026-09-15',
  evidence: [{ name: '工资流水', source: '银行', proves: '工资的支付情况' }],
  date: '2026-11-23',
};

describe('a document from the form to the client', () => {
  it('is started, filled in by both, checked, approved and delivered with its file', async () => {
    const { body: list } = await agent.get<{ templates: TemplateSummary[] }>('/api/templates');
    expect(list.templates.map(({ id }) => id)).toContain('labour-arbitration');
    const matterId = await ask();

    const started = await agent.post<DocumentDetail>(`/api/matters/${matterId}/documents`, {
      templateId: 'labour-arbitration',
    });
    expect(started.status).toBe(201);
    const id = started.body.id;
    expect(started.body.values).toMatchObject({ facts: question, total: 24000, date: expect.any(String) });
    expect(started.body.missing.map(({ key }) => key)).toContain('hired-day');

    const first = await put<DocumentDetail>(agent, `/api/documents/${id}/values`, {
      baseRevisionId: started.body.baseRevisionId,
      values: byAgent,
    });
    expect(first.body.missing.map(({ key }) => key)).toEqual(['hired-day', 'wage']);
    expect(first.body.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const asked = await agent.post<DocumentDetail>(`/api/documents/${id}/request-fields`, {
      fields: ['hired-day', 'wage'],
    });
    expect(asked.body.requestedFields).toEqual(['hired-day', 'wage']);

    const seen = await client.get<DocumentDetail>(`/api/documents/${id}`);
    expect(seen.body).toMatchObject({ revision: null, requestedFields: ['hired-day', 'wage'] });
    const filled = await put<DocumentDetail>(client, `/api/documents/${id}/values`, {
      baseRevisionId: seen.body.baseRevisionId,
      values: { 'hired-day': '2024-03-01', wage: 8000 },
    });
    expect([filled.status, filled.body.missing]).toEqual([200, []]);

    const { body } = await agent.get<DocumentDetail>(`/api/documents/${id}`);
    const { revision, obstacles } = body;
    expect(revision?.text).toContain('人民币贰万肆仟元整');
    expect(revision?.citations.map(({ raw, state }) => [raw, state])).toEqual([
      ['《中华人民共和国劳动合同法》第三十条', 'ok'],
      ['《中华人民共和国劳动争议调解仲裁法》第二十八条', 'ok'],
    ]);
    expect(obstacles.filter((why) => !why.includes('引用'))).toEqual([]);
    await ruleOnAll(body);
    const draft = await agent.raw(`/api/documents/${id}/file?format=html`);
    expect(await draft.text()).toContain('未经核准');

    const signed = { revisionId: revision?.id, contentHash: revision?.contentHash };
    expect((await agent.post(`/api/documents/${id}/approve`, { ...signed, contentHash: '0' })).status).toBe(409);
    expect((await agent.post(`/api/documents/${id}/approve`, signed)).status).toBe(200);
    await test.settle();

    const delivered = await client.get<DocumentDetail>(`/api/documents/${id}`);
    expect(delivered.body).toMatchObject({ status: 'delivered', revision: { text: revision?.text } });
    const { messages } = (await client.get<MatterDetail>(`/api/matters/${matterId}`)).body;
    const message = messages.find((one) => one.id === delivered.body.messageId);
    const [attached] = message?.attachments ?? [];
    expect(attached?.name).toBe('劳动人事争议仲裁申请书.docx');
    const file = await client.raw(`/api/messages/${message?.id}/attachments/${attached?.sha256}`);
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(await sha256(bytes)).toBe(attached?.sha256);
    const { text } = await test.desk.deps.works.read({ name: 'back.docx', bytes });
    expect(text).toContain('人民币贰万肆仟元整');
    expect(text).not.toMatch(/未经核准|待补|使用说明/);

    const { body: audit } = await agent.get<{ entries: AuditEntry[] }>(`/api/matters/${matterId}/audit`);
    const actions = audit.entries.map(({ action }) => action);
    for (const action of ['started', 'filled', 'fields-requested', 'approved', 'delivered', 'exported']) {
      expect(actions).toContain(`document.${action}`);
    }
  });

  it('refuses a stale revision, an unknown template and an unknown field as errors elsewhere', async () => {
    const matterId = await ask();
    const unknown = await agent.post(`/api/matters/${matterId}/documents`, { templateId: 'none' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not-found']);
    const { body } = await agent.post<DocumentDetail>(`/api/matters/${matterId}/documents`, { templateId: 'iou' });
    const at = `/api/documents/${body.id}`;
    const base = { baseRevisionId: body.baseRevisionId };
    expect((await put(agent, `${at}/values`, { ...base, values: { date: '2026-11-20' } })).status).toBe(200);
    expect(await put(agent, `${at}/values`, { ...base, values: {} })).toMatchObject({
      status: 409,
      body: { error: { code: 'stale-revision' } },
    });
    expect((await agent.post(`${at}/request-fields`, { fields: ['none'] })).status).toBe(400);
    expect((await client.get(at)).status).toBe(404);
    expect((await agent.post<DocumentDetail>(`${at}/discard`)).body.status).toBe('discarded');
  });
});

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

async function ruleOnAll({ draftId, revision, findings }: DocumentDetail): Promise<void> {
  for (const { key } of findings) {
    const ruling = { revisionId: revision?.id, reason: '已对照条文看过' };
    expect(await agent.post(`/api/drafts/${draftId}/findings/${key}/ruling`, ruling)).toMatchObject({ status: 200 });
  }
}

/** The text as a Word file, a paragraph a line. */
async function wordOf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const children = text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line })] }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
