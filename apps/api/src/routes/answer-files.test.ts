import type { AuditEntry, MatterDetail } from '@lutai/contracts';
import { type DocumentFormat, readDocument } from '@lutai/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, ruleOnFindings, type TestApp } from '../testing/index.ts';

const unapproved = '本文由人工智能生成，未经人工核准';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let test: TestApp;
let client: Caller;
let other: Caller;
let agent: Caller;
let answered: MatterDetail;
beforeAll(async () => {
  test = await openTestApp();
  client = await test.client('asker');
  other = await test.client('other');
  agent = await test.staff('agent', 'senior');
  answered = await approve(await ask());
});
afterAll(() => test.close());

async function ask(): Promise<string> {
  const text = '公司拖欠我两个月工资一直不发，我想马上离职，能不能要经济补偿？';
  const { body } = await client.post<{ matterId: string }>('/api/matters', { text });
  await test.settle();
  return body.matterId;
}

const matterOf = async (matterId: string) => (await agent.get<MatterDetail>(`/api/matters/${matterId}`)).body;

async function approve(matterId: string): Promise<MatterDetail> {
  const { draft } = (await agent.post<MatterDetail>(`/api/matters/${matterId}/claim`)).body;
  const text = '依据《中华人民共和国劳动合同法》第三十条，公司应当足额支付工资。';
  const saved = await agent.post<{ id: string; contentHash: string }>(`/api/drafts/${draft?.id}/revisions`, {
    baseRevisionId: draft?.revision?.id,
    text,
  });
  await ruleOnFindings(agent, matterId);
  const { id: revisionId, contentHash } = saved.body;
  const signed = await agent.post(`/api/drafts/${draft?.id}/approve`, { revisionId, contentHash });
  if (signed.status !== 200) throw new Error(`the approval answered ${signed.status}: ${JSON.stringify(signed.body)}`);
  await test.settle();
  return matterOf(matterId);
}

async function fileOf(caller: Caller, path: string) {
  const answer = await caller.raw(path);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const header = (name: string) => answer.headers.get(name) ?? '';
  return { status: answer.status, type: header('content-type'), disposition: header('content-disposition'), bytes };
}

const words = async (bytes: Uint8Array, ending: string) => (await readDocument(bytes, { name: `a.${ending}` })).text;
const exports = async (matterId: string) =>
  (await agent.get<{ entries: AuditEntry[] }>(`/api/matters/${matterId}/audit`)).body.entries.filter(
    ({ action }) => action === 'draft.exported',
  );

describe('GET /api/drafts/{id}/file', () => {
  const formats: [string, DocumentFormat, string][] = [
    ['docx', 'docx', word],
    ['html', 'html', 'text/html; charset=utf-8'],
    ['md', 'markdown', 'text/markdown; charset=utf-8'],
  ];
  it.each(formats)(
    'gives the newest revision to the desk as %s, labelled, and keeps that it did',
    async (format, _, type) => {
      const matterId = await ask();
      const { draft, matter } = await matterOf(matterId);
      const file = await fileOf(agent, `/api/drafts/${draft?.id}/file?format=${format}`);
      expect([file.status, file.type]).toEqual([200, type]);
      const encoded = encodeURIComponent(`答复草稿-${matter.number}.${format}`);
      expect(file.disposition).toBe(
        `attachment; filename="answer-${matter.number}.${format}"; filename*=UTF-8''${encoded}`,
      );
      const text = await words(file.bytes, format);
      expect(text.split(unapproved).length - 1).toBeGreaterThanOrEqual(2);
      expect(text).toContain('劳动合同法');
      expect(await exports(matterId)).toMatchObject([
        {
          subjectId: draft?.revision?.id,
          details: { format, contentHash: draft?.revision?.contentHash, approved: false },
        },
      ]);
    },
  );

  it('answers as the other routes of a draft do where there is nothing to give', async () => {
    const draftId = answered.draft?.id;
    expect((await fileOf(client, `/api/drafts/${draftId}/file`)).status).toBe(403);
    expect((await fileOf(test.anyone, `/api/drafts/${draftId}/file`)).status).toBe(401);
    expect((await fileOf(agent, '/api/drafts/none/file')).status).toBe(404);
    expect((await fileOf(agent, `/api/drafts/${draftId}/file?format=pdf`)).status).toBe(400);
    const matterId = await ask();
    const { draft } = await matterOf(matterId);
    await client.post(`/api/matters/${matterId}/messages`, { text: '补充：我在公司干了三年。' });
    await test.settle();
    expect((await fileOf(agent, `/api/drafts/${draft?.id}/file`)).status).toBe(409);
  });
});

describe('a caller who takes file after file', () => {
  it('is asked to wait, whatever the route', async () => {
    const hasty = await test.client('hasty');
    const statuses: number[] = [];
    for (let asked = 0; asked < 62; asked++) statuses.push((await hasty.raw(`/api/messages/${asked}/file`)).status);
    expect(statuses.slice(0, 60)).not.toContain(429);
    expect(statuses.slice(60)).toEqual([429, 429]);
  });
});

describe('GET /api/messages/{id}/file', () => {
  const delivered = () => answered.messages.find(({ direction }) => direction === 'outbound')?.id;

  it('gives a delivered answer to its client and to the desk, and says who approved it', async () => {
    for (const caller of [client, agent]) {
      const file = await fileOf(caller, `/api/messages/${delivered()}/file`);
      expect([file.status, file.type]).toEqual([200, word]);
      expect(file.disposition).toContain(encodeURIComponent(`答复-${answered.matter.number}.docx`));
      const text = await words(file.bytes, 'docx');
      expect(text).toContain('公司应当足额支付工资');
      expect(text).toMatch(/由人工智能辅助生成，经 agent 于 \d{4}年\d{1,2}月\d{1,2}日 核准/);
      expect(text).not.toContain('未经人工核准');
    }
    const [ofClient, ofAgent] = await exports(answered.matter.id);
    expect(ofClient).toMatchObject({ subjectType: 'message', details: { format: 'docx', approved: true } });
    expect(ofAgent?.actorName).toBe('agent');
  });

  it('does not say to another client whether there is such an answer, and gives no question', async () => {
    expect((await fileOf(other, `/api/messages/${delivered()}/file`)).status).toBe(404);
    expect((await fileOf(client, '/api/messages/none/file')).status).toBe(404);
    const question = answered.messages.find(({ direction }) => direction === 'inbound');
    expect((await fileOf(client, `/api/messages/${question?.id}/file`)).status).toBe(404);
  });
});
