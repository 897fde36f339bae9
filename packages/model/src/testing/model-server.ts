import { createServer } from 'node:http';
import { z } from 'zod';

const bodySchema = z.object({
  messages: z.array(z.object({ content: z.string() })),
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }),
  stream: z.boolean().default(false),
});

export type ModelServer = {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** Name of the schema of each request so far. */
  asked: string[];
  close(): Promise<void>;
};

/**
 * An OpenAI-compatible endpoint on loopback, for tests of a whole program. `answer` is given the name of the schema that is
 * asked for and the last message, and gives the content of the reply; null answers 401.
 */
export async function startModelServer(
  answer: (schemaName: string, message: string) => string | null,
): Promise<ModelServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    const { messages, response_format, stream } = bodySchema.parse(JSON.parse(text));
    const { name } = response_format.json_schema;
    asked.push(name);
    const content = answer(name, messages.at(-1)?.content ?? '');
    if (content === null) {
      response.writeHead(401, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ error: { message: 'no', type: 'error' } }));
    }
    const base = { id: 'chatcmpl-test', created: 1_760_000_000, model: 'test-model' };
    const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
    if (stream) {
      const chunk = { ...base, object: 'chat.completion.chunk', usage };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const choices = [{ index: 0, delta: { content }, finish_reason: 'stop' }];
      return response.end(`data: ${JSON.stringify({ ...chunk, choices })}\n\ndata: [DONE]\n\n`);
    }
    const message = { role: 'assistant', content, refusal: null };
    const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...base, object: 'chat.completion', choices, usage }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model server has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
