import { describe, expect, it } from 'vitest';
import type { ModelErrorCode } from './model-error.ts';
import { halfBody, hang, hangUp, json, raw, refuse, say, whole } from './testing/behaviours.ts';
import type { Behaviour } from './testing/scripted-endpoint.ts';
import { good, goodValue, useScriptedEndpoint } from './testing/use-scripted-endpoint.ts';

const { model, follow, requests, endpoint } = useScriptedEndpoint();
const page = raw(502, { 'content-type': 'text/html' }, '<html><style>b{}</style><h1>502 Bad Gateway</h1></html>');
const fine = raw(200, { 'content-type': 'text/html' }, '<html>Please sign in to the network</html>');

type Failing = [what: string, code: ModelErrorCode, requests: number, behaviour: Behaviour];

const refusals: Failing[] = [
  ['a refusal in its own field', 'refused', 1, whole({ content: null, refusal: 'I cannot help with that.' })],
  ['an answer that was filtered', 'refused', 1, say('', 'content_filter')],
  ['an answer that was filtered, as Zhipu says it', 'refused', 1, say('', 'sensitive')],
  ['a question that was filtered (Azure)', 'refused', 1, refuse(400, 'filtered by the policy', 'content_filter')],
  ['a question that was filtered (Qwen)', 'refused', 1, refuse(400, 'Input may be bad', 'data_inspection_failed')],
  ['a question that was filtered (DeepSeek)', 'refused', 1, refuse(400, 'Content Exists Risk')],
  ['a question that was filtered (Zhipu)', 'refused', 1, refuse(400, '输入或生成内容可能包含不安全或敏感内容', '1301')],
  ['a polite refusal', 'refused', 2, say('很抱歉，我无法协助处理这个请求。')],
  ['a polite refusal in English', 'refused', 2, say("I'm sorry, but I can't help with that.")],
  ['prose that answers', 'malformed', 2, say('可以要求支付双倍工资。')],
  ['an answer cut at its length limit', 'truncated', 1, say('{"answer":"可', 'length')],
];

const contextLimits: Failing[] = (
  [
    ['OpenAI', 400, "This model's maximum context length is 8192 tokens.", 'context_length_exceeded'],
    ['Anthropic', 400, 'prompt is too long: 200001 tokens > 200000 maximum', null],
    ['Gemini', 400, 'The input token count (1200000) exceeds the maximum number of tokens allowed.', null],
    ['Qwen', 400, 'Range of input length should be [1, 30720]', 'InvalidParameter'],
    ['Moonshot', 400, 'Your request exceeded model token limit: 8192', null],
    ['llama.cpp', 400, 'the request exceeds the available context size', 'exceed_context_size_error'],
    ['TGI', 422, '`inputs` tokens + `max_new_tokens` must be <= 4096', null],
    ['Zhipu', 400, 'Prompt 超长', '1261'],
    ['a limit for each minute that one request exceeds', 429, 'Request too large: Limit 6000, Requested 9000', null],
    ['a body that is too large', 413, 'Payload Too Large', null],
  ] as const
).map(([vendor, status, message, code]) => [
  `a context limit (${vendor})`,
  'context-length',
  1,
  refuse(status, message, code),
]);

const outages: Failing[] = [
  ['a wrong key', 'unauthorized', 1, refuse(401, 'Incorrect API key provided')],
  ['a forbidden model', 'unauthorized', 1, refuse(403, 'Model access denied')],
  ['an unknown model', 'bad-request', 3, refuse(404, 'The model `x` does not exist', 'model_not_found')],
  ['a quota that is used up', 'rate-limited', 1, refuse(429, 'You exceeded your quota', 'insufficient_quota')],
  ['a balance that is used up', 'rate-limited', 1, refuse(402, 'Insufficient Balance')],
  ['a rate limit that stays', 'rate-limited', 3, refuse(429, 'Too Many Requests')],
  ['an overloaded server', 'server-error', 3, refuse(503, 'busy')],
  ['a broken server', 'server-error', 3, raw(500, {}, '')],
  ['a gateway with a page', 'server-error', 3, page],
  ['a page where the answer should be', 'server-error', 3, fine],
  ['an error with status 200', 'server-error', 3, json(200, { error: { message: 'upstream failed' } })],
  ['a rate limit with status 200', 'rate-limited', 3, json(200, { error: { code: 429, message: 'slow' } })],
  ['an empty account with status 200', 'rate-limited', 1, minimax(1008, 'insufficient balance')],
  ['an empty body with status 200', 'server-error', 3, raw(200, {}, '')],
  ['an answer of no choices', 'interrupted', 3, json(200, { object: 'chat.completion', choices: [] })],
  ['half a body', 'interrupted', 3, halfBody('{"choices":[{"index":0,"mess')],
  ['half a body that ends cleanly', 'interrupted', 3, raw(200, {}, '{"choices":[{"index":0,"mess')],
  ['a connection that is hung up', 'unreachable', 3, hangUp],
];

