import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createChatModel } from './create-chat-model.ts';
import { createModelEmbeddings } from './create-model-embeddings.ts';
import { completionReply, errorReply } from './testing/index.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());
const endpoint = { baseUrl: 'http://model.test/v1', apiKey: 'key', model: 'test-embedding', maxRetries: 0 };

function serveEmbeddings(size: (index: number) => number) {
  const batches: string[][] = [];
  server.use(
    http.post('http://model.test/v1/embeddings', async ({ request }) => {
      // The body is what LangChain's client wrote: one text, or a batch.
      const { input } = (await request.json()) as { input: string | string[] };
      const texts = typeof input === 'string' ? [input] : input;
      batches.push(texts);
      const data = texts.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: new Array(size(index)).fill(text.length),
      }));
      return HttpResponse.json({
        object: 'list',
        data,
        model: 'test-embedding',
        usage: { prompt_tokens: 1, total_tokens: 1 },
      });
    }),
  );
  return batches;
}

it('embeds in batches, in order, and keeps the lines of a text', async () => {
  const batches = serveEmbeddings(() => 3);
  const embeddings = createModelEmbeddings({ ...endpoint, batchSize: 2 });
  expect(await embeddings.embedDocuments(['一', '一\n二', '一二三四'])).toEqual([
    [1, 1, 1],
    [3, 3, 3],
    [4, 4, 4],
  ]);
  expect(batches).toEqual([['一', '一\n二'], ['一二三四']]);
  expect(await embeddings.embedQuery('一二')).toEqual([2, 2, 2]);
});

it('names model and size, so that an index of another size is refused', () => {
  expect(createModelEmbeddings(endpoint).modelId).toBe('openai:test-embedding');
  expect(createModelEmbeddings({ ...endpoint, dimensions: 256 }).modelId).toBe('openai:test-embedding@256');
});

it('refuses vectors of unlike size', async () => {
  serveEmbeddings((index) => index + 1);
  await expect(createModelEmbeddings(endpoint).embedDocuments(['一', '二'])).rejects.toMatchObject({
    code: 'wrong-shape',
  });
});

it('says by its code what the endpoint refused', async () => {
  server.use(http.post('http://model.test/v1/embeddings', () => errorReply(401, 'Incorrect API key')));
  await expect(createModelEmbeddings(endpoint).embedQuery('一')).rejects.toMatchObject({
    name: 'ModelError',
    code: 'unauthorized',
  });
});

it('speaks to the same endpoint as a LangChain chat model', async () => {
  server.use(http.post('http://model.test/v1/chat/completions', () => completionReply('你好')));
  expect((await createChatModel(endpoint).invoke('在吗')).content).toBe('你好');
});
