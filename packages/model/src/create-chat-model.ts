import { ChatOpenAI } from '@langchain/openai';
import { APIError } from 'openai';
import { classifyFailure } from './classify-failure.ts';
import { endpointFetch } from './endpoint-fetch.ts';
import type { LanguageModelConfig } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { backoffMs, wait } from './wait.ts';

export type ChatModel = ChatOpenAI;

/**
 * The same endpoint as a LangChain chat model, for LangChain's agents. Its calls fail with the same `ModelError`; retries
 * and waits are those of `createLanguageModel`, and all tries of one call together end within `timeoutMs`.
 */
export function createChatModel(config: LanguageModelConfig): ChatModel {
  return new ChatOpenAI({
    model: config.model,
    apiKey: config.apiKey,
    configuration: { baseURL: config.baseUrl, fetch: retriedFetch(config), logLevel: 'off' },
    timeout: config.timeoutMs ?? 120_000,
    // LangChain neither waits as long as the endpoint asks nor tells the last try from the others.
    maxRetries: 0,
    onFailedAttempt: (error: unknown) => {
      const failed = classifyFailure(error);
      throw new ModelError(failed.code, failed.message, { cause: error });
    },
    ...(config.temperature === undefined ? {} : { temperature: config.temperature }),
  });
}

function retriedFetch(config: LanguageModelConfig): typeof fetch {
  const { maxRetries = 2, maxWaitMs = 60_000, random = Math.random, sleep = wait } = config;
  return async (url, init = {}) => {
    for (let retry = 0; ; retry += 1) {
      const outcome = await endpointFetch(url, init).then(
        (response) => ({ response, error: null }),
        (error: unknown) => ({ response: null, error }),
      );
      if (outcome.response?.ok || init.signal?.aborted) return settled(outcome);
      const failed = classifyFailure(
        outcome.response === null ? outcome.error : await errorOf(outcome.response.clone()),
      );
      const ms = failed.retryAfterMs ?? backoffMs(retry, random);
      if (!failed.retry || retry >= maxRetries || ms > maxWaitMs) return settled(outcome);
      await sleep(ms, init.signal ?? undefined);
    }
  };
}

function settled({ response, error }: { response: Response | null; error: unknown }): Response {
  if (response === null) throw error;
  return response;
}

async function errorOf(response: Response): Promise<APIError> {
  // Safe: `endpointFetch` gives every error this shape.
  const body = (await response.json()) as object;
  return APIError.generate(response.status, body, undefined, response.headers);
}
