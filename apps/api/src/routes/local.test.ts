import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DraftContent, Job, SearchResponse, User } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

async function call(
  at: string,
  { body, token, headers = {} }: { body?: unknown; token?: string; headers?: HeadersInit } = {},
) {
  const answer = await test.anyone.raw(`/api/local/${at}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token ?? test.desk.deps.localToken}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

describe('the routes of the command line', () => {
  it.each(['', 'wrong', 'x'.repeat(43)])('are shut to the token %j', async (token) => {
    expect((await call('status', { token })).status).toBe(401);
    expect((await call('users', { token, body: {} })).status).toBe(401);
  });

  it('are not there for who comes through a proxy', async () => {
    expect((await call('status', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
  });

  it('search, draft and check as the public ones do', async () => {
    const found = await call('search', { body: { question: '拖欠工资', k: 3 } });
    expect((found.body as SearchResponse).hits).toHaveLength(3);
    const draft = await call('ask', { body: { question: '公司拖欠工资，我可以辞职并要补偿吗？' } });
    expect((draft.body as DraftContent).drafter).toBe('extractive');
    const checked = await call('cite-check', { body: { text: '依照《中华人民共和国劳动合同法》第九百条。' } });
    expect(checked.body).toMatchObject({ citations: [{ state: 'not-found' }] });
  });

  it('add people with any role, and say when the address is taken', async () => {
    const person = {
      name: '新客服',
      email: 'New.Agent@example.com',
      password: 'a-long-enough-password',
      role: 'agent',
    };
    const added = await call('users', { body: person });
    expect(added.body as User).toMatchObject({ role: 'agent', level: 'junior', email: 'new.agent@example.com' });
    expect((await call('users', { body: person })).status).toBe(409);
  });

  it('rebuild the index and read files by jobs, and tell how many are unfinished', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lutai-local-'));
    try {
      expect((await call('reindex', { body: {} })).status).toBe(200);
      const { body } = await call('ingest', { body: { paths: [folder], kind: 'laws' } });
      await test.settle();
      expect((await call(`jobs/${(body as { jobId: string }).jobId}`)).body).toMatchObject({ state: 'done' });
      expect((await call('jobs/unfinished')).body).toEqual({ count: 0 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('read as many paths as a shell may name, and name those that are not there', async () => {
    const paths = Array.from({ length: 1500 }, (_, index) => `/no/such/folder/${index}-${index * 7919}号法规.md`);
    const { status, body } = await call('ingest', { body: { paths, kind: 'laws' } });
    expect(status).toBe(200);
    await test.settle();
    const job = (await call(`jobs/${(body as { jobId: string }).jobId}`)).body as Job;
    expect(job.state).toBe('done');
    expect(job.result?.skipped).toHaveLength(1500);
  });

  it('refuse a backup where there is nothing to back up', async () => {
    expect((await call('backup', { body: { folder: tmpdir() } })).status).toBe(503);
  });
});
