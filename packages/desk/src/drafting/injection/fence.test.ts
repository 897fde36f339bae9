import { describe, expect, it } from 'vitest';
import { createQueryRequest } from '../../corpus/search/model/query-request.ts';
import { createRerankRequest } from '../../corpus/search/model/rerank-request.ts';
import { obeyed, scriptedModel } from '../../testing/gullible-model.ts';
import { type InjectionAttempt, injectionAttempts } from '../../testing/injection-attempts.ts';
import { type Fence, fence } from '../fence.ts';
import { createModelDrafter } from '../model-drafter.ts';
import { modelMessages, numberProvisions, numberSteps } from '../model-messages.ts';
import { renderAnswer } from '../render-answer.ts';
import { soundAnswer } from '../testing/sound-answer.ts';
import { capturedAnswer } from './testing/captured-answer.ts';
import { placeAttempt } from './testing/place-attempt.ts';

const asList = (text: string | readonly string[]) => [text].flat().join('\n\n');
const noFence: Fence = (_label, text) => asList(text);
/** Marks alone: what people write can close them. */
const weakFence: Fence = (label, text) => `⟦${label}\n${asList(text)}\n${label}⟧`;

const named = (attempts: readonly InjectionAttempt[]) =>
  attempts.map((attempt): [string, InjectionAttempt] => [`${attempt.id}: ${attempt.aim}`, attempt]);
const nowhere = injectionAttempts.filter(({ channel }) => channel === 'case-title' || channel === 'file-name');
const reaching = injectionAttempts.filter((attempt) => !nowhere.includes(attempt));
const forged = reaching.filter((attempt) => attempt.forged);
const inQuestions = injectionAttempts.filter(({ channel }) => channel === 'question');

function messagesOf(attempt: InjectionAttempt, within: Fence) {
  const input = placeAttempt(attempt);
  const given = { provisions: numberProvisions(input.hits), steps: numberSteps([]) };
  return { system: '', messages: modelMessages(input, given, 1, within) };
}

it('there are more than sixty attempts, each of its own', () => {
  expect(injectionAttempts.length).toBeGreaterThanOrEqual(60);
  expect(new Set(injectionAttempts.map(({ text }) => text)).size).toBe(injectionAttempts.length);
});

describe('a model that obeys whatever stands outside of the fence', () => {
  it.each(named(injectionAttempts))('answers as ever: %s', async (_name, attempt) => {
    const model = scriptedModel((request) => {
      const [told] = obeyed(request);
      return told === undefined ? soundAnswer : capturedAnswer(told);
    });
    const input = placeAttempt(attempt);
    const written = await createModelDrafter({ model }).draft(input, {});
    expect(model.requests).toHaveLength(1);
    expect(written.repair).toBeNull();
    expect(written.conclusion).toBe(soundAnswer.conclusion);
    const plain = await createModelDrafter({ model: scriptedModel(() => soundAnswer) }).draft(input, {});
    expect(renderAnswer(written, input)).toBe(renderAnswer(plain, input));
  });

  it.each(named(reaching))('would obey without the fence: %s', (_name, attempt) => {
    expect(obeyed(messagesOf(attempt, noFence)).map(({ id }) => id)).toContain(attempt.id);
    expect(obeyed(messagesOf(attempt, fence))).toEqual([]);
  });

  it.each(named(forged))('would obey if its marks could be forged: %s', (_name, attempt) => {
    expect(obeyed(messagesOf(attempt, weakFence)).map(({ id }) => id)).toContain(attempt.id);
  });

  it.each(named(nowhere))('would not even see, without the fence: %s', (_name, attempt) => {
    expect(JSON.stringify(messagesOf(attempt, noFence))).not.toContain(attempt.text);
  });

  it('finds the same instructions, word for word, whatever is asked', async () => {
    const systems = new Set<string>();
    for (const attempt of injectionAttempts) {
      const model = scriptedModel(() => soundAnswer);
      await createModelDrafter({ model }).draft(placeAttempt(attempt), {});
      for (const { system } of model.requests) systems.add(system);
    }
    expect(systems.size).toBe(1);
  });
});

describe('the requests that help the search', () => {
  const provisions = [{ provisionId: 'p1', law: '示例法', article: '第一条', text: '公司应当支付工资。' }];

  it.each(named(inQuestions))('fence off the question: %s', (_name, attempt) => {
    const requests = (within?: Fence) => [
      createQueryRequest(within)('rewrite', attempt.text),
      createQueryRequest(within)('hyde', attempt.text),
      createRerankRequest(within)(attempt.text, provisions),
    ];
    for (const { system, content } of requests()) {
      expect(obeyed({ system, messages: [{ role: 'user', content }] })).toEqual([]);
    }
    for (const { content } of requests(noFence)) {
      const told = obeyed({ system: '', messages: [{ role: 'user', content }] });
      expect(told.map(({ id }) => id)).toContain(attempt.id);
    }
  });

  it('fence off the provisions that are to be ordered', () => {
    for (const { id, text } of injectionAttempts.filter(({ channel }) => channel === 'provision')) {
      const hits = [{ provisionId: 'p1', law: '示例法', article: '第一条', text }];
      const contents = [createRerankRequest(), createRerankRequest(noFence)].map((make) => make('问', hits).content);
      const [fenced, bare] = contents.map((content) => obeyed({ system: '', messages: [{ role: 'user', content }] }));
      expect(fenced).toEqual([]);
      expect(bare?.map((attempt) => attempt.id)).toContain(id);
    }
  });
});
