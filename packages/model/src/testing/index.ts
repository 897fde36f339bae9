import { HttpResponse } from 'msw';

export * as behaviours from './behaviours.ts';
export { type ModelServer, startModelServer } from './model-server.ts';
export * from './scripted-endpoint.ts';

/** Replies in the shapes that OpenAI-compatible endpoints send, for tests with msw. */

export function completionReply(
  content: string | null,
  overrides: { finishReason?: string | null; refusal?: string } = {},
) {
  return HttpResponse.json({
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1_760_000_000,
    model: 'test-model',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: overrides.refusal ?? null },
        logprobs: null,
        finish_reason: overrides.finishReason === undefined ? 'stop' : overrides.finishReason,
      },
    ],
    usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
  });
}

export function errorReply(
  status: number,
  message: string,
  code: string | null = null,
  headers: Record<string, string> = {},
) {
  return HttpResponse.json({ error: { message, type: 'error', param: null, code } }, { status, headers });
}

export type StreamScript = {
  /** Pieces of the answer, in order. */
  pieces: string[];
  /** What follows the pieces: a whole end, silence for ever, an end without its closing, or a broken connection. */
  end?: 'done' | 'silence' | 'cut' | 'broken' | 'error';
  delayMs?: number;
};

export function streamReply({ pieces, end = 'done', delayMs = 0 }: StreamScript) {
  const encoder = new TextEncoder();
  const send = (value: unknown) =>
    encoder.encode(`data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`);
  const base = { id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 1_760_000_000, model: 'test-model' };
  const choice = (delta: object, finish: string | null = null) => ({
    ...base,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      const piece = pieces[next];
      next += 1;
      if (piece !== undefined) return controller.enqueue(send(choice({ content: piece })));
      if (end === 'silence') return new Promise<void>(() => {});
      if (end === 'broken') return controller.error(new TypeError('terminated'));
      if (end === 'error') controller.enqueue(send({ error: { message: 'upstream failed', type: 'server_error' } }));
      if (end === 'done') {
        controller.enqueue(send(choice({}, 'stop')));
        controller.enqueue(send({ ...base, choices: [], usage }));
        controller.enqueue(send('[DONE]'));
      }
      controller.close();
    },
  });
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
}
