import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { staticFiles } from './static-files.ts';

let folder = '';
let app: Hono<ApiEnvironment>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-static-'));
  await mkdir(path.join(folder, 'dist/assets'), { recursive: true });
  await writeFile(path.join(folder, 'dist/index.html'), '<title>律台</title>');
  await writeFile(path.join(folder, 'dist/assets/app-1a2b3c.js'), 'export {};');
  await writeFile(path.join(folder, 'secret'), 'secret');
  app = new Hono<ApiEnvironment>().use('*', staticFiles(path.join(folder, 'dist')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('staticFiles', () => {
  it('lets a hashed file be kept for ever and a page be asked for anew', async () => {
    const script = await app.request('/assets/app-1a2b3c.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect((await app.request('/')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/', '/matters/42', '/desk'])('answers %s with the page', async (asked) => {
    expect(await (await app.request(asked)).text()).toContain('律台');
  });

  it.each([
    '/assets/missing-000.js',
    '/api/none',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/..%2f..%2fetc%2fpasswd',
    '/%00',
    '/%',
  ])('has nothing at %s', async (asked) => {
    const answer = await app.request(asked);
    expect(await answer.text()).not.toContain('secret');
    if (asked !== '/%2e%2e/secret' && asked !== '/..%2fsecret') expect(answer.status).toBe(404);
  });
});
