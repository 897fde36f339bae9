import { describe, expect, it } from 'vitest';
import { completion, json, raw, refuse, refusing, say, sayZipped, whole } from './testing/behaviours.ts';
import type { AskedBody, Behaviour } from './testing/scripted-endpoint.ts';
import { good, goodValue, useScriptedEndpoint } from './testing/use-scripted-endpoint.ts';

const { model, follow, requests, formats, endpoint } = useScriptedEndpoint();
const inSchema = (body: AskedBody) => body.response_format?.type === 'json_schema';
const inAnyFormat = (body: AskedBody) => body.response_format !== undefined;

describe('an endpoint that refuses the JSON schema is asked in JSON mode', () => {
  const refusals: [string, Behaviour][] = [
    [
      'OpenAI',
      refuse(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."),
    ],
    ['DeepSeek', refuse(400, 'This response_format type is unavailable now', 'invalid_request_error')],
    [
      'vLLM',
      json(400, { object: 'error', message: 'guided decoding is disabled', type: 'BadRequestError', code: 400 }),
    ],
    ['FastAPI', json(422, { detail: [{ loc: ['body', 'response_format', 'type'], msg: "Input should be 'text'" }] })],
    ['Ollama', json(400, { error: 'json_schema: invalid format' })],
    ['OpenRouter', refuse(404, 'No endpoints found that support the requested parameters')],
    ['a vendor that says it in Chinese', json(400, { code: '1210', msg: 'API 调用参数有误，请检查文档' })],
    ['a server that breaks', refuse(500, 'failed to compile json_schema grammar')],
    ['a server with an empty body', raw(400, {}, '')],
  ];
  it.each(refusals)('%s', async (_vendor, refusal) => {
    follow(refusing(inSchema, refusal, good));
    const { ask, waits } = model();
    expect(await ask()).toMatchObject({ value: goodValue, attempts: 2 });
    expect(await ask()).toMatchObject({ attempts: 1 });
    expect(formats()).toEqual(['json_schema', 'json_object', 'json_object']);
    expect(endpoint().asked[1]?.body.messages[0]?.content).toContain('"score"');
    expect(waits).toEqual([]);
  });
});

it('an endpoint that refuses JSON mode too is asked in plain text', async () => {
  follow(refusing(inAnyFormat, refuse(400, "Unrecognized request argument: 'response_format'"), `答：${good}`));
  const { ask } = model();
  expect(await ask()).toMatchObject({ value: goodValue, attempts: 3 });
  expect(await ask()).toMatchObject({ attempts: 1 });
});

it('an endpoint that takes a schema without heeding it is told the shape in words, then from the start', async () => {
  follow((response, asked) => {
    const told = asked.body.messages[0]?.content.includes('"score"') ?? false;
    return say(told ? good : '可以。')(response, asked);
  });
  const { ask } = model();
  expect(await ask()).toMatchObject({ value: goodValue, attempts: 2 });
  expect(await ask()).toMatchObject({ value: goodValue, attempts: 1 });
});

describe('a reply that is read at once', () => {
  const replies: [string, Behaviour][] = [
    ['in a fence', say(`\`\`\`json\n${good}\n\`\`\``)],
    ['in prose', say(`好的，结果如下：${good}。如有疑问请告知。`)],
    ['behind an example of another shape', say(`格式是 {"a":1}，答案是 ${good}`)],
    ['behind a thought', say(`<think>先想 {"answer":"不","score":0}</think>\n${good}`)],
    ['behind a thought whose beginning is missing', say(`先想 {"answer":"不","score":0}\n</think>\n${good}`)],
    ['beside its reasoning', whole({ content: good, reasoning_content: '先想 {"answer":"不","score":0}' })],
    ['as the arguments of a tool', whole({ content: null, tool_calls: [tool(good)] }, 'tool_calls')],
    ['with commas before brackets', say('{"answer":"可以","score":1,\n}')],
    ['with a byte order mark', say(`\uFEFF${good}`)],
    ['with its number as a string', say('{"answer":"可以","score":"1"}')],
    ['with a key twice, of which the last counts', say('{"answer":"不","answer":"可以","score":1}')],
    ['without a reason to finish', say(good, null)],
    ['zipped', sayZipped(good)],
    ['labelled as text', raw(200, { 'content-type': 'text/plain' }, JSON.stringify(completion({ content: good })))],
    ['labelled not at all', raw(200, {}, JSON.stringify(completion({ content: good })))],
    ['without being counted', whole({ content: good }, 'stop', { usage: null })],
    ['as the first of several, in any order', whole({}, 'stop', { choices: [choice(1, '{"no":1}'), choice(0, good)] })],
  ];
  it.each(replies)('%s', async (_how, behaviour) => {
    follow(behaviour);
    expect((await model().ask()).value).toEqual(goodValue);
    expect(requests()).toBe(1);
  });

  it('with line breaks and tabs as they are inside its text', async () => {
    follow(say('{"answer":"第一\n第二\t第三, }","score":1}'));
    expect((await model().ask()).value).toEqual({ answer: '第一\n第二\t第三, }', score: 1 });
    expect(requests()).toBe(1);
  });
});

describe('a reply that takes one repair', () => {
  const replies: [string, string | null][] = [
    ['not a number', '{"answer":"可以","score":NaN}'],
    ['comments', '{"answer":"可以", // 结论\n"score":1}'],
    ['single quotes', "{'answer':'可以','score':1}"],
    ['Chinese quotes', '{“answer”:“可以”，“score”:1}'],
    ['a field of the wrong kind', '{"answer":["可以"],"score":1}'],
    ['a field left out', '{"answer":"可以"}'],
    ['half an object', '{"answer":"可以","sco'],
    ['nothing', ''],
    ['null', null],
    ['a thought without an end', '<think>答案大概是 {"answer":"不","score":0}'],
  ];
  it.each(replies)('%s', async (_what, reply) => {
    follow(say(reply), say(good));
    expect(await model().ask()).toMatchObject({ value: goodValue, attempts: 2 });
    expect(requests()).toBe(2);
    // An empty message of the model itself would be refused by many.
    for (const { content } of endpoint().asked[1]?.body.messages ?? []) expect(content).not.toBe('');
  });

  it.each(replies)('%s, and not a second one', async (_what, reply) => {
    follow(say(reply));
    await expect(model().ask()).rejects.toMatchObject({ name: 'ModelError', attempts: 2 });
    expect(requests()).toBe(2);
  });
});

function tool(text: string) {
  return { id: 'call_1', type: 'function', function: { name: 'answer', arguments: text } };
}

function choice(index: number, content: string) {
  return { index, message: { role: 'assistant', content }, finish_reason: 'stop' };
}
