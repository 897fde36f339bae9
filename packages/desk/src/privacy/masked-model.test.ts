import { createLanguageModel, createModelEmbeddings, type LanguageModel } from '@lutai/model';
import { completionReply, errorReply, streamReply } from '@lutai/model/testing';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMasker, type Masker } from './create-masker.ts';
import { maskedModel } from './masked-model.ts';
import { maskingEmbeddings, maskText } from './masking-embeddings.ts';
import { personalSentences } from './testing/personal-sentences.ts';

const endpoint = { baseUrl: 'http://model.test/v1', apiKey: 'key', model: 'test-model' };
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const bodySchema = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const schema = z.object({
  conclusion: z.string(),
  claims: z.array(z.object({ text: z.string(), sum: z.number().nullable() })),
});
const reply = (conclusion: string, claim = '') => JSON.stringify({ conclusion, claims: [{ text: claim, sum: 3 }] });

/** Answers with what is made of the last message; keeps every body as it was sent. */
function answer(make: (message: string, requests: number) => Response): string[] {
  const bodies: string[] = [];
  server.use(
    http.post(`${endpoint.baseUrl}/chat/completions`, async ({ request }) => {
      const body = await request.text();
      bodies.push(body);
      return make(bodySchema.parse(JSON.parse(body)).messages.at(-1)?.content ?? '', bodies.length);
    }),
  );
  return bodies;
}

function setUp(masker: Masker = createMasker()) {
  const unknown: string[] = [];
  const inner: LanguageModel = createLanguageModel({ ...endpoint, sleep: async () => {} });
  const model = maskedModel(inner, masker, (tokens) => unknown.push(...tokens));
  const ask = (content: string, system = '请照抄〔姓名1〕一类的记号。', onText?: (text: string) => void) =>
    model.generate({
      system,
      messages: [{ role: 'user', content }],
      schema,
      schemaName: 'answer',
      ...(onText ? { onText } : {}),
    });
  return { ask, unknown, masker, model };
}

describe('a masked model', () => {
  it.each(personalSentences)('is never shown %s', async (text, _kind, originals) => {
    const bodies = answer((message) => completionReply(reply(message, message)));
    const { value } = await setUp().ask(text);
    for (const original of originals) {
      expect(bodies.join('')).not.toContain(JSON.stringify(original).slice(1, -1));
    }
    expect(value).toEqual({ conclusion: text, claims: [{ text, sum: 3 }] });
  });

  it('is never shown them in earlier turns, the system text, retries or the repair', async () => {
    const text = '我叫王建国，电话13812345678';
    const bodies = answer((message, requests) => {
      if (requests === 1) return errorReply(500, 'once more');
      return completionReply(requests === 2 ? `不是 JSON：${message}` : reply('〔姓名1〕可以'));
    });
    const { model, masker } = setUp(createMasker({ names: ['赵小六'] }));
    const { value } = await model.generate({
      system: '客户赵小六，电话13812345678',
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: '王建国您好，13812345678已记下' },
        { role: 'user', content: '王建国再问一句' },
      ],
      schema,
      schemaName: 'answer',
    });
    expect(bodies).toHaveLength(3);
    for (const original of ['王建国', '13812345678', '赵小六']) expect(bodies.join('')).not.toContain(original);
    expect(value.conclusion).toBe('王建国可以');
    expect(masker.masks().map(({ original }) => original)).toEqual(['王建国', '13812345678', '赵小六']);
  });

  it('sends a masked text as it is, and our own words on tokens too', async () => {
    const bodies = answer((message) => completionReply(reply(message)));
    const { ask, masker } = setUp();
    const masked = masker.mask('我叫王建国，电话13812345678');
    expect((await ask(masked)).value.conclusion).toBe('我叫王建国，电话13812345678');
    const { messages } = bodySchema.parse(JSON.parse(bodies[0] ?? ''));
    expect(messages.at(-1)?.content).toBe(masked);
    expect(messages[0]?.content).toContain('请照抄〔姓名1〕一类的记号。');
  });

  it('reads garbled tokens and reports invented ones', async () => {
    answer(() => completionReply(reply('[姓名1]应还款，〔姓名9〕也要', '请〔 电话1 〕联系')));
    const { ask, unknown } = setUp();
    const { value } = await ask('我叫王建国，电话13812345678');
    expect(value).toEqual({
      conclusion: '王建国应还款，〔姓名9〕也要',
      claims: [{ text: '请13812345678联系', sum: 3 }],
    });
    expect(unknown).toEqual(['〔姓名9〕']);
  });

  it('streams what is complete, put back, and never a token that has only begun', async () => {
    const whole = reply('〔姓名1〕要还〔电话1〕的钱');
    answer(() => streamReply({ pieces: [...whole] }));
    const seen: string[] = [];
    const { value } = await setUp().ask('我叫王建国，号码是138\n12345678', undefined, (text) => seen.push(text));
    expect(value.conclusion).toBe('王建国要还138\n12345678的钱');
    expect(seen.at(-1)).toBe(reply('王建国要还138\n12345678的钱'));
    for (const text of seen) expect(text).not.toMatch(/〔|〕|姓名|电话/);
  });
});

describe('masking embeddings', () => {
  it('embed no personal data, and the same text always as the same words', async () => {
    const inputs: string[] = [];
    server.use(
      http.post(`${endpoint.baseUrl}/embeddings`, async ({ request }) => {
        const { input } = z.object({ input: z.union([z.string(), z.array(z.string())]) }).parse(await request.json());
        const texts = [input].flat();
        inputs.push(...texts);
        const data = texts.map((_, index) => ({ object: 'embedding', index, embedding: [1, 2] }));
        return HttpResponse.json({ object: 'list', model: 'm', data, usage: { prompt_tokens: 1, total_tokens: 1 } });
      }),
    );
    const embeddings = maskingEmbeddings(createModelEmbeddings(endpoint));
    const texts = personalSentences.map(([text]) => text);
    expect(await embeddings.embedDocuments(texts)).toHaveLength(texts.length);
    expect(await embeddings.embedQuery('我老公王建国打我')).toEqual([1, 2]);
    for (const [index, [text, , originals]] of personalSentences.entries()) {
      expect(inputs[index]).toBe(maskText(text));
      for (const original of originals) expect(inputs[index]).not.toContain(original);
    }
    expect(inputs.at(-1)).toBe('我老公〔姓名1〕打我');
  });
});
