import { completionReply, errorReply } from '@lutai/model/testing';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ModelStage } from '../model-help.ts';
import { hypothetical, rewritten } from './small-search.ts';

export const endpoint = { baseUrl: 'http://model.test/v1', apiKey: 'key', model: 'test-model' };

export type Reply = (content: string, signal: AbortSignal) => Response | Promise<Response>;
export const say =
  (value: object): Reply =>
  () =>
    completionReply(JSON.stringify(value));

/** What a good model says of the small search; to order, it reads the list and names the provision that answers. */
export const good: Record<ModelStage, Reply> = {
  rewrite: say({ text: rewritten }),
  hyde: say({ text: hypothetical }),
  rerank: (content) => completionReply(JSON.stringify({ order: [idOf(content, hypothetical)] })),
};

function idOf(content: string, text: string): string {
  return /(P\d+) [^\n]*\n *$/u.exec(content.slice(0, content.indexOf(text)))?.[1] ?? 'none';
}

const stages: Record<string, ModelStage> = {
  legal_question: 'rewrite',
  likely_provision: 'hyde',
  provision_order: 'rerank',
};

/** An endpoint for one test file: what no script answers fails the test. */
export function startScriptedModel() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  /** Answers each stage by its script, or as a good model would, and keeps what was asked. */
  function serve(replies: Partial<Record<ModelStage, Reply>>) {
    const asked: { stage: ModelStage; content: string }[] = [];
    server.use(
      http.post(`${endpoint.baseUrl}/chat/completions`, async ({ request }) => {
        // The body is what @lutai/model wrote.
        const body = (await request.json()) as {
          messages: { content: string }[];
          response_format?: { json_schema?: { name: string } };
        };
        const content = body.messages[1]?.content ?? '';
        const stage = stages[body.response_format?.json_schema?.name ?? ''];
        if (stage === undefined) return errorReply(400, 'which stage?');
        asked.push({ stage, content });
        return (replies[stage] ?? good[stage])(content, request.signal);
      }),
    );
    return { asked, calls: () => asked.map(({ stage }) => stage) };
  }
  return { serve };
}
