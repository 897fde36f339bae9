import { DeskError } from '@lutai/desk';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment } from './api-environment.ts';

type Window = { startedAt: number; count: number };

/** At most `max` requests in `seconds` for each signed-in user. Counts live in this process: a brake, not a ledger. */
export function limitRate({ max, seconds, now }: { max: number; seconds: number; now: () => Date }) {
  const windows = new Map<string, Window>();
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const key = context.get('user')?.id;
    if (key === undefined) return next();
    const time = now().getTime();
    const current = windows.get(key);
    const window = current && time - current.startedAt < seconds * 1000 ? current : { startedAt: time, count: 0 };
    window.count += 1;
    if (windows.size > 10_000) windows.clear();
    windows.set(key, window);
    if (window.count > max) {
      const wait = Math.max(1, Math.ceil(seconds - (time - window.startedAt) / 1000));
      context.header('Retry-After', String(wait));
      throw new DeskError('rate-limited', `提交太频繁，请 ${wait} 秒后再试。`);
    }
    return next();
  });
}