describe('fails with its code after a bounded number of requests:', () => {
  it.each([...refusals, ...contextLimits, ...outages])('%s → %s', async (_what, code, count, behaviour) => {
    follow(behaviour);
    const error = await model()
      .ask()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ModelError', code, attempts: count });
    expect(requests()).toBe(count);
  });

  it('an endpoint that never answers → timeout, after its time', async () => {
    follow(hang);
    const began = performance.now();
    await expect(model({ timeoutMs: 80 }).ask()).rejects.toMatchObject({ code: 'timeout', attempts: 1 });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(requests()).toBe(1);
  });

  it('many slow tries → the last failure, within the limit of the call', async () => {
    const slow: Behaviour = (response) => void setTimeout(() => response.writeHead(500).end(), 60);
    follow(slow);
    const began = performance.now();
    const failed = model({ limitMs: 150, maxRetries: 50, random: () => 0, sleep: async () => {} }).ask();
    await expect(failed).rejects.toMatchObject({ code: expect.stringMatching(/^(?:server-error|timeout)$/u) });
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(requests()).toBeLessThan(5);
    follow((response, asked) => void setTimeout(() => say('不是 JSON')(response, asked), 120));
    await expect(model({ limitMs: 200 }).ask()).rejects.toMatchObject({ code: 'timeout', attempts: 2 });
  });

  it('nothing behind the address → unreachable', async () => {
    await expect(model({ baseUrl: 'http://127.0.0.1:9/v1' }).ask()).rejects.toMatchObject({
      code: 'unreachable',
      attempts: 3,
    });
  });

  it('says in words what a page said', async () => {
    follow(page);
    await expect(model().ask()).rejects.toThrow('502 Bad Gateway');
  });
});

it('a redirect is refused, and the question does not follow it', async () => {
  follow(raw(307, { location: `${endpoint().baseUrl}/elsewhere` }, ''));
  await expect(model().ask()).rejects.toMatchObject({ code: 'bad-request', attempts: 1 });
  await expect(model().ask()).rejects.toThrow('/elsewhere: set the base URL');
  expect(endpoint().asked.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/chat/completions']);
});

describe('a rate limit is waited out', () => {
  const inTwoSeconds = () => new Date(Date.now() + 2_500).toUTCString();
  it.each([
    ['as seconds', { 'retry-after': '3' }, [3_000, 3_000]],
    ['as milliseconds', { 'retry-after-ms': '120', 'retry-after': '9' }, [120, 120]],
    ['not at all', {}, [250, 250]],
    ['in words that say nothing', { 'retry-after': 'soon' }, [250, 250]],
    ['as a date', { 'retry-after': inTwoSeconds() }, [0, 2_500]],
    ['as a date gone by', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, [0, 0]],
  ] as const)('told %s', async (_how, headers, [least, most]) => {
    follow(refuse(429, 'slow down', null, headers), say(good));
    const { ask, waits } = model();
    expect(await ask()).toMatchObject({ value: goodValue, attempts: 2 });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(least);
    expect(waits[0]).toBeLessThanOrEqual(most);
  });
});

describe('what is too long', () => {
  const tooLong: Behaviour = (response, asked) => {
    const long = asked.body.messages.some(({ content }) => content.length > 100);
    return (long ? refuse(400, 'maximum context length is 100') : say(good))(response, asked);
  };
  const ofLength = (count: number) => [{ role: 'user' as const, content: '问'.repeat(count) }];

  it('is shortened twice at most, and told', async () => {
    follow(tooLong);
    const shorten = (attempt: number) => ofLength(200 / 2 ** attempt);
    expect(await model().ask({ messages: ofLength(400), shorten })).toMatchObject({ shortened: 1, attempts: 2 });
    follow(tooLong);
    const barely = (attempt: number) => ofLength(400 - 150 * attempt);
    expect(await model().ask({ messages: ofLength(400), shorten: barely })).toMatchObject({
      shortened: 2,
      attempts: 3,
    });
    follow(tooLong);
    const never = () => ofLength(300);
    const failed = model().ask({ messages: ofLength(400), shorten: never });
    await expect(failed).rejects.toMatchObject({ code: 'context-length', attempts: 3 });
  });

  it('is given up where nothing can be left out', async () => {
    follow(tooLong);
    const failed = model().ask({ messages: ofLength(400), shorten: () => null });
    await expect(failed).rejects.toMatchObject({ code: 'context-length', attempts: 1 });
  });
});

function minimax(code: number, message: string): Behaviour {
  return json(200, { choices: null, base_resp: { status_code: code, status_msg: message } });
}
