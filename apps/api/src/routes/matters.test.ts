import type {
  AuditEntry,
  Job,
  MatterDetail,
  MatterSummary,
  PublicationPreview,
  Revision,
  SearchResponse,
} from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, ruleOnFindings, type TestApp } from '../testing/index.ts';

type List = { matters: MatterSummary[]; total: number };
type Received = { matterId: string; messageId: string };

const question = '公司拖欠我两个月工资一直不发，我想马上离职，能不能要经济补偿？';

let test: TestApp;
let client: Caller;
let other: Caller;
let agent: Caller;
let supervisor: Caller;
beforeAll(async () => {
  test = await openTestApp();
  [client, other] = [await test.client('one'), await test.client('two')];
  [agent, supervisor] = [await test.staff('agent', 'senior'), await test.staff('supervisor')];
});
afterAll(() => test.close());

async function ask(from: Caller = client): Promise<string> {
  const { status, body } = await from.post<Received>('/api/matters', { text: question });
  expect(status).toBe(201);
  await test.settle();
  return body.matterId;
}

const read = async (who: Caller, matterId: string) => (await who.get<MatterDetail>(`/api/matters/${matterId}`)).body;

describe('a matter from question to archive', () => {
  it('is drafted, claimed, edited, approved, delivered, rated, archived, published and found', async () => {
    const matterId = await ask();
    expect(await read(client, matterId)).toMatchObject({ draft: null, triage: null, deliveries: [] });

    const queue = (await agent.get<List>('/api/queue')).body;
    expect(queue.matters.map(({ id }) => id)).toContain(matterId);
    const claimed = await agent.post<MatterDetail>(`/api/matters/${matterId}/claim`);
    expect(claimed.body.matter.assigneeId).toBe(agent.id);
    expect((await agent.get<List>('/api/queue?mine=true')).body.matters.map(({ id }) => id)).toEqual([matterId]);

    const draft = claimed.body.draft;
    if (!draft?.revision) throw new Error('there is no draft');
    const text = `${draft.revision.text}\n\n请保存好工资条。`;
    const revised = await agent.post<Revision>(`/api/drafts/${draft.id}/revisions`, {
      baseRevisionId: draft.revision.id,
      text,
    });
    expect([revised.status, revised.body.number]).toEqual([201, 2]);

    const stale = await agent.post(`/api/drafts/${draft.id}/approve`, {
      revisionId: draft.revision.id,
      contentHash: draft.revision.contentHash,
    });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'stale-revision']);
    const { id: revisionId, contentHash } = revised.body;
    await ruleOnFindings(agent, matterId);
    expect((await agent.post(`/api/drafts/${draft.id}/approve`, { revisionId, contentHash })).status).toBe(200);
    await test.settle();

    const answered = await read(client, matterId);
    expect(answered.matter.status).toBe('answered');
    const answer = answered.messages.at(-1);
    expect(answer).toMatchObject({ direction: 'outbound', text });
    expect(answer?.citations.length).toBeGreaterThan(0);

    expect((await client.post(`/api/matters/${matterId}/rating`, { score: 5, comment: '清楚' })).status).toBe(200);
    expect((await agent.post(`/api/matters/${matterId}/archive`)).status).toBe(200);
    const archive = (await supervisor.get<List>(`/api/archive?q=${encodeURIComponent('拖欠')}`)).body;
    expect(archive.matters.map(({ id }) => id)).toContain(matterId);

    const preview = (await agent.get<PublicationPreview>(`/api/matters/${matterId}/publication`)).body;
    const record = { title: '欠薪后离职', question: preview.question, answer: preview.answer };
    const published = await agent.post<{ caseId: string }>(`/api/matters/${matterId}/publication`, record);
    expect(published.status).toBe(201);
    const found = (await client.get<SearchResponse>(`/api/search?q=${encodeURIComponent(question)}`)).body;
    expect(found.cases.map(({ caseId }) => caseId)).toContain(published.body.caseId);

    const { entries } = (await supervisor.get<{ entries: AuditEntry[] }>(`/api/matters/${matterId}/audit`)).body;
    const story = entries.map(({ action }) => action).join(' ');
    for (const step of ['claimed', 'revised', 'approved', 'delivery.sent', 'rated', 'archived', 'published']) {
      expect(story).toContain(step);
    }
    expect((await supervisor.get<{ entries: AuditEntry[] }>('/api/audit')).body.entries.length).toBeGreaterThan(5);
  });

  it('can be given back to the queue and drafted anew', async () => {
    const matterId = await ask();
    await agent.post(`/api/matters/${matterId}/claim`);
    const first = (await read(agent, matterId)).draft?.id;
    expect((await agent.post(`/api/matters/${matterId}/redraft`)).status).toBe(200);
    await test.settle();
    const redrafted = await read(agent, matterId);
    expect(redrafted.draft?.id).not.toBe(first);
    const released = await agent.post<MatterDetail>(`/api/matters/${matterId}/release`);
    expect(released.body.matter.assigneeId).toBeNull();
  });

  it('takes the same message twice for one', async () => {
    const body = { text: question, idempotencyKey: 'a-key-of-this-message' };
    const first = (await client.post<Received>('/api/matters', body)).body;
    expect((await client.post<Received>('/api/matters', body)).body).toEqual(first);
    await test.settle();
  });

  it('takes a further message', async () => {
    const matterId = await ask();
    const answer = await client.post<Received>(`/api/matters/${matterId}/messages`, { text: '补充：公司有二十个人。' });
    expect([answer.status, answer.body.matterId]).toEqual([201, matterId]);
    await test.settle();
    expect((await read(client, matterId)).messages).toHaveLength(2);
  });
});

