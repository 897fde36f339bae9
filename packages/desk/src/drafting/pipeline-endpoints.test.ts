import { createWorkCalendar, deadlineCatalogue } from '@lutai/law';
import { createLanguageModel } from '@lutai/model';
import { behaviours as b, type ScriptedEndpoint, startScriptedEndpoint } from '@lutai/model/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DraftAnswerDeps, draftAnswer } from './draft-answer.ts';
import { createExtractiveDrafter } from './extractive-drafter.ts';
import { createModelDrafter } from './model-drafter.ts';
import { checkTextKnowing, hits } from './testing/hits.ts';
import { noRoutes } from './testing/no-routes.ts';
import { soundAnswer } from './testing/scripted-drafter.ts';

let endpoint: ScriptedEndpoint;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint();
});
afterAll(() => endpoint.close());

type Script = Parameters<ScriptedEndpoint['follow']>;
const good = JSON.stringify(soundAnswer);
const half = good.slice(0, Math.floor(good.length / 2));
const streamOf = (text: string) =>
  b.stream([...[...text].map((piece) => b.event(b.delta({ content: piece }))), b.finished, b.counted, b.done]);
const noSchema = b.refusing(
  (body) => body.response_format?.type === 'json_schema',
  b.refuse(400, 'response_format json_schema is not supported'),
  good,
);
const noFormat = b.refusing(
  (body) => body.response_format !== undefined,
  b.refuse(400, 'Unrecognized request argument: response_format'),
  good,
);

function deps(): DraftAnswerDeps {
  const waits = { timeoutMs: 2000, idleTimeoutMs: 150, maxRetries: 2, sleep: async () => {} };
  const model = createLanguageModel({ baseUrl: endpoint.baseUrl, apiKey: 'key', model: 'test-model', ...waits });
  return {
    ...{ areas: [], topics: [], routes: noRoutes },
    deadlines: { catalogue: deadlineCatalogue([]), calendar: createWorkCalendar([]) },
    retrieve: async () => ({ hits, cases: [], nearest: 0.9 }),
    checkText: checkTextKnowing(['中华人民共和国劳动合同法', '中华人民共和国劳动争议调解仲裁法']),
    drafter: createModelDrafter({ model }),
    fallback: createExtractiveDrafter(),
    now: () => new Date('2026-03-01T02:00:00Z'),
  };
}
const ask = (onText?: (text: string) => void) =>
  draftAnswer(
    deps(),
    { question: '没签劳动合同能要双倍工资吗', conversation: [], asOf: null, importance: 'standard' },
    onText ? { onText } : {},
  );

