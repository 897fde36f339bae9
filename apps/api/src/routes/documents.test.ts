import type { AuditEntry, DocumentDetail, DocumentPreview, MatterDetail, TemplateSummary } from '@lutai/contracts';
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
    const unfinished = { revisionId: started.body.revision?.id, contentHash: started.body.revision?.contentHash };
    expect(started.body.revision?.text).toContain('【待补：入职日期】');
    expect((await agent.post(`/api/documents/${id}/approve`, unfinished)).status).toBe(409);

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
    const text = (await test.desk.deps.works.read({ name: 'back.docx', bytes }))?.text;
    expect(text).toContain('人民币贰万肆仟元整');
    expect(text).not.toMatch(/未经核准|待补|使用说明/);

    const { body: audit } = await agent.get<{ entries: AuditEntry[] }>(`/api/matters/${matterId}/audit`);
    const actions = audit.entries.map(({ action }) => action);
    for (const action of ['started', 'filled', 'fields-requested', 'approved', 'delivered', 'exported']) {
      expect(actions).toContain(`document.${action}`);
    }
  });

  it('is previewed with what is not saved, as a draft, without a trace', async () => {
    const matterId = await ask();
    const { body: document } = await agent.post<DocumentDetail>(`/api/matters/${matterId}/documents`, {
      templateId: 'labour-arbitration',
    });
    const at = `/api/documents/${document.id}`;
    const audited = async () => (await agent.get<{ entries: AuditEntry[] }>(`/api/matters/${matterId}/audit`)).body;
    const before = [await audited(), (await agent.get(at)).body];
    const preview = await agent.post<DocumentPreview>(`${at}/preview`, { values: { ...byAgent, total: 25_000 } });
    expect(preview.status).toBe(200);
    expect(preview.body.html).toMatch(/本文是草稿，未经核准.*人民币贰万伍仟元整/s);
    expect(preview.body.missing.map(({ key }) => key)).toEqual(['hired-day', 'wage']);
    expect(preview.body.problems.map(({ fields }) => fields)).toContainEqual(expect.arrayContaining(['total']));
    expect([await audited(), (await agent.get(at)).body]).toEqual(before);

    expect((await client.post(`${at}/preview`, { values: {} })).status).toBe(403);
    expect((await test.anyone.post(`${at}/preview`, { values: {} })).status).toBe(401);
    const long = await agent.post(`${at}/preview`, { values: { facts: '长'.repeat(300_000) } });
    expect([long.status, long.body.error.code]).toEqual([413, 'too-large']);
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

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
