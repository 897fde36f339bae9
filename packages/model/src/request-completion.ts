import type OpenAI from 'openai';
import type { ChatCompletionCreateParams, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ModelUsage } from './language-model.ts';
import { ModelError } from './model-error.ts';

export type CompletionRequest = {
  model: string;
  messages: ChatCompletionMessageParam[];
  responseFormat: NonNullable<ChatCompletionCreateParams['response_format']> | null;
  temperature: number | null;
  timeoutMs: number;
  idleTimeoutMs: number;
  countStream: boolean;
  signal: AbortSignal | undefined;
  onText: ((text: string) => void) | undefined;
};
export type Completion = { text: string; finishReason: string | null; refusal: string | null; usage: ModelUsage };

/** One request, streamed when someone reads along. Throws the SDK's errors, or `ModelError` for time-outs and cancelling. */
export async function requestCompletion(client: OpenAI, request: CompletionRequest): Promise<Completion> {
  const watch = watchTime(request);
  const body = {
    model: request.model,
    messages: request.messages,
    ...(request.responseFormat === null ? {} : { response_format: request.responseFormat }),
    ...(request.temperature === null ? {} : { temperature: request.temperature }),
  };
  try {
    // Raced, because a body that ignores the signal must not hold the caller.
    return await Promise.race([read(), watch.stopped]);
  } catch (error) {
    throw watch.reason(error) ?? error;
  } finally {
    watch.stop();
  }

  async function read(): Promise<Completion> {
    if (request.onText === undefined) {
      const reply = await client.chat.completions.create(body, { signal: watch.signal });
      const choice = reply.choices[0];
      return {
        text: choice?.message.content ?? '',
        finishReason: choice?.finish_reason ?? null,
        refusal: choice?.message.refusal ?? null,
        usage: usageOf(reply.usage),
      };
    }
    const stream = await client.chat.completions.create(
      { ...body, stream: true, ...(request.countStream ? { stream_options: { include_usage: true } } : {}) },
      { signal: watch.signal },
    );
    const completion: Completion = { text: '', finishReason: null, refusal: null, usage: usageOf(undefined) };
    for await (const chunk of stream) {
      if (watch.signal.aborted) break;
      watch.alive();
      if (chunk.usage) completion.usage = usageOf(chunk.usage);
      const choice = chunk.choices[0];
      if (choice?.delta.refusal) completion.refusal = (completion.refusal ?? '') + choice.delta.refusal;
      if (choice?.finish_reason) completion.finishReason = choice.finish_reason;
      if (choice?.delta.content) {
        completion.text += choice.delta.content;
        request.onText(completion.text);
      }
    }
    // The SDK ends an aborted stream without an error.
    const stopped = watch.reason();
    if (stopped) throw stopped;
    return completion;
  }
}

function usageOf(usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined): ModelUsage {
  return { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 };
}

/** Ends the request when the caller cancels, when it takes too long as a whole, or when a stream falls silent. */
function watchTime(request: CompletionRequest) {
  const controller = new AbortController();
  let ended: ModelError['code'] | null = null;
  let message = '';
  let reject: (error: ModelError) => void = () => {};
  const stopped = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  // Whoever lost the race must not crash the process.
  stopped.catch(() => {});
  const end = (code: ModelError['code'], why: string) => {
    if (ended !== null) return;
    ended = code;
    message = why;
    controller.abort();
    reject(new ModelError(code, why));
  };
  const cancel = () => end('cancelled', 'the call was cancelled');
  if (request.signal?.aborted) cancel();
  request.signal?.addEventListener('abort', cancel, { once: true });
  const { timeoutMs, idleTimeoutMs } = request;
  const total = setTimeout(() => end('timeout', `no complete answer within ${timeoutMs} ms`), timeoutMs);
  const startIdle = () =>
    setTimeout(() => end('timeout', `the stream was silent for ${idleTimeoutMs} ms`), idleTimeoutMs);
  let idle = request.onText === undefined ? undefined : startIdle();
  return {
    signal: controller.signal,
    stopped,
    alive: () => {
      clearTimeout(idle);
      idle = startIdle();
    },
    reason: (cause?: unknown) => (ended === null ? null : new ModelError(ended, message, { cause })),
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
      request.signal?.removeEventListener('abort', cancel);
    },
  };
}
