import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ModelError, type ModelErrorCode } from './model-error.ts';

export type Failure = {
  code: ModelErrorCode;
  message: string;
  /** Another try of the same request may succeed. */
  retry: boolean;
  /** What the endpoint asks to wait, if it says so. */
  retryAfterMs: number | null;
};

// Wordings of the vendors and servers that speak this protocol.
const contextLength = new RegExp(
  [
    'context.?(?:length|window|size)|maximum context|too many (?:input |prompt )?tokens|model token limit',
    '(?:prompt|input|message)s?.{0,20}too (?:long|large)|request too large|input token count',
    'range of input length|max input characters|max_new_tokens|max_tokens must be at least',
    '上下文长度|超出.{0,6}长度|超长|输入.{0,6}过长|tokens?.{0,4}(?:数量)?超(?:过|出)',
  ].join('|'),
  'iu',
);
const outOfQuota = /insufficient.?(?:quota|balance)|billing|arrearage|quota.?exhausted|欠费|余额不足/iu;
const filtered =
  /content.?(?:filter|policy|management policy)|data.?inspection|content exists risk|inappropriate content|不安全或敏感|敏感内容|内容安全|违规/iu;
const format = /response_?format|json.?(?:schema|object|mode)|guided|grammar|structured.?output/iu;

/** What a thrown error of the SDK, of LangChain or of this package means to a caller. */
export function classifyFailure(error: unknown, now: () => number = Date.now): Failure {
  // Only what broke off is worth the same request again: a time-out has already cost its time.
  if (error instanceof ModelError) return failure(error.code, error.message, error.code === 'interrupted');
  if (error instanceof APIUserAbortError) return failure('cancelled', 'the call was cancelled', false);
  if (error instanceof APIConnectionTimeoutError) return failure('timeout', 'no answer in time', false);
  if (error instanceof APIConnectionError) {
    if (error.cause instanceof ModelError) return classifyFailure(error.cause, now);
    return failure('unreachable', error.message, true);
  }
  // LangChain renames the SDK's time-out and what was cancelled.
  if (error instanceof Error && error.name === 'TimeoutError') return failure('timeout', 'no answer in time', false);
  if (error instanceof Error && error.name === 'AbortError')
    return failure('cancelled', 'the call was cancelled', false);
  if (error instanceof Error && error.name === 'ContextOverflowError') {
    return failure('context-length', error.message, false);
  }
  // The SDK wraps what fails before the answer; a bare error comes from a body that broke off.
  if (!(error instanceof APIError)) return failure('interrupted', String(error), true);
  return classifyAnswer(error, now);
}

function classifyAnswer(error: APIError, now: () => number): Failure {
  // An error that arrives inside a stream has no status: the request had been accepted.
  const status = error.status ?? streamedStatus(error.code);
  const { message } = error;
  const said = `${error.code ?? ''} ${error.type ?? ''} ${message}`;
  const retryAfterMs = readRetryAfter(error.headers, now);
  if (status === 402 || outOfQuota.test(said)) return failure('rate-limited', message, false);
  // A limit for each minute that one request alone exceeds is no matter of waiting.
  if (status === 413 || /request too large/iu.test(said)) return failure('context-length', message, false);
  if (status === 429 || /rate.?limit|too many requests/iu.test(said)) {
    return { code: 'rate-limited', message, retry: true, retryAfterMs };
  }
  if (contextLength.test(said)) return failure('context-length', message, false);
  if (filtered.test(said)) return failure('refused', message, false);
  if (status === 401 || status === 403) return failure('unauthorized', message, false);
  // Servers without a grammar for JSON fail on it as if they were broken.
  if (status !== undefined && status >= 500 && format.test(said)) return failure('bad-request', message, false);
  if (status === undefined || status >= 500 || status === 408 || status === 409 || status === 425) {
    return { code: 'server-error', message, retry: true, retryAfterMs };
  }
  return failure('bad-request', message, false);
}

function streamedStatus(code: unknown): number | undefined {
  const status = Number(code);
  return Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined;
}

/** Whether the same request with another way to ask for JSON, or with none, may be accepted. */
export function formatMayHelp(error: unknown): boolean {
  return !(error instanceof APIError && error.code === 'redirected');
}

function failure(code: ModelErrorCode, message: string, retry: boolean): Failure {
  return { code, message, retry, retryAfterMs: null };
}

/** `retry-after-ms`, else `Retry-After` in seconds or as an HTTP date. */
function readRetryAfter(headers: Headers | undefined, now: () => number): number | null {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers?.get('retry-after');
  if (value === null || value === undefined || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isFinite(date) ? Math.max(0, date - now()) : null;
}
