import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { ModelErrorCode } from './model-error.ts';

export type Failure = {
  code: ModelErrorCode;
  message: string;
  /** Another try of the same request may succeed. */
  retry: boolean;
  /** What the endpoint asks to wait, if it says so. */
  retryAfterMs: number | null;
};

const contextLength =
  /context.?length|context window|maximum context|too many tokens|prompt is too long|上下文长度|超出.{0,6}长度/iu;
const outOfQuota = /insufficient_quota|billing|arrearage|欠费|余额不足/iu;

/** What a thrown error of the SDK means to a caller. */
export function classifyFailure(error: unknown, now: () => number = Date.now): Failure {
  if (error instanceof APIUserAbortError) return failure('cancelled', 'the call was cancelled', false);
  if (error instanceof APIConnectionTimeoutError) return failure('timeout', 'no answer in time', false);
  if (error instanceof APIConnectionError) return failure('unreachable', error.message, true);
  // LangChain renames the SDK's time-out.
  if (error instanceof Error && error.name === 'TimeoutError') return failure('timeout', 'no answer in time', false);
  // The SDK wraps what fails before the answer; a bare error comes from a body that broke off.
  if (!(error instanceof APIError)) return failure('interrupted', String(error), true);
  const said = `${error.code ?? ''} ${error.type ?? ''} ${error.message}`;
  if (contextLength.test(said) || error.status === 413) return failure('context-length', error.message, false);
  if (error.status === 401 || error.status === 403) return failure('unauthorized', error.message, false);
  const retryAfterMs = readRetryAfter(error.headers, now);
  if (error.status === 429 || /rate.?limit/iu.test(said)) {
    return { code: 'rate-limited', message: error.message, retry: !outOfQuota.test(said), retryAfterMs };
  }
  // An error that arrives inside a stream has no status: the request had been accepted.
  if (error.status === undefined || error.status >= 500 || error.status === 408 || error.status === 409) {
    return { code: 'server-error', message: error.message, retry: true, retryAfterMs };
  }
  return failure('bad-request', error.message, false);
}

function failure(code: ModelErrorCode, message: string, retry: boolean): Failure {
  return { code, message, retry, retryAfterMs: null };
}

/** `retry-after-ms`, else `Retry-After` in seconds or as an HTTP date. */
function readRetryAfter(headers: Headers | undefined, now: () => number): number | null {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers?.get('retry-after');
  if (value === null || value === undefined) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isFinite(date) ? Math.max(0, date - now()) : null;
}
