import { type LanguageModel, ModelError, type ModelUsage } from '@lutai/model';
import type { z } from 'zod';
import { askInTime } from './ask-in-time.ts';
import type { ModelStage } from './model-help.ts';
import type { ModelRequest } from './model-request.ts';
import type { createRecentAnswers } from './recent-answers.ts';

/** One call that was made: a kept answer makes none, and one that the caller cancelled is not told. */
export type ModelCall = {
  stage: ModelStage;
  ms: number;
  /** Null where no usable answer came. */
  usage: ModelUsage | null;
  /** A code of `ModelError`, or `internal`; null where it went well. */
  failure: string | null;
};

export type ModelAskerConfig = {
  model: LanguageModel;
  limitsMs: Record<ModelStage, number>;
  answers: ReturnType<typeof createRecentAnswers>;
  onCall?: ((call: ModelCall) => void) | undefined;
};

/** Asks the model within the time of the stage, or takes a recent answer to the same words. Throws what went wrong. */
export function createModelAsker({ model, limitsMs, answers, onCall }: ModelAskerConfig) {
  return async function ask<Schema extends z.ZodType, Value>(
    request: ModelRequest<Schema, Value>,
    signal: AbortSignal | undefined,
  ): Promise<Value> {
    const { stage, system, content, schema, schemaName } = request;
    const asked = `${stage}\n${content}`;
    const kept = answers.get(asked);
    if (kept !== undefined) return usable(request, schema.parse(kept));
    const began = performance.now();
    const tell = (usage: ModelUsage | null, failure: string | null) =>
      onCall?.({ stage, ms: Math.round(performance.now() - began), usage, failure });
    try {
      const messages = [{ role: 'user' as const, content }];
      const input = { system, messages, schema, schemaName, step: stage, ...(signal ? { signal } : {}) };
      const { value, usage } = await askInTime(model, input, limitsMs[stage]);
      const read = usable(request, value);
      answers.set(asked, value);
      tell(usage, null);
      return read;
    } catch (error) {
      signal?.throwIfAborted();
      tell(null, error instanceof ModelError ? error.code : 'internal');
      throw error;
    }
  };
}

function usable<Schema extends z.ZodType, Value>(request: ModelRequest<Schema, Value>, reply: z.output<Schema>): Value {
  const value = request.read(reply);
  if (value === null) throw new ModelError('wrong-shape', 'the reply holds nothing that can be used');
  return value;
}
