import { describe, expect, it } from 'vitest';
import type { ModelErrorCode } from './model-error.ts';
import {
  byteByByte,
  counted,
  delta,
  done,
  event,
  finished,
  json,
  keepAlive,
  refuse,
  refusing,
  say,
  stream,
  whole,
} from './testing/behaviours.ts';
import type { Behaviour } from './testing/scripted-endpoint.ts';
import { good, goodValue, useScriptedEndpoint } from './testing/use-scripted-endpoint.ts';

const { model, follow, requests } = useScriptedEndpoint();
const said = (content: string | null) => event(delta({ content }));
const half = said('{"answer":"可');
const onText = () => {};

describe('a stream that is read at once', () => {
  const streams: [string, Behaviour][] = [
    ['of one piece', say(good)],
    ['cut inside characters and lines', stream(byteByByte(said(good) + finished + counted + done))],
    [
      'with comments that keep it alive',
      stream([keepAlive, said('{"answer":"可以",'), keepAlive, said('"score":1}'), done]),
    ],
    ['not counted', stream([said(good), finished, done])],
    ['without [DONE]', stream([said(good), finished])],
    ['without a reason to finish', stream([said(good), done])],
    ['of lines that end in CR LF', stream([(said(good) + finished + done).replaceAll('\n', '\r\n')])],
    ['labelled as text', stream([said(good), finished, done], { contentType: 'text/plain' })],
    [
      'of several answers at once',
      stream([
        event(delta({ content: '{"no":' }, null, 1)),
        said(good),
        event(delta({ content: '1}' }, 'stop', 1)),
        finished,
        done,
      ]),
    ],
    [
      'with its reasoning beside it',
      stream([
        event(delta({ reasoning_content: '想 {"answer":"不","score":0}', content: null })),
        said(good),
        finished,
        done,
      ]),
    ],
    [
      'with its thoughts in it',
      stream([said('<think>想 {"answer":"不",'), said('"score":0}</think>'), said(good), finished, done]),
    ],
    [
      'as the arguments of a tool',
      stream([
        event(delta({ tool_calls: [tool('{"answer":"可以",')] })),
        event(delta({ tool_calls: [tool('"score":1}')] }, 'tool_calls')),
        done,
      ]),
    ],
    [
      'with pieces that hold nothing',
      stream([event({ id: 'x' }), event({ choices: [{ index: 0 }] }), said(null), said(good), finished, done]),
    ],
    ['that is a whole answer instead', whole({ content: good })],
  ];
  it.each(streams)('%s', async (_how, behaviour) => {
    follow(behaviour);
    expect((await model().ask({ onText })).value).toEqual(goodValue);
    expect(requests()).toBe(1);
  });

  it('is counted where the endpoint counts', async () => {
    follow(say(good));
    expect((await model().ask({ onText })).usage).toEqual({ inputTokens: 11, outputTokens: 7 });
    follow(whole({ content: good }));
    expect((await model().ask({ onText })).usage).toEqual({ inputTokens: 11, outputTokens: 7 });
  });
});

describe('half a stream is asked for once more:', () => {
  const halves: [string, Behaviour][] = [
    ['the connection breaks', stream([half], { end: 'destroy' })],
    ['it ends without a reason', stream([half])],
    ['it ends with [DONE] alone', stream([half, done])],
    [
      'an error comes inside it',
      stream([half, event({ error: { message: 'upstream failed', type: 'server_error' } })]),
    ],
    ['a piece of it is no JSON', stream([half, 'data: {"choices":[{"ind\n\n', done])],
    ['nothing comes', stream([])],
  ];
  it.each(halves)('%s', async (_how, behaviour) => {
    follow(behaviour, say(good));
    expect(await model().ask({ onText })).toMatchObject({ value: goodValue, attempts: 2 });
    follow(behaviour);
    await expect(model().ask({ onText })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:interrupted|server-error)$/u),
      attempts: 3,
    });
    expect(requests()).toBe(3);
  });
});

describe('a stream fails with its code:', () => {
  const failing: [string, ModelErrorCode, number, Behaviour][] = [
    [
      'refused piece by piece',
      'refused',
      1,
      stream([event(delta({ refusal: 'I can' })), event(delta({ refusal: 'not' })), done]),
    ],
    ['filtered half-way', 'refused', 1, stream([half, event(delta({}, 'content_filter')), done])],
    ['cut at its length limit', 'truncated', 1, stream([half, event(delta({}, 'length')), done])],
    [
      'too long, as an error inside it',
      'context-length',
      1,
      stream([event({ error: { message: 'prompt is too long' } })]),
    ],
    ['too many, as an error inside it', 'rate-limited', 3, stream([event({ error: { message: 'slow', code: 429 } })])],
    ['an error in place of it', 'server-error', 3, json(200, { error: { message: 'upstream failed' } })],
    ['finished in the middle of its JSON', 'malformed', 2, stream([half, finished, done])],
  ];
  it.each(failing)('%s → %s', async (_how, code, count, behaviour) => {
    follow(behaviour);
    await expect(model().ask({ onText })).rejects.toMatchObject({ name: 'ModelError', code, attempts: count });
    expect(requests()).toBe(count);
  });

  it('silent from the start or after a piece → timeout, after the idle time', async () => {
    for (const pieces of [[], [half]]) {
      follow(stream(pieces, { end: 'silence' }));
      const failed = model({ idleTimeoutMs: 60 }).ask({ onText });
      await expect(failed).rejects.toMatchObject({ code: 'timeout', attempts: 1 });
    }
  });

  it('kept alive without an answer → timeout, after the whole time', async () => {
    follow(stream(new Array(200).fill(keepAlive), { delayMs: 10, end: 'silence' }));
    const failed = model({ idleTimeoutMs: 200, timeoutMs: 400 }).ask({ onText });
    await expect(failed).rejects.toMatchObject({ code: 'timeout', message: expect.stringContaining('400 ms') });
  });
});

it('a stream that is kept alive for longer than the idle time goes on', async () => {
  follow(stream([...new Array(30).fill(keepAlive), said(good), finished, done], { delayMs: 10 }));
  expect((await model({ idleTimeoutMs: 150 }).ask({ onText })).value).toEqual(goodValue);
});

describe('an endpoint that refuses to count streams', () => {
  it('is asked without counting, whether it says what it refuses or not', async () => {
    const counts = (body: { stream_options?: object }) => body.stream_options !== undefined;
    follow(refusing(counts, refuse(400, 'Unknown parameter: stream_options'), good));
    const { ask } = model();
    expect(await ask({ onText })).toMatchObject({ attempts: 2 });
    expect(await ask({ onText })).toMatchObject({ attempts: 1 });
    follow(refusing(counts, refuse(400, 'Extra inputs are not permitted'), good));
    expect(await model().ask({ onText })).toMatchObject({ value: goodValue, attempts: 4 });
  });
});

function tool(text: string) {
  return { index: 0, type: 'function', function: { name: 'answer', arguments: text } };
}
