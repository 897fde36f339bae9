import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AskedBody, Behaviour } from './scripted-endpoint.ts';

const base = { id: 'chatcmpl-test', created: 1_760_000_000, model: 'test-model' };
const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };

/** Status, headers and body as they are. */
export function raw(status: number, headers: Record<string, string>, body: string | Buffer): Behaviour {
  return (response) => void response.writeHead(status, headers).end(body);
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return raw(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

/** An error in OpenAI's shape. */
export function refuse(status: number, message: string, code: string | null = null, headers = {}): Behaviour {
  return json(status, { error: { message, type: 'error', param: null, code } }, headers);
}

export function completion(message: object, finishReason: string | null = 'stop', more: object = {}): object {
  const choices = [
    { index: 0, message: { role: 'assistant', ...message }, logprobs: null, finish_reason: finishReason },
  ];
  return { ...base, object: 'chat.completion', choices, usage, ...more };
}

/** A whole answer, whether a stream was asked for or not: some endpoints take no notice of it. */
export function whole(message: object, finishReason: string | null = 'stop', more: object = {}): Behaviour {
  return json(200, completion(message, finishReason, more));
}

export function say(content: string | null, finishReason: string | null = 'stop'): Behaviour {
  return (response, asked) =>
    asked.body.stream
      ? stream([event(delta({ content })), event(delta({}, finishReason)), counted, done])(response, asked)
      : whole({ content, refusal: null }, finishReason)(response, asked);
}

export function sayZipped(content: string): Behaviour {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  return raw(200, headers, gzipSync(JSON.stringify(completion({ content }))));
}

/** A good model behind an endpoint that refuses a request which `refuses`. */
export function refusing(refuses: (body: AskedBody) => boolean, refusal: Behaviour, content: string): Behaviour {
  return (response, asked) => (refuses(asked.body) ? refusal : say(content))(response, asked);
}

export const delta = (piece: object, finishReason: string | null = null, index = 0) => ({
  ...base,
  object: 'chat.completion.chunk',
  choices: [{ index, delta: piece, logprobs: null, finish_reason: finishReason }],
});
export const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
export const done = 'data: [DONE]\n\n';
export const counted = event({ ...base, object: 'chat.completion.chunk', choices: [], usage });
export const keepAlive = ': KEEP-ALIVE\n\n';
export const finished = event(delta({}, 'stop'));

export type StreamEnd = 'end' | 'destroy' | 'silence';

/** A stream of these pieces, each written by itself, `delayMs` apart. */
export function stream(
  pieces: (string | Uint8Array)[],
  { end = 'end', delayMs = 0, contentType = 'text/event-stream' }: StreamOptions = {},
): Behaviour {
  return async (response) => {
    response.writeHead(200, { 'content-type': contentType });
    for (const piece of pieces) {
      if (response.destroyed) return;
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
    if (end === 'destroy') destroy(response);
    else if (end === 'end') response.end();
  };
}
export type StreamOptions = { end?: StreamEnd; delayMs?: number; contentType?: string };

/** Every byte by itself, so that characters and lines are cut everywhere. */
export const byteByByte = (text: string): Uint8Array[] => [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));

/** Part of a body that was promised whole. */
export function halfBody(body: string): Behaviour {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length * 2) });
    response.write(body);
    await new Promise((resolve) => setTimeout(resolve, 5));
    destroy(response);
  };
}

export const hang: Behaviour = () => {};
export const hangUp: Behaviour = (response) => destroy(response);

function destroy(response: ServerResponse): void {
  response.socket?.destroy();
}
