import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { z } from 'zod';
import { classifyFailure, formatMayHelp } from './classify-failure.ts';
import { endpointFetch } from './endpoint-fetch.ts';
import type { Generated, GenerateInput, LanguageModel, LanguageModelConfig } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { outputModes, responseFormat, systemText } from './output-mode.ts';
import { type ReadReply, readReply } from './read-reply.ts';
import { requestCompletion } from './request-completion.ts';
import { backoffMs, wait } from './wait.ts';

const mostShortened = 2;

/**
 * A language model behind an OpenAI-compatible URL. What the endpoint refuses (JSON schema, JSON mode, counting of
 * streams) or takes no notice of (JSON schema) is learnt from the first time and reckoned with from then on.
 */
export function createLanguageModel(config: LanguageModelConfig): LanguageModel {
  const { timeoutMs = 120_000, idleTimeoutMs = 45_000, maxRetries = 2, maxWaitMs = 60_000 } = config;
  const { limitMs = 300_000, random = Math.random, sleep = wait } = config;
  const client = new OpenAI({
    ...{ baseURL: config.baseUrl, apiKey: config.apiKey, maxRetries: 0, timeout: timeoutMs, fetch: endpointFetch },
    // The SDK's own log would show what the client and the model said.
    logLevel: 'off',
  });
  const learnt = { mode: 0, countStream: true, sayShape: false };

  async function generate<Schema extends z.ZodType>(
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>>> {
    const started = performance.now();
    const usage = { inputTokens: 0, outputTokens: 0 };
    let { messages } = input;
    let attempts = 0;
    let shortened = 0;
    const leftMs = () => limitMs - (performance.now() - started);

    /** One answer, whatever retries and steps down it takes. */
    async function answer(
      repair: ChatCompletionMessageParam[],
      sayShape: boolean,
    ): Promise<ReadReply<z.output<Schema>>> {
      let { mode, countStream } = learnt;
      for (let retry = 0; ; ) {
        const outputMode = outputModes[mode] ?? 'plain';
        try {
          attempts += 1;
          const system = systemText(outputMode, input, sayShape || learnt.sayShape);
          const completion = await requestCompletion(client, {
            model: config.model,
            messages: [{ role: 'system', content: system }, ...messages, ...repair],
            responseFormat: responseFormat(outputMode, input),
            temperature: config.temperature ?? null,
            timeoutMs: Math.max(1, Math.min(timeoutMs, Math.ceil(leftMs()))),
            idleTimeoutMs,
            countStream,
            signal: input.signal,
            onText: input.onText,
          });
          learnt.mode = Math.max(learnt.mode, mode);
          learnt.countStream &&= countStream;
          usage.inputTokens += completion.usage.inputTokens;
          usage.outputTokens += completion.usage.outputTokens;
          return readReply(completion, input.schema);
        } catch (error) {
          const failed = classifyFailure(error);
          if (failed.code === 'context-length' && shortened < mostShortened) {
            const shorter = input.shorten?.(shortened + 1) ?? null;
            if (shorter !== null) {
              shortened += 1;
              messages = shorter;
              continue;
            }
          }
          if (failed.code === 'bad-request' && formatMayHelp(error)) {
            if (countStream && input.onText !== undefined && /stream_?options|include_usage/iu.test(failed.message)) {
              countStream = false;
              continue;
            }
            if (mode < outputModes.length - 1) {
              mode += 1;
              continue;
            }
            // The last thing that may be in the way, where the refusal does not name it.
            if (countStream && input.onText !== undefined) {
              countStream = false;
              continue;
            }
          }
          const ms = failed.retryAfterMs ?? backoffMs(retry, random);
          if (!failed.retry || retry >= maxRetries || ms > Math.min(maxWaitMs, leftMs())) {
            throw new ModelError(failed.code, failed.message, { cause: error, attempts, usage });
          }
          retry += 1;
          await sleep(ms, input.signal).catch((cause) => {
            throw new ModelError('cancelled', 'the call was cancelled', { cause, attempts, usage });
          });
        }
      }
    }

    const first = await answer([], false);
    const result = first.ok ? first : await answer(repairMessages(first), true);
    if (!result.ok) throw new ModelError(result.code, result.why, { attempts, usage });
    // It could do better once it was told: the endpoint takes a schema without heeding it.
    if (!first.ok) learnt.sayShape = true;
    return { value: result.value, usage, ms: performance.now() - started, attempts, shortened, kept: false };
  }

  return { name: config.model, price: config.price ?? null, generate };
}

/** Nothing where the model said nothing: an empty message of its own is refused by many. */
function repairMessages(failed: Extract<ReadReply<unknown>, { ok: false }>): ChatCompletionMessageParam[] {
  if (failed.said === '') return [];
  const content = `Your reply could not be used: ${failed.why}\nReply again with the corrected JSON object only.`;
  return [
    { role: 'assistant', content: failed.said },
    { role: 'user', content },
  ];
}
