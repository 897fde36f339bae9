import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../create-language-model.ts';
import type { GenerateInput, LanguageModelConfig } from '../language-model.ts';
import { type Behaviour, type ScriptedEndpoint, startScriptedEndpoint } from './scripted-endpoint.ts';

export const answerSchema = z.object({ answer: z.string(), score: z.number() });
export const goodValue = { answer: '可以', score: 1 };
export const good = JSON.stringify(goodValue);
type Input = GenerateInput<typeof answerSchema>;

/** One scripted endpoint for a test file, and models that speak to it without waiting between their tries. */
export function useScriptedEndpoint() {
  let endpoint: ScriptedEndpoint;
  beforeAll(async () => {
    endpoint = await startScriptedEndpoint();
  });
  afterAll(() => endpoint.close());

  function model(overrides: Partial<LanguageModelConfig> = {}) {
    const waits: number[] = [];
    const config: LanguageModelConfig = {
      ...{ baseUrl: endpoint.baseUrl, apiKey: 'key', model: 'test-model', timeoutMs: 5_000, idleTimeoutMs: 5_000 },
      random: () => 0,
      sleep: async (ms) => void waits.push(ms),
      ...overrides,
    };
    const made = createLanguageModel(config);
    const ask = (extra: Partial<Input> = {}) =>
      made.generate({
        ...{ system: 'S', messages: [{ role: 'user', content: 'Q' }], schema: answerSchema, schemaName: 'answer' },
        ...extra,
      });
    return { made, config, ask, waits };
  }

  return {
    model,
    endpoint: () => endpoint,
    follow: (...behaviours: Behaviour[]) => endpoint.follow(...behaviours),
    requests: () => endpoint.asked.length,
    formats: () => endpoint.asked.map(({ body }) => body.response_format?.type ?? 'none'),
  };
}
