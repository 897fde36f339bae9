import { ModelError } from './model-error.ts';

const shownCharacters = 300;

/**
 * `fetch` that brings what compatible endpoints send into the shapes that the SDK reads: an error is always
 * `{"error": {…}}`, also where it came with status 200; an answer that is labelled wrongly is labelled; a whole answer to a
 * request for a stream is a stream of one piece. Redirects are refused, because the client's words would follow them.
 * Throws `ModelError` of code `interrupted` where the body broke off.
 */
export async function endpointFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  if (response.status >= 300 && response.status < 400) {
    const to = response.headers.get('location') ?? 'another address';
    await response.body?.cancel();
    const message = `the endpoint redirects to ${to}: set the base URL to the address that answers`;
    return errorResponse(421, { message, code: 'redirected' }, response.headers);
  }
  const wantsStream = streamWanted(init.body);
  if (response.ok && wantsStream && (await isEventStream(response))) return response;
  const text = await readText(response, init.signal);
  const body = parse(text);
  const error = errorIn(body);
  if (!response.ok) return errorResponse(response.status, error ?? { message: said(text) }, response.headers);
  if (error !== null) return errorResponse(statusOf(error), error, response.headers);
  if (!isRecord(body) || !(Array.isArray(body.choices) || Array.isArray(body.data))) {
    if (body === undefined && /^\s*\{/u.test(text)) throw new ModelError('interrupted', 'the answer broke off');
    return errorResponse(502, { message: `the endpoint sent no completion: ${said(text)}` }, response.headers);
  }
  return wantsStream && Array.isArray(body.choices)
    ? streamOf(body, body.choices)
    : jsonResponse(200, body, response.headers);
}

function streamWanted(body: RequestInit['body']): boolean {
  const asked = typeof body === 'string' ? parse(body) : undefined;
  return isRecord(asked) && asked.stream === true;
}

/** By its label; where the label says something else, by its first bytes, which stay readable. */
async function isEventStream(response: Response): Promise<boolean> {
  if (response.headers.get('content-type')?.includes('text/event-stream')) return true;
  const start = response.clone().body?.getReader();
  const first = await start?.read().catch(() => undefined);
  // The copy is left unread: to cancel it waits for the original.
  void start?.cancel().catch(() => undefined);
  return /^\s*(?:data|event|id|retry)?:/u.test(new TextDecoder().decode(first?.value).slice(0, 100));
}

async function readText(response: Response, signal: AbortSignal | null | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ModelError('interrupted', 'the answer broke off', { cause });
  }
}

function errorIn(body: unknown): Record<string, unknown> | null {
  if (!isRecord(body)) return null;
  const { error } = body;
  if (typeof error === 'string' && error !== '') return { message: error };
  if (isRecord(error)) return error;
  if (Array.isArray(body.choices) || Array.isArray(body.data)) return null;
  const inner = isRecord(body.base_resp) ? body.base_resp : body;
  const message = [inner.message, inner.msg, inner.status_msg, inner.error_msg, inner.detail].find(
    (value) => value !== undefined && value !== null && value !== '',
  );
  if (message === undefined) return null;
  const code = inner.code ?? inner.status_code ?? inner.error_code ?? null;
  return { message: typeof message === 'string' ? message : JSON.stringify(message), code, type: inner.type ?? null };
}

/** Of an error that came with status 200: what its code says where that is a status, else that of a failing server. */
function statusOf(error: Record<string, unknown>): number {
  const code = Number(error.code ?? error.status);
  return Number.isInteger(code) && code >= 400 && code <= 599 ? code : 502;
}

function errorResponse(status: number, error: Record<string, unknown>, headers: Headers): Response {
  return jsonResponse(status, { error }, headers);
}

function jsonResponse(status: number, body: unknown, from: Headers): Response {
  const headers = new Headers(from);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers });
}

function streamOf(body: Record<string, unknown>, choices: unknown[]): Response {
  const pieces = choices.filter(isRecord).map(({ message, ...choice }) => ({ ...choice, delta: message }));
  const text = `data: ${JSON.stringify({ ...body, choices: pieces })}\n\ndata: [DONE]\n\n`;
  return new Response(text, { headers: { 'content-type': 'text/event-stream' } });
}

function said(text: string): string {
  const words = text
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>|<[^>]*>/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return words === '' ? 'nothing' : words.slice(0, shownCharacters);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
