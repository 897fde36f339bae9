import type { MatterDetail, Revision } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
let client: Caller;
let agent: Caller;
beforeAll(async () => {
  test = await openTestApp();
  client = await test.client('one');
  agent = await test.staff('agent', 'senior');
});
afterAll(() => test.close());

async function ask(): Promise<string> {
  const text = '公司拖欠我两个月工资一直不发，我想马上离职，能不能要经济补偿？';
  const { body } = await client.post<{ matterId: string }>('/api/matters', { text });
  await test.settle();
  return body.matterId;
}

describe('the gate', () => {
  it('refuses an approval over a citation that is not certain until somebody has ruled on it', async () => {
    const matterId = await ask();
    const { draft } = (await agent.post<MatterDetail>(`/api/matters/${matterId}/claim`)).body;
    if (!draft?.revision) throw new Error('there is no draft');
    const text = '公司应当足额支付工资，可参见（2022）沪01民终12345号判决。';
    const base = { baseRevisionId: draft.revision.id, text };
    const { id: revisionId, contentHash } = (await agent.post<Revision>(`/api/drafts/${draft.id}/revisions`, base))
      .body;
    const approve = () => agent.post(`/api/drafts/${draft.id}/approve`, { revisionId, contentHash });

    const refused = await approve();
    expect([refused.status, refused.body.error.code]).toEqual([422, 'citation-blocked']);
    expect(refused.body.error.message).toContain('（2022）沪01民终12345号');
    const open = (await agent.get<MatterDetail>(`/api/matters/${matterId}`)).body.draft?.findings.find(
      (finding) => finding.kind === 'unchecked',
    );
    expect(open).toMatchObject({ kind: 'unchecked', rule: 'rule', raw: '（2022）沪01民终12345号' });
    const ruling = `/api/drafts/${draft.id}/findings/${open?.key}/ruling`;
    expect((await client.post(ruling, { revisionId, reason: '已核对原件' })).status).toBe(403);
    expect((await agent.post(ruling, { revisionId, reason: '' })).status).toBe(400);
    expect((await agent.post(ruling, { revisionId, reason: '已核对判决书原件' })).status).toBe(200);
    expect((await agent.post(`${ruling}/withdraw`, { revisionId })).status).toBe(200);
    expect((await approve()).status).toBe(422);
    const again = await agent.post<MatterDetail>(ruling, { revisionId, reason: '已核对判决书原件' });
    expect(again.body.draft?.findings).toMatchObject([{ open: false, ruling: { reason: '已核对判决书原件' } }]);
    expect((await approve()).status).toBe(200);
    await test.settle();
  });

  it('refuses an approval over a citation that does not exist, and nobody can rule it right', async () => {
    const matterId = await ask();
    const { draft } = (await agent.post<MatterDetail>(`/api/matters/${matterId}/claim`)).body;
    if (!draft?.revision) throw new Error('there is no draft');
    const base = { baseRevisionId: draft.revision.id, text: '依据《中华人民共和国劳动合同法》第九百条答复。' };
    const { id: revisionId, contentHash } = (await agent.post<Revision>(`/api/drafts/${draft.id}/revisions`, base))
      .body;
    const [finding] = (await agent.get<MatterDetail>(`/api/matters/${matterId}`)).body.draft?.findings ?? [];
    const ruling = `/api/drafts/${draft.id}/findings/${finding?.key}/ruling`;
    expect((await agent.post(ruling, { revisionId, reason: '我确定没有问题' })).status).toBe(422);
    const refused = await agent.post(`/api/drafts/${draft.id}/approve`, { revisionId, contentHash });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'citation-blocked']);
  });
});
