import type { ErrorCode } from '@lutai/contracts';

/** `offline`: no answer came. `unreadable`: an answer came that is not what the contract says. */
export type RequestErrorCode = ErrorCode | 'offline' | 'unreadable';

export interface FieldIssue {
  path: string;
  message: string;
}

/** A request that failed. `message` is the server's own sentence, empty where it sent none. */
export class RequestError extends Error {
  readonly code: RequestErrorCode;
  readonly status: number;
  readonly requestId: string | null;
  readonly issues: FieldIssue[];

  constructor(
    code: RequestErrorCode,
    message: string,
    details: { status?: number; requestId?: string; issues?: FieldIssue[]; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'RequestError';
    this.code = code;
    this.status = details.status ?? 0;
    this.requestId = details.requestId ?? null;
    this.issues = details.issues ?? [];
  }
}

/** Whether asking again, unchanged, may help. */
export function isTransient(error: unknown): boolean {
  return error instanceof RequestError && ['offline', 'busy', 'unavailable', 'rate-limited'].includes(error.code);
}

export function hasCode(error: unknown, ...codes: RequestErrorCode[]): error is RequestError {
  return error instanceof RequestError && codes.includes(error.code);
}