describe('the pipeline over a real connection: the model writes', () => {
  it.each<[string, Script]>([
    ['to an endpoint with JSON schema', [b.say(good)]],
    ['to one with JSON mode only', [noSchema]],
    ['to one with neither', [noFormat]],
    ['to one that takes a schema and answers in a fence', [b.say(`好的：\n\`\`\`json\n${good}\n\`\`\``)]],
    ['to one that thinks aloud first', [b.say(`<think>先想一想{</think>${good}`)]],
    ['to one whose first reply is prose', [b.say('可以要双倍工资。'), b.say(good)]],
    ['to one whose first reply has another shape', [b.say('{"answer":"可以"}'), b.say(good)]],
    ['after a rate limit with Retry-After', [b.refuse(429, 'slow down', null, { 'retry-after': '1' }), b.say(good)]],
    ['after a 503 page in HTML', [b.raw(503, { 'content-type': 'text/html' }, '<h1>down</h1>'), b.say(good)]],
    ['after a connection that hung up', [b.hangUp, b.say(good)]],
    ['after half a body', [b.halfBody(good), b.say(good)]],
    [
      'in fewer words after a context limit',
      [b.refuse(400, "This model's maximum context length is 8192 tokens", 'context_length_exceeded'), b.say(good)],
    ],
    ['to one that zips', [b.sayZipped(good)]],
  ])('%s', async (_name, script) => {
    endpoint.follow(...script);
    const content = await ask();
    expect(content).toMatchObject({ drafter: 'model', outcome: 'answered', promptVersion: 'answer-2+repair-1' });
    expect(content.citations.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(content.trace.calls.length).toBeGreaterThan(0);
    expect(endpoint.asked.length).toBeLessThanOrEqual(6);
  });

  it.each<[string, Script]>([
    ['in pieces of one character', [streamOf(good)]],
    [
      'again after half a stream',
      [b.stream([b.event(b.delta({ content: half }))], { end: 'destroy' }), streamOf(good)],
    ],
    ['without a word on its end', [b.stream([b.event(b.delta({ content: good }))])]],
    [
      'between comments that keep it alive',
      [b.stream([b.keepAlive, b.event(b.delta({ content: good })), b.keepAlive, b.done])],
    ],
  ])('streaming %s', async (_name, script) => {
    endpoint.follow(...script);
    const seen: string[] = [];
    const content = await ask((text) => seen.push(text));
    expect(content.drafter).toBe('model');
    expect(seen.at(-1)).toBe(content.text);
    expect(seen.join('')).not.toContain('"claims"');
  });
});

describe('the pipeline over a real connection: the model fails, and a draft comes nevertheless', () => {
  it.each<[string, Script, string]>([
    ['a refusal', [b.whole({ content: null, refusal: 'no' })], '拒绝回答'],
    ['a content filter', [b.say('', 'content_filter')], '拒绝回答'],
    ['a polite refusal in prose', [b.say('抱歉，我无法协助处理这个请求。')], '拒绝回答'],
    [
      'a quota that is used up',
      [b.refuse(429, 'insufficient_quota: 余额不足', 'insufficient_quota')],
      '请求过于频繁或额度用尽',
    ],
    ['a wrong key', [b.refuse(401, 'bad key')], '密钥无效或没有权限'],
    ['500 again and again', [b.refuse(500, 'boom')], '服务出错'],
    ['an answer that is cut at its length', [b.say(half, 'length')], '回复超出长度而被截断'],
    [
      'a context limit that nothing meets',
      [b.refuse(400, 'context_length_exceeded', 'context_length_exceeded')],
      '内容超出长度限制',
    ],
    ['an error with status 200', [b.json(200, { error: { message: 'internal', code: 500 } })], '服务出错'],
    ['nothing at all', [b.hang], '超时'],
  ])('%s', async (_name, script, why) => {
    endpoint.follow(...script);
    const content = await ask();
    expect(content.drafter).toBe('extractive');
    expect(content.notices[0]).toBe(`语言模型未能完成（${why}），以下为无模型草稿。`);
    expect(content.citations.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(content.text).toContain('## 理由与依据');
    expect(endpoint.asked.length).toBeLessThanOrEqual(8);
  });

  it('a stream that falls silent', async () => {
    endpoint.follow(b.stream([b.event(b.delta({ content: half }))], { end: 'silence' }));
    const content = await ask(() => {});
    expect(content.notices[0]).toContain('超时');
  });

  it('a repair that fails: what was sound before stays, what was not is dropped', async () => {
    const wrong = { condition: '', text: '公司要付五倍工资', provisions: [{ id: 'P1', words: '' }] };
    endpoint.follow(
      b.say(JSON.stringify({ ...soundAnswer, claims: [...soundAnswer.claims, wrong] })),
      b.refuse(500, 'boom'),
    );
    const content = await ask();
    expect(content.drafter).toBe('model');
    expect(content.text).not.toContain('五倍');
    expect(content.trace.repair).toMatchObject({ by: 'model', mended: [], dropped: ['公司要付五倍工资'] });
    expect(content.trace.calls.map(({ step, failure }) => [step, failure])).toEqual([
      ['write', null],
      ['repair', 'server-error'],
    ]);
  });
});
