import { errorResponseSchema } from '@lutai/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
let client: Caller;
beforeAll(async () => {
  test = await openTestApp();
  client = await test.client('error-client');
});
afterAll(() => test.close());

const json = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });

describe('a request that cannot be served', () => {
  it.each([
    ['an unknown address', '/api/nothing', {}, 404, 'not-found'],
    ['a body that is no JSON', '/api/matters', json('{"text":'), 400, 'invalid-input'],
    [
      'a body that is not said to be JSON',
      '/api/matters',
      { method: 'POST', body: '{"text":"问题"}' },
      400,
      'invalid-input',
    ],
    ['a body of the wrong shape', '/api/matters', json('{"text":""}'), 400, 'invalid-input'],
    ['a query of the wrong shape', '/api/search?q=x&k=0', {}, 400, 'invalid-input'],
    ['a day that is none', '/api/search?q=x&asOf=2024-02-30', {}, 400, 'invalid-input'],
    ['an unknown matter', '/api/matters/none', {}, 404, 'not-found'],
    ['a body beyond the limit', '/api/cite-check', json(`{"text":"${'长'.repeat(3_000_000)}"}`), 413, 'too-large'],
  ])('answers %s in the one shape of errors', async (_what, path, init, status, code) => {
    const answer = await client.raw(path, init);
    expect(answer.status).toBe(status);
    const { error } = errorResponseSchema.parse(await answer.json());
    expect(error.code).toBe(code);
    expect(error.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('names each thing that is wrong with the input', async () => {
    const answer = await client.raw('/api/matters', json('{"text":"", "kind":"nonsense"}'));
    const { error } = errorResponseSchema.parse(await answer.json());
    expect(error.issues?.map(({ path }) => path).sort()).toEqual(['kind', 'text']);
  });

  it('tells nothing of a failure inside', async () => {
    const { deps } = test.desk;
    const search = deps.verbs.search;
    deps.verbs.search = () => Promise.reject(new Error('password of the database is hunter2'));
    try {
      const answer = await client.raw('/api/search?q=工资');
      expect(answer.status).toBe(500);
      const text = await answer.text();
      expect(text).not.toContain('hunter2');
      expect(text).toContain('请求编号');
    } finally {
      deps.verbs.search = search;
    }
  });
});

describe('every answer', () => {
  it('carries the headers that keep a page from doing harm', async () => {
    const { headers } = await test.anyone.raw('/api/health');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('keeps the request id of a proxy and refuses one that is no id', async () => {
    const id = async (given: string) =>
      (await test.anyone.raw('/api/health', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await id('proxy-1234')).toBe('proxy-1234');
    expect(await id('bad id {}')).not.toBe('bad id {}');
  });
});

describe('a changing request of another page', () => {
  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }])('is refused: %j', async (headers) => {
    const answer = await client.raw('/api/matters', {
      ...json('{"text":"问题"}'),
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('asking', () => {
  it('is limited for each user', async () => {
    const busy = await test.client('busy');
    const other = await test.client('calm');
    const statuses: number[] = [];
    for (let count = 0; count < 21; count++) statuses.push((await busy.post('/api/matters', { text: '' })).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await other.post('/api/matters', { text: '' })).status).toBe(400);
  });
});
