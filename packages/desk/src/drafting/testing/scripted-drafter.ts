import { createChatModel, createLanguageModel } from '@lutai/model';
import { completionReply } from '@lutai/model/testing';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { DrafterOptions, DraftingInput } from '../drafter.ts';
import { createModelDrafter } from '../model-drafter.ts';
import { renderAnswer } from '../render-answer.ts';

export { soundAnswer } from './sound-answer.ts';

const endpoint = { baseUrl: 'http://model.test/v1', apiKey: 'key', model: 'test-model' };
const url = 'http://model.test/v1/chat/completions';

export type Asked = { messages: { role: string; content: string }[] };

/** A scripted endpoint for the tests of one file: each reply in turn, the last one again and again. */
export function startScriptedEndpoint() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  function serve(...replies: ((asked: Asked) => Response)[]) {
    const asked: Asked[] = [];
    server.use(
      http.post(url, async ({ request }) => {
        // The body is what @lutai/model wrote.
        const body = (await request.json()) as Asked;
        asked.push(body);
        const reply = replies[Math.min(asked.length, replies.length) - 1];
        return reply ? reply(body) : HttpResponse.error();
      }),
    );
    return asked;
  }
  return {
    serve,
    serveAnswer: (...values: object[]) => serve(...values.map((value) => () => completionReply(JSON.stringify(value)))),
  };
}

export type DrafterSettings = { timeoutMs?: number; idleTimeoutMs?: number; research?: boolean };

export function scriptedDrafter({ research = false, ...timing }: DrafterSettings = {}) {
  const config = { ...endpoint, ...timing, maxRetries: 1, sleep: async () => {} };
  return createModelDrafter({
    model: createLanguageModel(config),
    chatModel: createChatModel({ ...config, maxRetries: 0 }),
    research,
  });
}

/** What such a drafter writes, with its text for the client. */
export async function draftWith(input: DraftingInput, settings: DrafterSettings = {}, options: DrafterOptions = {}) {
  const written = await scriptedDrafter(settings).draft(input, options);
  return { ...written, text: renderAnswer(written, input) };
}
