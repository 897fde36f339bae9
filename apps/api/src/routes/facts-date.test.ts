import type {
  CorpusAge,
  DraftContent,
  LawComparison,
  LawDetail,
  LawList,
  MatterDetail,
  SearchResponse,
} from '@lutai/contracts';
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

const put = async (who: Caller, matterId: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await who.raw(`/api/matters/${matterId}/facts-date`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as MatterDetail };
};
const ask = async (text: string) => {
  const { body } = await client.post<{ matterId: string }>('/api/matters', { text });
  await test.settle();
  return body.matterId;
};

describe('the day of the facts', () => {
  it('is read from the question, chooses the law, and says so', async () => {
    const matterId = await ask('2019年3月5日公司把我辞退了，一直没签劳动合同，能要双倍工资吗？');
    const { body } = await agent.get<MatterDetail>(`/api/matters/${matterId}`);
    expect(body).toMatchObject({
      factsDate: '2019-03-05',
      factsDateReading: { raw: '2019年3月5日', certain: true },
      draft: { asOf: '2019-03-05' },
    });
    expect(body.draft?.findings).toEqual([]);
    const shown = await client.get<MatterDetail>(`/api/matters/${matterId}`);
    expect(shown.body.factsDateReading?.raw).toBe('2019年3月5日');
  });

  it('is corrected by the client and by who works on it, and by nobody else; then drafted anew', async () => {
    const matterId = await ask('2019年3月5日公司把我辞退了，一直没签劳动合同，能要双倍工资吗？');
    expect(await put(client, matterId, { factsDate: '2020-03-05' })).toMatchObject({
      status: 200,
      body: { factsDate: '2020-03-05', factsDateReading: null },
    });
    await test.settle();
    expect(await put(agent, matterId, { factsDate: '2020-04-06' })).toMatchObject({ status: 200 });
    await test.settle();
    const { body } = await agent.get<MatterDetail>(`/api/matters/${matterId}`);
    expect(body).toMatchObject({ matter: { status: 'in-review' }, draft: { asOf: '2020-04-06' } });
    expect((await put(await test.client('two'), matterId, { factsDate: '2020-04-06' })).status).toBe(404);
    expect((await put(await test.staff('knowledge-manager'), matterId, { factsDate: null })).status).toBe(403);
    for (const factsDate of ['2999-01-01', '2020-02-31', 'gestern', 5]) {
      expect((await put(agent, matterId, { factsDate })).status).toBe(400);
    }
  });

  it('is in the proposal that `ask` gives, with what was read', async () => {
    const question = '去年三月公司把我辞退，一直没签劳动合同，能要双倍工资吗？';
    const { body } = await agent.post<DraftContent>('/api/ask', { question });
    expect(body.factsDate).toMatchObject({ source: 'read', day: body.asOf, reading: { raw: '去年三月' } });
    const given = await agent.post<DraftContent>('/api/ask', { question, factsDate: '2018-05-06' });
    expect(given.body).toMatchObject({ asOf: '2018-05-06', factsDate: { source: 'given', reading: null } });
  });

  it('is offered, not taken, by a search', async () => {
    const search = (more = '') =>
      agent.get<SearchResponse>(`/api/search?q=${encodeURIComponent('2019年3月没签劳动合同')}${more}`);
    const { body } = await search();
    expect(body.factsDate).toMatchObject({ raw: '2019年3月', from: '2019-03-01' });
    expect(body.asOf > '2025-01-01').toBe(true);
    expect((await search('&asOf=2019-03-15')).body).toMatchObject({ factsDate: null, asOf: '2019-03-15' });
  });
});

describe('the age of the law', () => {
  it('is told of the corpus and of each law, and an answer says it', async () => {
    const { body } = await agent.get<CorpusAge>('/api/corpus/age');
    expect(body).toMatchObject({ currentThrough: '2025-04-05', outdated: [] });
    const { body: list } = await agent.get<LawList>('/api/laws');
    const law = (await agent.get<LawDetail>(`/api/laws/${list.laws[0]?.id}`)).body;
    expect(law.currency).toMatchObject({ currentThrough: '2025-04-05', laterRevision: null });
    expect(law.timeline?.map(({ id }) => id)).toContain(law.version.id);
    const answer = await agent.post<DraftContent>('/api/ask', { question: '公司没签劳动合同，能要双倍工资吗？' });
    expect(answer.body.notices.join()).toContain('法规库收录至2025年4月5日');
    expect(answer.body.text).toContain('此后公布的新规定我们尚未见到');
    expect(answer.body.citations.filter(({ state }) => state !== 'ok')).toEqual([]);
  });

  it('is no secret between two texts of a law', async () => {
    const { body: list } = await agent.get<LawList>('/api/laws');
    const { body: law } = await agent.get<LawDetail>(`/api/laws/${list.laws[0]?.id}`);
    const path = (to: string) => `/api/laws/${law.law.id}/compare?from=${law.version.id}&to=${to}`;
    const compared = await agent.get<LawComparison>(path(law.version.id));
    expect(compared.body).toMatchObject({ same: law.provisions.length, changes: [] });
    expect((await agent.get(path('none'))).status).toBe(404);
  });
});
