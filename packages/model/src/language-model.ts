import type { z } from 'zod';

export type ModelMessage = { role: 'user' | 'assistant'; content: string };
export type GenerateInput<Schema extends z.ZodType> = {
  system: string;
  messages: ModelMessage[];
  schema: Schema;
  /** Letters, digits, `_` and `-`; the endpoint sees it. */
  schemaName: string;
  signal?: AbortSignal;
  /** The raw reply so far, as it streams; a retry starts it anew. */
  onText?: (text: string) => void;
};
export type Generated<Value> = {
  value: Value;
  /** Summed over all attempts; zero where the endpoint does not count. */
  usage: { inputTokens: number; outputTokens: number };
  ms: number;
  attempts: number;
};

/** The language-model seam. `generate` throws `ModelError` and nothing else. */
export type LanguageModel = {
  name: string;
  generate<Schema extends z.ZodType>(input: GenerateInput<Schema>): Promise<Generated<z.output<Schema>>>;
};

export type LanguageModelConfig = {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Milliseconds for one request as a whole (default 120 000). */
  timeoutMs?: number;
  /** Milliseconds without a byte of a stream after which it is given up (default 30 000). */
  idleTimeoutMs?: number;
  /** Requests beyond the first for rate limits, server errors and lost connections (default 2). */
  maxRetries?: number;
};
