import { DeskError } from '@lutai/desk';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment } from './api-environment.ts';
import { isOwnOrigin } from './own-origin.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site request forgery: a browser names the page that sends a changing request (`Origin`, `Sec-Fetch-Site`), and
 * it must be ours. A client that is no browser names none and carries its cookie on purpose.
 */
export function refuseForeignPages(publicUrl: string | null) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    if (safeMethods.has(context.req.method)) return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const foreign =
      origin === undefined
        ? site !== undefined && site !== 'same-origin' && site !== 'none'
        : !isOwnOrigin(origin, context.req.header('host') ?? new URL(context.req.url).host, publicUrl);
    if (foreign) throw new DeskError('forbidden', '请求来自别的网站，已拒绝。请在本系统的页面上操作。');
    return next();
  });
}
