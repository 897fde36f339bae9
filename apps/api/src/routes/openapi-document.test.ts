import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

const operationSchema = z.object({
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })).optional(),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string().startsWith('/api/'), z.record(z.enum(['get', 'post']).or(z.string()), operationSchema)),
});

describe('/api/openapi.json', () => {
  it('describes every route but the documentation and the command line’s own', async () => {
    const { paths } = documentSchema.parse(await (await test.anyone.raw('/api/openapi.json')).json());
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = test.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !/^\/api\/(local|docs|auth|openapi)/.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(served.length).toBeGreaterThan(25);
    for (const route of new Set(served)) expect(described).toContain(route);
  });

  it('declares each placeholder of a path as a parameter', async () => {
    const { paths } = documentSchema.parse(await (await test.anyone.raw('/api/openapi.json')).json());
    for (const [path, operations] of Object.entries(paths)) {
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(operations)) {
        const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(declared, path).toEqual(placeholders);
      }
    }
  });
});

describe('/api/docs', () => {
  it('loads its script from here alone, under a nonce that the policy names', async () => {
    const answer = await test.anyone.raw('/api/docs');
    const html = await answer.text();
    const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeTruthy();
    expect(html.match(/<script[^>]*/g)?.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    expect(html).not.toMatch(/https?:\/\//);
    const script = await test.anyone.raw('/api/docs/scalar.js');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await script.text()).length).toBeGreaterThan(1_000_000);
  });
});
