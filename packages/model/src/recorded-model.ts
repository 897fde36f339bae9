import type { z } from 'zod';
import type { Generated, GenerateInput, LanguageModel, ModelPrice, ModelUsage } from './language-model.ts';
import { ModelError } from './model-error.ts';

/** One call of `generate`, whichever way it ended. */
export type RecordedCall = {
  /** The name of the schema where the caller named no step. */
  step: string;
  model: string;
  promptVersion: string | null;
  inputTokens: number;
  outputTokens: number;
  /** Null where no price is set; a kept reply costs nothing. */
  costYuan: number | null;
  ms: number;
  attempts: number;
  kept: boolean;
  /** A code of `ModelError`, or `internal`; null where it went well. */
  failure: string | null;
};

/** The same model, of which every call is told to `onCall` when it ends. What `onCall` throws is the caller's. */
export function recordedModel(model: LanguageModel, onCall: (call: RecordedCall) => void): LanguageModel {
  const price = model.price ?? null;

  async function generate<Schema extends z.ZodType>(
    input: GenerateInput<Schema>,
  ): Promise<Generated<z.output<Schema>>> {
    const started = performance.now();
    const tell = (call: Pick<RecordedCall, 'attempts' | 'kept' | 'failure'> & { usage: ModelUsage }) =>
      onCall({
        step: input.step ?? input.schemaName,
        model: model.name,
        promptVersion: input.promptVersion ?? null,
        inputTokens: call.usage.inputTokens,
        outputTokens: call.usage.outputTokens,
        costYuan: call.kept && price !== null ? 0 : costYuan(call.usage, price),
        ms: Math.round(performance.now() - started),
        attempts: call.attempts,
        kept: call.kept,
        failure: call.failure,
      });
    let generated: Generated<z.output<Schema>>;
    try {
      generated = await model.generate(input);
    } catch (error) {
      const known = error instanceof ModelError;
      const usage = known ? error.usage : { inputTokens: 0, outputTokens: 0 };
      const attempts = known ? error.attempts : 0;
      tell({ usage, attempts, kept: false, failure: known ? error.code : 'internal' });
      throw error;
    }
    tell({ usage: generated.usage, attempts: generated.attempts, kept: generated.kept, failure: null });
    return generated;
  }

  return { ...model, generate };
}

/** Yuan, or null where no price is set. */
export function costYuan(usage: ModelUsage, price: ModelPrice | null): number | null {
  if (price === null) return null;
  return (usage.inputTokens * price.input + usage.outputTokens * price.output) / 1_000_000;
}
