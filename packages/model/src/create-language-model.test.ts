import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from './create-language-model.ts';
import type { LanguageModelConfig } from './language-model.ts';
import { completionReply, errorReply, streamReply } from './testing/index.ts';

const url = 'http://model.test/v1/chat/completions';
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const schema = z.object({ answer: z.string(), score: z.number() });
const good = '{"answer":"可以","score":1}';
type Body = {
  messages: { role: string; content: string }[];
  response_format?: { type: string };
  stream?: boolean;
  stream_options?: object;
};

/** Answers the n-th request with the n-th reply; the last one stays. Keeps what was asked. */
function script(...replies: (() => Response)[]) {
  const bodies: Body[] = [];
  server.use(
    http.post(url, async ({ request }) => {
      // The body is what this package itself wrote.
      bodies.push((await request.json()) as Body);
      const reply = replies[Math.min(bodies.length, replies.length) - 1];
      return reply ? reply() : HttpResponse.error();
    }),
  );
  return bodies;
}

function model(overrides: Partial<LanguageModelConfig> = {}) {
  const waits: number[] = [];
  const made = createLanguageModel({
    baseUrl: 'http://model.test/v1',
    apiKey: 'key',
    model: 'test-model',
    random: () => 0,
    sleep: async (ms) => void waits.push(ms),
    ...overrides,
  });
  const ask = (extra: { signal?: AbortSignal; onText?: (text: string) => void } = {}) =>
    made.generate({ system: 'S', messages: [{ role: 'user', content: 'Q' }], schema, schemaName: 'answer', ...extra });
  return { ask, waits };
}

