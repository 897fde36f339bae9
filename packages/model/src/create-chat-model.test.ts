import { describe, expect, it } from 'vitest';
import { createChatModel } from './create-chat-model.ts';
import type { ModelErrorCode } from './model-error.ts';
import { hang, hangUp, json, raw, refuse, say } from './testing/behaviours.ts';
import type { Behaviour } from './testing/scripted-endpoint.ts';
import { useScriptedEndpoint } from './testing/use-scripted-endpoint.ts';

const { model, follow, requests, endpoint } = useScriptedEndpoint();
const tools = [{ type: 'function' as const, function: { name: 'search', parameters: { type: 'object' } } }];

function chat(overrides = {}) {
  const { config, waits } = model(overrides);
  const made = createChatModel(config);
  // Agents bind their tools, which makes another model of the same settings.
  return { ask: (signal?: AbortSignal) => made.bindTools(tools).invoke('在吗', signal ? { signal } : {}), waits };
}

describe('a chat model', () => {
  const failing: [string, ModelErrorCode, number, Behaviour][] = [
    ['a wrong key', 'unauthorized', 1, refuse(401, 'Incorrect API key')],
    ['a used-up quota', 'rate-limited', 1, refuse(429, 'no money', 'insufficient_quota')],
    ['a rate limit that stays', 'rate-limited', 3, refuse(429, 'slow down')],
    ['a wait that is too long', 'rate-limited', 1, refuse(429, 'slow down', null, { 'retry-after': '600' })],
    ['a broken server', 'server-error', 3, raw(500, { 'content-type': 'text/html' }, '<h1>boom</h1>')],
    ['an error with status 200', 'server-error', 3, json(200, { error: { message: 'upstream failed' } })],
    ['a context limit', 'context-length', 1, refuse(400, 'maximum context length is 8192', 'context_length_exceeded')],
    ['a context limit in Chinese', 'context-length', 1, json(400, { code: 1261, msg: 'Prompt 超长' })],
    ['a question that was filtered', 'refused', 1, refuse(400, 'Content Exists Risk')],
    ['a bad request', 'bad-request', 1, refuse(400, 'tools are not supported')],
    ['a redirect', 'bad-request', 1, raw(302, { location: 'http://elsewhere.test/' }, '')],
    ['half a body', 'interrupted', 3, raw(200, {}, '{"choices":[{"ind')],
    ['a connection that is hung up', 'unreachable', 3, hangUp],
  ];
  it.each(failing)('fails by %s as %s', async (_what, code, count, behaviour) => {
    follow(behaviour);
    await expect(chat().ask()).rejects.toMatchObject({ name: 'ModelError', code });
    expect(requests()).toBe(count);
  });

  it('waits as the endpoint says, then goes on', async () => {
    follow(refuse(429, 'slow down', null, { 'retry-after': '3' }), say('在'));
    const { ask, waits } = chat();
    expect((await ask()).content).toBe('在');
    expect(waits).toEqual([3_000]);
  });

  it('is over after its time, and as soon as it is cancelled', async () => {
    follow(hang);
    await expect(chat({ timeoutMs: 80 }).ask()).rejects.toMatchObject({ code: 'timeout' });
    expect(requests()).toBe(1);
    const controller = new AbortController();
    const asked = chat().ask(controller.signal);
    setTimeout(() => controller.abort(), 30);
    await expect(asked).rejects.toThrow(/abort|cancel/iu);
    expect(endpoint().asked).toHaveLength(2);
  });
});
