import { type ErrorCode, errorResponseSchema } from '@lutai/contracts';
import type { z } from 'zod';
import { RequestError } from './request-error.ts';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  signal?: AbortSignal | undefined;
}

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'invalid-input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-file',
  422: 'invalid-input',
  429: 'rate-limited',
  503: 'unavailable',
};

/** The error that a failed response stands for: the contract's own body where there is one, else what its status says. */
export function errorOfResponse(status: number, body: unknown): RequestError {
  const parsed = errorResponseSchema.safeParse(body);
  if (!parsed.success) return new RequestError(codeOfStatus[status] ?? 'internal', '', { status });
  const { code, message, requestId, issues } = parsed.data.error;
  return new RequestError(code, message, { status, requestId, ...(issues ? { issues } : {}) });
}

/** One call of the API; the answer is parsed by its contract. Throws only `RequestError` (and the abort of `signal`). */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  { method = 'GET', body, signal }: RequestOptions = {},
): Promise<z.output<Schema>> {
  const response = await send(path, method, body, signal);
  const received = await response.json().catch(() => null);
  if (!response.ok) throw errorOfResponse(response.status, received);
  const parsed = schema.safeParse(received);
  if (parsed.success) return parsed.data;
  throw new RequestError('unreadable', '', { status: response.status, cause: parsed.error });
}

async function send(path: string, method: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestError('offline', '', { cause });
  }
}

/** `{ a: 1, b: undefined }` → `?a=1`; empty values are left out. */
export function queryString(values: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
