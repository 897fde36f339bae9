import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Generated, GenerateInput, LanguageModel } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { openReplyFolder } from './reply-folder.ts';

export type CachedModelConfig = {
  folder: string;
  /** What else decides the reply; a part of the key. */
  baseUrl?: string;
  temperature?: number;
  /** Of all files together (default 256 MiB); the oldest go first. */
  maxBytes?: number;
};

/**
 * The same model, which answers exactly the same input from a folder of earlier replies: name, endpoint, temperature, system
 * text, messages and schema decide. Only values that passed their schema are kept, in the clear. Equal calls at the same
 * time are one request. A reply that cannot be written is given all the same. Throws where the folder cannot be made.
 */
export function cachedModel(model: LanguageModel, config: CachedModelConfig): LanguageModel {
  const replies = openReplyFolder(config.folder, config.maxBytes ?? 256 * 1024 * 1024);
  const asked = new Map<string, Promise<Generated<unknown>>>();

  async function keptReply<Schema extends z.ZodType>(
    key: string,
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>> | null> {
    const started = performance.now();
    const reply = await replies.read(key);
    const read = reply === null ? null : input.schema.safeParse(reply.value);
    if (reply === null || !read?.success) return null;
    input.onText?.(JSON.stringify(reply.value));
    const { usage } = reply;
    return { value: read.data, usage, ms: performance.now() - started, attempts: 0, shortened: 0, kept: true };
  }

  async function ask<Schema extends z.ZodType>(
    key: string,
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>>> {
    const kept = await keptReply(key, input);
    if (kept !== null) return kept;
    const generated = await model.generate(input);
    await replies
      .write({ key, model: model.name, value: generated.value, usage: generated.usage })
      .catch(() => undefined);
    return generated;
  }

  async function generate<Schema extends z.ZodType>(
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>>> {
    const key = replyKey(model.name, config, input);
    for (;;) {
      if (input.signal?.aborted) throw cancelled(input.signal);
      const others = asked.get(key);
      if (others === undefined) {
        const own = ask(key, input);
        asked.set(key, own);
        return await own.finally(() => asked.delete(key));
      }
      const started = performance.now();
      try {
        const { value, usage } = await orCancelled(others, input.signal);
        input.onText?.(JSON.stringify(value));
        // Safe: the same key is the same schema.
        const same = value as z.output<Schema>;
        return { value: same, usage, ms: performance.now() - started, attempts: 0, shortened: 0, kept: true };
      } catch (error) {
        // Who asked first has gone; whoever still waits asks anew.
        if (error instanceof ModelError && error.code === 'cancelled' && !input.signal?.aborted) continue;
        // The requests were those of another call.
        throw error instanceof ModelError ? new ModelError(error.code, error.message, { cause: error }) : error;
      }
    }
  }

  return { ...model, generate };
}

/** SHA-256, in hexadecimal, of all that decides the reply. */
function replyKey(name: string, config: CachedModelConfig, input: GenerateInput<z.ZodType>): string {
  const { system, messages, schemaName } = input;
  const exact = canonical({
    ...{ model: name, baseUrl: config.baseUrl ?? null, temperature: config.temperature ?? null },
    ...{ system, messages: messages.map(({ role, content }) => ({ role, content })), schemaName },
    schema: z.toJSONSchema(input.schema),
  });
  return createHash('sha256').update(JSON.stringify(exact)).digest('hex');
}

/** The same value with its keys in order, so that how it was built does not matter. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, canonical(each)]));
}

function orCancelled<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(cancelled(signal));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

function cancelled(signal: AbortSignal): ModelError {
  return new ModelError('cancelled', 'the call was cancelled', { cause: signal.reason });
}
