import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Scalar } from '@scalar/hono-api-reference';
import { Hono } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { ApiEnvironment } from '../http/api-environment.ts';

type DocsEnvironment = ApiEnvironment & { Variables: SecureHeadersVariables };

/** The package does not export its browser bundle: it is found from what it does export. */
const scalarEntry = createRequire(import.meta.url).resolve('@scalar/api-reference');
const scalarScript = path.join(scalarEntry.slice(0, scalarEntry.lastIndexOf('/dist/')), 'dist/browser/standalone.js');

/** The API reference; its script comes from here, so that the page works without the internet. */
export function docsRoutes() {
  const page = Scalar<DocsEnvironment>({
    pageTitle: '律台 API',
    url: '/api/openapi.json',
    cdn: '/api/docs/scalar.js',
    withDefaultFonts: false,
    hideClientButton: true,
    showDeveloperTools: 'never',
  });
  return new Hono<DocsEnvironment>()
    .get('/', async (context, next) => {
      const answer = await page(context, next);
      if (!(answer instanceof Response)) return context.notFound();
      const html = await answer.text();
      const nonce = context.get('secureHeadersNonce') ?? '';
      return context.html(html.replaceAll('<script', `<script nonce="${nonce}"`));
    })
    .get('/scalar.js', async (context) =>
      context.body(new Uint8Array(await readFile(scalarScript)), 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
      }),
    );
}
