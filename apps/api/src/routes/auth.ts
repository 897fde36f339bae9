import { Hono } from 'hono';
import { clientAddress, clientAddressHeader } from '../auth/client-address.ts';
import type { Authentication } from '../auth/create-authentication.ts';
import { translateAuthFailure } from '../auth/translate-answer.ts';
import { errorAnswer } from '../http/answer-error.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';

/** What the desk offers of better-auth; the rest of its endpoints stay shut. */
const offered = new Set(['sign-up/email', 'sign-in/email', 'sign-out', 'get-session', 'change-password']);

export function authRoutes(authentication: Authentication, publicUrl: string | null) {
  return new Hono<ApiEnvironment>().on(['GET', 'POST'], '/*', async (context) => {
    const endpoint = context.req.path.replace(/^\/api\/auth\//, '');
    if (!offered.has(endpoint)) return errorAnswer(context, 'not-found', '没有这个地址。');
    const headers = new Headers(context.req.raw.headers);
    const address = clientAddress(context, publicUrl);
    headers.delete(clientAddressHeader);
    if (address !== null) headers.set(clientAddressHeader, address);
    const answer = await authentication.handler(new Request(context.req.raw, { headers }));
    if (answer.status < 400) return answer;
    const failure = translateAuthFailure(answer.status, await readCode(answer));
    if (failure === null) throw new Error(`better-auth answered ${answer.status} to ${endpoint}`);
    const wait = answer.headers.get('x-retry-after');
    if (wait !== null) context.header('Retry-After', wait);
    return errorAnswer(context, failure.code, failure.message);
  });
}

async function readCode(answer: Response): Promise<string | null> {
  const body: unknown = await answer.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : null;
}
