import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParams,
  ChatCompletionMessage,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { endpointFetch } from './endpoint-fetch.ts';
import type { ModelUsage } from './language-model.ts';
import { type TimedRequest, watchTime } from './watch-time.ts';

export type CompletionRequest = TimedRequest & {
  model: string;
  messages: ChatCompletionMessageParam[];
  responseFormat: NonNullable<ChatCompletionCreateParams['response_format']> | null;
  temperature: number | null;
  countStream: boolean;
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
    return await Promise.race([request.onText === undefined ? readWhole() : readStream(request.onText), watch.stopped]);
  } catch (error) {
    throw watch.reason(error) ?? error;
  } finally {
    watch.stop();
  }

  async function readWhole(): Promise<Completion> {
    const reply = await client.chat.completions.create(body, { signal: watch.signal });
    const choice = first(reply.choices);
    return {
      text: textOf(choice?.message),
      finishReason: choice?.finish_reason ?? null,
      refusal: choice?.message?.refusal || null,
      usage: usageOf(reply.usage),
    };
  }

  async function readStream(onText: (text: string) => void): Promise<Completion> {
    const stream = await client
      .withOptions({ fetch: async (url, init) => observed(await endpointFetch(url, init), watch.alive) })
      .chat.completions.create(
        { ...body, stream: true, ...(request.countStream ? { stream_options: { include_usage: true } } : {}) },
        { signal: watch.signal },
      );
    const completion: Completion = { text: '', finishReason: null, refusal: null, usage: usageOf(undefined) };
    let called = '';
    for await (const chunk of stream) {
      if (watch.signal.aborted) break;
      if (chunk.usage) completion.usage = usageOf(chunk.usage);
      const choice = first(chunk.choices);
      if (choice?.delta?.refusal) completion.refusal = (completion.refusal ?? '') + choice.delta.refusal;
      if (choice?.finish_reason) completion.finishReason = choice.finish_reason;
      called += argumentsOf(choice?.delta);
      if (choice?.delta?.content) {
        completion.text += choice.delta.content;
        onText(completion.text);
      }
    }
    // The SDK ends an aborted stream without an error.
    const stopped = watch.reason();
    if (stopped) throw stopped;
    return completion.text.trim() === '' ? { ...completion, text: called } : completion;
  }
}

/** Endpoints leave out what the SDK's types promise. */
type Sent<Value> = { [Key in keyof Value]?: Value[Key] | null };

/** The first answer, of which there may be several in one piece of a stream, in any order. */
function first<Choice extends { index?: number | null }>(
  choices: Choice[] | null | undefined,
): Sent<Choice> | undefined {
  return choices?.find(({ index }) => (index ?? 0) === 0);
}

/** Some endpoints keep to a schema by way of a tool, and send the answer as its arguments. */
function textOf(message: Sent<ChatCompletionMessage> | null | undefined): string {
  const content = message?.content ?? '';
  return content.trim() === '' ? argumentsOf(message) : content;
}

function argumentsOf(
  message:
    | { tool_calls?: ChatCompletionChunk.Choice.Delta.ToolCall[] | ChatCompletionMessage['tool_calls'] | null }
    | null
    | undefined,
): string {
  const call = message?.tool_calls?.find((each) => ('index' in each ? each.index === 0 : true));
  return call !== undefined && 'function' in call ? (call.function?.arguments ?? '') : '';
}

function observed(response: Response, onBytes: () => void): Response {
  const { status, headers } = response;
  const transform = (piece: Uint8Array, controller: TransformStreamDefaultController<Uint8Array>) => {
    onBytes();
    controller.enqueue(piece);
  };
  return new Response(response.body?.pipeThrough(new TransformStream({ transform })) ?? null, { status, headers });
}

function usageOf(usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined): ModelUsage {
  return { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 };
}