describe('a reply', () => {
  it('is asked for with the JSON schema and comes back checked, with its usage', async () => {
    const bodies = script(() => completionReply(good));
    const result = await model().ask();
    expect(result).toMatchObject({
      value: { answer: '可以', score: 1 },
      usage: { inputTokens: 11, outputTokens: 7 },
      attempts: 1,
    });
    expect(bodies[0]?.response_format?.type).toBe('json_schema');
    expect(bodies[0]?.messages[0]).toEqual({ role: 'system', content: 'S' });
  });

  it('is found in a code fence and in prose', async () => {
    script(
      () => completionReply(`好的：\n\`\`\`json\n${good}\n\`\`\``),
      () => completionReply(`<think>{"a":1}</think>结果是 ${good}，供参考。`),
    );
    const { ask } = model();
    expect((await ask()).value.score).toBe(1);
    expect((await ask()).value.score).toBe(1);
  });

  it('that is not JSON gets one repair, which sees what was wrong', async () => {
    const bodies = script(
      () => completionReply('我不知道'),
      () => completionReply(good),
    );
    expect(await model().ask()).toMatchObject({ attempts: 2, usage: { inputTokens: 22, outputTokens: 14 } });
    expect(bodies[1]?.messages.map((message) => message.role)).toEqual(['system', 'user', 'assistant', 'user']);
  });

  it('of the wrong shape twice fails as wrong-shape; twice not JSON as malformed', async () => {
    script(() => completionReply('{"answer":1}'));
    await expect(model().ask()).rejects.toMatchObject({ code: 'wrong-shape', attempts: 2 });
    server.resetHandlers();
    script(() => completionReply('{"answer":'));
    await expect(model().ask()).rejects.toMatchObject({ code: 'malformed', attempts: 2 });
  });

  it('that was refused, filtered or cut at its length limit is not asked for again', async () => {
    const bodies = script(
      () => completionReply(null, { refusal: 'no' }),
      () => completionReply('', { finishReason: 'content_filter' }),
      () => completionReply('{"ans', { finishReason: 'length' }),
    );
    const { ask } = model();
    await expect(ask()).rejects.toMatchObject({ code: 'refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'truncated' });
    expect(bodies).toHaveLength(3);
  });
});

describe('what the endpoint can do', () => {
  it('is learnt: schema refused, JSON mode refused, then plain text at once', async () => {
    const bodies = script(
      () => errorReply(400, 'response_format json_schema is not supported'),
      () => errorReply(400, "unknown parameter 'response_format'"),
      () => completionReply(`答：${good}`),
    );
    const { ask, waits } = model();
    expect((await ask()).attempts).toBe(3);
    expect((await ask()).attempts).toBe(1);
    expect(bodies.map((body) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ]);
    expect(bodies[2]?.messages[0]?.content).toContain('"score"');
    expect(waits).toEqual([]);
  });

  it('is not learnt from a request that fails in every way', async () => {
    const bodies = script(() => errorReply(400, 'bad model name'));
    const { ask } = model();
    await expect(ask()).rejects.toMatchObject({ code: 'bad-request', attempts: 3 });
    await expect(ask()).rejects.toMatchObject({ code: 'bad-request', attempts: 3 });
    expect(bodies[3]?.response_format?.type).toBe('json_schema');
  });

  it('goes without counted streams where they are refused', async () => {
    const bodies = script(
      () => errorReply(400, 'stream_options is not permitted'),
      () => streamReply({ pieces: [good] }),
    );
    await model().ask({ onText: () => {} });
    expect(bodies.map((body) => body.stream_options !== undefined)).toEqual([true, false]);
  });
});

describe('failures', () => {
  it('401 is unauthorized and a context too long is context-length, each at once', async () => {
    script(
      () => errorReply(401, 'Incorrect API key'),
      () => errorReply(400, 'This model maximum context length is 8192 tokens', 'context_length_exceeded'),
    );
    const { ask } = model();
    await expect(ask()).rejects.toMatchObject({ code: 'unauthorized', attempts: 1 });
    await expect(ask()).rejects.toMatchObject({ code: 'context-length', attempts: 1 });
  });

  it('429 waits as long as Retry-After says', async () => {
    script(
      () => errorReply(429, 'slow down', null, { 'retry-after': '3' }),
      () => completionReply(good),
    );
    const { ask, waits } = model();
    expect((await ask()).attempts).toBe(2);
    expect(waits).toEqual([3000]);
  });

  it('429 with a wait beyond the limit, or without quota, is given up at once', async () => {
    script(
      () => errorReply(429, 'slow down', null, { 'retry-after': '600' }),
      () => errorReply(429, 'no money', 'insufficient_quota'),
    );
    const { ask, waits } = model();
    await expect(ask()).rejects.toMatchObject({ code: 'rate-limited', attempts: 1 });
    await expect(ask()).rejects.toMatchObject({ code: 'rate-limited', attempts: 1 });
    expect(waits).toEqual([]);
  });

  it('5xx and lost connections are tried again with growing waits, then given up', async () => {
    script(
      () => errorReply(500, 'boom'),
      () => HttpResponse.error(),
      () => errorReply(503, 'busy'),
    );
    const { ask, waits } = model();
    await expect(ask()).rejects.toMatchObject({ code: 'server-error', attempts: 3 });
    expect(waits).toEqual([250, 500]);
  });

  it('a slow answer is a timeout and is not asked for again', async () => {
    const bodies = script(() => streamReply({ pieces: [], end: 'silence' }));
    await expect(model({ timeoutMs: 60 }).ask()).rejects.toMatchObject({ code: 'timeout', attempts: 1 });
    expect(bodies).toHaveLength(1);
  });

  it('a cancelled wait between tries is cancelled', async () => {
    script(() => errorReply(500, 'boom'));
    const controller = new AbortController();
    const sleep = (_ms: number, signal?: AbortSignal) => {
      controller.abort();
      return Promise.reject(signal?.reason);
    };
    await expect(model({ sleep }).ask({ signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a stream', () => {
  it('shows the text as it grows and is counted', async () => {
    script(() => streamReply({ pieces: ['{"answer":', '"可以",', '"score":1}'] }));
    const seen: string[] = [];
    const result = await model().ask({ onText: (text) => seen.push(text) });
    expect(seen).toEqual(['{"answer":', '{"answer":"可以",', good]);
    expect(result.usage).toEqual({ inputTokens: 11, outputTokens: 7 });
  });

  it.each(['cut', 'broken', 'error'] as const)('that ends by %s is asked for again', async (end) => {
    script(
      () => streamReply({ pieces: ['{"answer":"可'], end }),
      () => streamReply({ pieces: [good] }),
    );
    expect(await model().ask({ onText: () => {} })).toMatchObject({ attempts: 2, value: { score: 1 } });
  });

  it('that is always cut fails as interrupted', async () => {
    script(() => streamReply({ pieces: ['{"answer":"可'], end: 'cut' }));
    await expect(model().ask({ onText: () => {} })).rejects.toMatchObject({ code: 'interrupted', attempts: 3 });
  });

  it('that falls silent is given up after the idle time, though the whole time is not over', async () => {
    script(() => streamReply({ pieces: ['{"answer":'], end: 'silence' }));
    const { ask } = model({ idleTimeoutMs: 50, timeoutMs: 20_000 });
    await expect(ask({ onText: () => {} })).rejects.toMatchObject({ code: 'timeout', attempts: 1 });
  });

  it('that is slow but alive may outlast the idle time', async () => {
    script(() => streamReply({ pieces: [...good], delayMs: 8 }));
    expect((await model({ idleTimeoutMs: 100 }).ask({ onText: () => {} })).value.score).toBe(1);
  });

  it('stops when the caller cancels it', async () => {
    script(() => streamReply({ pieces: ['{"answer":'], end: 'silence' }));
    const controller = new AbortController();
    const asked = model().ask({ signal: controller.signal, onText: () => controller.abort() });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });
});