describe('another client', () => {
  it('finds nothing of the matter, by no route', async () => {
    const matterId = await ask();
    expect((await other.get<List>('/api/matters')).body).toEqual({ matters: [], total: 0 });
    for (const path of [`/api/matters/${matterId}`, `/api/matters/${matterId}/events`]) {
      expect([path, (await other.get(path)).status]).toEqual([path, 404]);
    }
    for (const [path, body] of [
      [`/api/matters/${matterId}/messages`, { text: '偷看' }],
      [`/api/matters/${matterId}/rating`, { score: 1, comment: '' }],
    ] as const) {
      expect([path, (await other.post(path, body)).status]).toEqual([path, 404]);
    }
    expect((await read(client, matterId)).messages).toHaveLength(1);
  });
});

describe('the events of a matter', () => {
  it('tell the client that it moves, and no word of the draft', async () => {
    const { body } = await client.post<Received>('/api/matters', { text: question });
    const stream = await client.raw(`/api/matters/${body.matterId}/events`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await test.settle();
    test.desk.deps.publish({ type: 'draft-text', matterId: body.matterId, text: '秘密草稿' });
    test.desk.deps.publish({ type: 'draft-step', matterId: body.matterId, step: 'done', detail: '秘密细节' });
    const reader = stream.body?.getReader();
    let told = '';
    while (!told.includes('"step":"done"')) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      told += new TextDecoder().decode(chunk.value);
    }
    await reader?.cancel();
    expect(told).toContain('event: status');
    expect(told).toContain('event: draft-step');
    expect(told).not.toContain('秘密');
  });

  it('tell who keeps the answered cases no word of a later draft either', async () => {
    const matterId = await ask();
    const draft = (await read(agent, matterId)).draft;
    const signed = { revisionId: draft?.revision?.id, contentHash: draft?.revision?.contentHash };
    await ruleOnFindings(agent, matterId);
    expect((await agent.post(`/api/drafts/${draft?.id}/approve`, signed)).status).toBe(200);
    await test.settle();
    const keeper = await test.staff('knowledge-manager');
    const stream = await keeper.raw(`/api/matters/${matterId}/events`);
    expect(stream.status).toBe(200);
    const reader = stream.body?.getReader();
    await reader?.read();
    test.desk.deps.publish({ type: 'draft-text', matterId, text: '秘密草稿' });
    test.desk.deps.publish({ type: 'status', matterId, status: 'in-review' });
    let told = '';
    while (!told.includes('in-review')) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      told += new TextDecoder().decode(chunk.value);
    }
    await reader?.cancel();
    expect(told).toContain('in-review');
    expect(told).not.toContain('秘密');
  });
});

describe('the corpus', () => {
  it('takes uploaded files in by a job and names the bad one', async () => {
    const keeper = await test.staff('knowledge-manager');
    const form = new FormData();
    const law = '# 测试上传规定\n\n2024年1月1日 施行\n\n<!-- INFO END -->\n\n第一条 上传的文件应当可以检索。\n';
    form.append('files', new File([law], '测试上传规定.md'));
    form.append('files', new File([new Uint8Array([0xff, 0xfe, 0x00, 0x01])], '坏文件.md'));
    const started = await keeper.raw('/api/corpus/ingest?kind=laws', { method: 'POST', body: form });
    expect(started.status).toBe(202);
    const { jobId } = (await started.json()) as { jobId: string };
    await test.settle();
    const { body: job } = await keeper.get<Job>(`/api/jobs/${jobId}`);
    expect(job).toMatchObject({ state: 'done', result: { laws: 1, provisions: 1 } });
    expect(JSON.stringify(job.result)).toContain('坏文件.md');
    expect(JSON.stringify(job.result)).not.toContain(test.desk.deps.dataFolder);
    const events = await (await keeper.raw(`/api/jobs/${jobId}/events`)).text();
    expect(events).toContain('"state":"done"');
    const found = await keeper.get<SearchResponse>(`/api/search?q=${encodeURIComponent('上传的文件可以检索吗')}`);
    expect(found.body.hits[0]).toMatchObject({ citation: '《测试上传规定》第一条' });
  });

  it('refuses an upload without files', async () => {
    const keeper = await test.staff('knowledge-manager');
    const answer = await keeper.raw('/api/corpus/ingest', { method: 'POST', body: new FormData() });
    expect(answer.status).toBe(400);
  });
});
