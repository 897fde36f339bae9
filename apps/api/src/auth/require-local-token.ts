import { createHash, timingSafeEqual } from 'node:crypto';
import { DeskError } from '@lutai/desk';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { isFromThisMachine } from './client-address.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The command line on this machine: it could read the token from the data folder. Never through a proxy. */
export function requireLocalToken(token: string) {
  const expected = digest(`Bearer ${token}`);
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    if (!isFromThisMachine(context) || context.req.header('x-forwarded-for') !== undefined) {
      throw new DeskError('not-found', '没有这个地址。');
    }
    if (!timingSafeEqual(digest(context.req.header('authorization') ?? ''), expected)) {
      throw new DeskError('unauthenticated', '令牌不对：数据目录里的 server.json 与这个服务不符。');
    }
    return next();
  });
}
