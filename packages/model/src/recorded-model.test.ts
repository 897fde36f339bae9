import { describe, expect, it } from 'vitest';
import type { LanguageModel } from './language-model.ts';
import { type RecordedCall, recordedModel } from './recorded-model.ts';
import { refuse, say, whole } from './testing/behaviours.ts';
import { answerSchema, good, useScriptedEndpoint } from './testing/use-scripted-endpoint.ts';

const { model, follow } = useScriptedEndpoint();

function recorded(made: LanguageModel) {
  const calls: RecordedCall[] = [];
  const recording = recordedModel(made, (call) => calls.push(call));
  const ask = (extra = {}) =>
    recording.generate({
      ...{ system: 'S', messages: [{ role: 'user', content: 'Q' }], schema: answerSchema, schemaName: 'answer' },
      ...extra,
    });
  return { ask, calls };
}

describe('a recorded call', () => {
  it('has its step, the version of its prompt, its tokens, cost and time', async () => {
    follow(say(good));
    const { ask, calls } = recorded(model({ price: { input: 2, output: 8 } }).made);
    await ask({ step: 'claims', promptVersion: 'answer@3' });
    expect(calls).toEqual([
      {
        ...{ step: 'claims', model: 'test-model', promptVersion: 'answer@3', inputTokens: 11, outputTokens: 7 },
        ...{ costYuan: (11 * 2 + 7 * 8) / 1e6, ms: expect.any(Number), attempts: 1, kept: false, failure: null },
      },
    ]);
  });

  it('without price, step and count costs null, is named for its schema and counts nothing', async () => {
    follow(whole({ content: good }, 'stop', { usage: undefined }));
    const { ask, calls } = recorded(model().made);
    await ask();
    expect(calls).toMatchObject([
      { step: 'answer', promptVersion: null, costYuan: null, inputTokens: 0, outputTokens: 0 },
    ]);
  });

  it('that failed has its code, its requests and what they took', async () => {
    follow(say('不是 JSON'));
    const { ask, calls } = recorded(model({ price: { input: 2, output: 8 } }).made);
    await expect(ask()).rejects.toMatchObject({ code: 'malformed' });
    expect(calls).toMatchObject([{ failure: 'malformed', attempts: 2, inputTokens: 22, outputTokens: 14 }]);
    expect(calls[0]?.costYuan).toBeCloseTo((22 * 2 + 14 * 8) / 1e6, 12);
  });

  it('counts the requests that were refused before one was answered', async () => {
    follow(refuse(500, 'boom'), say(good));
    const { ask, calls } = recorded(model().made);
    await ask();
    expect(calls).toMatchObject([{ attempts: 2, failure: null, inputTokens: 11 }]);
  });

  it('that took a kept reply costs nothing', async () => {
    const kept: LanguageModel = {
      ...{ name: 'kept', price: { input: 2, output: 8 } },
      generate: async ({ schema }) => {
        const usage = { inputTokens: 5, outputTokens: 2 };
        return { value: schema.parse(JSON.parse(good)), usage, ms: 1, attempts: 0, shortened: 0, kept: true };
      },
    };
    const { ask, calls } = recorded(kept);
    await ask();
    expect(calls).toMatchObject([{ kept: true, costYuan: 0, attempts: 0, inputTokens: 5 }]);
  });

  it('of which something else went wrong is internal', async () => {
    const { ask, calls } = recorded({ name: 'odd', generate: () => Promise.reject(new TypeError('odd')) });
    await expect(ask()).rejects.toThrow('odd');
    expect(calls).toMatchObject([{ failure: 'internal', attempts: 0 }]);
  });
});
