import type { ModelUsage } from './language-model.ts';

/** The closed set of reasons for which a language model gave no usable value. */
export const modelErrorCodes = [
  'unauthorized',
  'rate-limited',
  'server-error',
  'unreachable',
  'interrupted',
  'timeout',
  'cancelled',
  'context-length',
  'refused',
  'truncated',
  'malformed',
  'wrong-shape',
  'bad-request',
] as const;
export type ModelErrorCode = (typeof modelErrorCodes)[number];

/** A model call that failed for good: `attempts` requests were made, and `usage` was counted for them. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  readonly attempts: number;
  readonly usage: ModelUsage;

  constructor(
    code: ModelErrorCode,
    message: string,
    options: ErrorOptions & { attempts?: number; usage?: ModelUsage } = {},
  ) {
    super(message, options);
    this.code = code;
    this.attempts = options.attempts ?? 0;
    this.usage = options.usage ?? { inputTokens: 0, outputTokens: 0 };
  }
}
