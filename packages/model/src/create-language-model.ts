import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { classifyFailure } from './classify-failure.ts';
import { extractJson } from './extract-json.ts';
import type { Generated, GenerateInput, LanguageModel, LanguageModelConfig } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { outputModes, responseFormat, systemText } from './output-mode.ts';
import { type Completion, requestCompletion } from './request-completion.ts';
import { backoffMs, wait } from './wait.ts';

/**
 * A language model behind an OpenAI-compatible URL. What the endpoint refuses (JSON schema, JSON mode, counting of
 * streams) is learnt from its first refusal and not asked for again.
 */
export function createLanguageModel(config: LanguageModelConfig): LanguageModel {
  const { timeoutMs = 120_000, idleTimeoutMs = 45_000, maxRetries = 2, maxWaitMs = 60_000 } = config;
  const { random = Math.random, sleep = wait } = config;
  const client = new OpenAI({ baseURL: config.baseUrl, apiKey: config.apiKey, maxRetries: 0, timeout: timeoutMs });
  const learnt = { mode: 0, countStream: true };

  async function generate<Schema extends z.ZodType>(
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>>> {
    const started = performance.now();
    const usage = { inputTokens: 0, outputTokens: 0 };
    let attempts = 0;

    /** One answer, whatever retries and steps down it takes. */
    async function answer(messages: ChatCompletionMessageParam[]): Promise<Completion & { reply: unknown }> {
      let mode = learnt.mode;
      let countStream = learnt.countStream;
      for (let retry = 0; ; ) {
        const outputMode = outputModes[mode] ?? 'plain';
        const format = responseFormat(outputMode, input);
        try {
          attempts += 1;
          const completion = await requestCompletion(client, {
            model: config.model,
            messages: [{ role: 'system', content: systemText(outputMode, input) }, ...messages],
            responseFormat: format,
            temperature: config.temperature ?? null,
            timeoutMs,
            idleTimeoutMs,
            countStream,
            signal: input.signal,
            onText: input.onText,
          });
          learnt.mode = Math.max(learnt.mode, mode);
          learnt.countStream &&= countStream;
          usage.inputTokens += completion.usage.inputTokens;
          usage.outputTokens += completion.usage.outputTokens;
          return { ...completion, reply: readReply(completion) };
        } catch (error) {
          const failed = error instanceof ModelError ? interrupted(error) : classifyFailure(error);
          if (failed.code === 'bad-request') {
            if (countStream && input.onText !== undefined && /stream_options|include_usage/u.test(failed.message)) {
              countStream = false;
              continue;
            }
            if (mode < outputModes.length - 1) {
              mode += 1;
              continue;
            }
          }
          const ms = failed.retryAfterMs ?? backoffMs(retry, random);
          if (!failed.retry || retry >= maxRetries || ms > maxWaitMs) {
            throw new ModelError(failed.code, failed.message, { cause: error, attempts });
          }
          retry += 1;
          await sleep(ms, input.signal).catch((cause) => {
            throw new ModelError('cancelled', 'the call was cancelled', { cause, attempts });
          });
        }
      }
    }

    const first = await answer(input.messages);
    const read = check(input.schema, first.reply);
    if (read.ok) return { value: read.value, usage, ms: performance.now() - started, attempts };
    const second = await answer([
      ...input.messages,
      { role: 'assistant', content: first.text },
      {
        role: 'user',
        content: `Your reply could not be used: ${read.why}\nReply again with the corrected JSON object only.`,
      },
    ]);
    const repaired = check(input.schema, second.reply);
    if (repaired.ok) return { value: repaired.value, usage, ms: performance.now() - started, attempts };
    throw new ModelError(repaired.code, repaired.why, { attempts });
  }

  return { name: config.model, generate };
}

/** Only a stream that broke off is worth the same request again: a time-out has already cost its time. */
function interrupted(error: ModelError) {
  return { code: error.code, message: error.message, retry: error.code === 'interrupted', retryAfterMs: null };
}

function readReply(completion: Completion): unknown {
  if (completion.refusal !== null) throw new ModelError('refused', completion.refusal);
  if (completion.finishReason === 'content_filter') throw new ModelError('refused', 'the endpoint filtered the answer');
  const reply = extractJson(completion.text);
  if (completion.finishReason === 'length') throw new ModelError('truncated', 'the answer ended at its length limit');
  // Some endpoints never name a reason to finish: a reply that reads well is taken as whole.
  if (completion.finishReason === null && reply === undefined) {
    throw new ModelError('interrupted', 'the answer broke off before its end');
  }
  return reply;
}

type Checked<Value> = { ok: true; value: Value } | { ok: false; code: 'malformed' | 'wrong-shape'; why: string };

function check<Schema extends z.ZodType>(schema: Schema, reply: unknown): Checked<z.output<Schema>> {
  if (reply === undefined) return { ok: false, code: 'malformed', why: 'the reply is not JSON' };
  const result = schema.safeParse(reply);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, code: 'wrong-shape', why: z.prettifyError(result.error) };
}
