import type { ErrorCode } from '@lutai/contracts';

/** A request that cannot be served. `message` is for the caller: what is wrong, where, and what to do next. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
