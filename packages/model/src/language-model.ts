import type { z } from 'zod';

export type ModelMessage = { role: 'user' | 'assistant'; content: string };
export type ModelUsage = { inputTokens: number; outputTokens: number };
/** Yuan for a million tokens. */
export type ModelPrice = { input: number; output: number };
export type GenerateInput<Schema extends z.ZodType> = {
  system: string;
  messages: ModelMessage[];
  schema: Schema;
  /** Letters, digits, `_` and `-`; the endpoint sees it. */
  schemaName: string;
  signal?: AbortSignal;
  /** The raw reply so far, as it streams; a retry starts it anew. A kept reply comes as one. */
  onText?: (text: string) => void;
  /**
   * Shorter messages where the endpoint says that they are too long, or null where there is nothing left to leave out.
   * Asked at most twice, with 1 and 2.
   */
  shorten?: (attempt: number) => ModelMessage[] | null;
  /** For the record of the call; the endpoint does not see them. */
  step?: string;
  promptVersion?: string;
};
export type Generated<Value> = {
  value: Value;
  /** Summed over all requests that answered; zero where the endpoint does not count. Of a kept reply: what it took then. */
  usage: ModelUsage;
  ms: number;
  /** Requests made, refused ones and the repair included; none for a kept reply. */
  attempts: number;
  /** How often `shorten` was used. */
  shortened: number;
  /** Whether the reply is an earlier one to exactly the same input. */
  kept: boolean;
};

/** The language-model seam. `generate` throws `ModelError` and nothing else. */
export type LanguageModel = {
  name: string;
  /** Null or left out where no price is set. */
  price?: ModelPrice | null;
  generate<Schema extends z.ZodType>(input: GenerateInput<Schema>): Promise<Generated<z.output<Schema>>>;
};

export type LanguageModelConfig = {
  baseUrl: string;
  apiKey: string;
  model: string;
  price?: ModelPrice | null;
  /** Milliseconds for one request as a whole (default 120 000). */
  timeoutMs?: number;
  /** Milliseconds for one call as a whole, tries, waits and repair included (default 300 000). */
  limitMs?: number;
  /** Milliseconds without a byte of a stream after which it is given up (default 45 000). */
  idleTimeoutMs?: number;
  /** Requests beyond the first for rate limits, server errors and lost connections (default 2). */
  maxRetries?: number;
  /** A wait that the endpoint asks for beyond this is not waited out (default 60 000 ms). */
  maxWaitMs?: number;
  temperature?: number;
  /** 0 ≤ x < 1, for the jitter of the waits. */
  random?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
};
