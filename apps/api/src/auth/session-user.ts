import { type User, userSchema } from '@lutai/contracts';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment } from '../http/api-environment.ts';
import type { Authentication } from './create-authentication.ts';

/** Puts the signed-in user into the request and passes a renewed cookie on to the browser. */
export function readSession(authentication: Authentication) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    if (context.req.header('cookie') === undefined) return next();
    const { response, headers } = await authentication.api.getSession({
      headers: context.req.raw.headers,
      returnHeaders: true,
    });
    for (const cookie of headers.getSetCookie()) context.header('Set-Cookie', cookie, { append: true });
    context.set('user', response === null ? null : toUser(response.user));
    return next();
  });
}

/** Fields beyond those of better-auth come from the database, which this process does not own alone: parsed. */
function toUser(row: Record<string, unknown>): User {
  return userSchema.parse({ ...row, level: row.level ?? null });
}
