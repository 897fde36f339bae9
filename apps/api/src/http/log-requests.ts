import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { ApiEnvironment } from './api-environment.ts';

const acceptable = /^[\w.-]{1,64}$/;

/** Names the request (a proxy's id is kept), gives it a logger of its own, and logs its outcome. */
export function logRequests(logger: Logger, newId: () => string) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const given = context.req.header('x-request-id');
    const requestId = given !== undefined && acceptable.test(given) ? given : newId();
    const own = logger.child({ requestId });
    context.set('requestId', requestId);
    context.set('logger', own);
    context.set('user', null);
    const started = performance.now();
    await next();
    context.header('X-Request-Id', requestId);
    own.debug(
      {
        method: context.req.method,
        path: context.req.path,
        status: context.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    );
  });
}
