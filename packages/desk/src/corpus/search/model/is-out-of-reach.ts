import { ModelError, type ModelErrorCode } from '@lutai/model';

const codes: ReadonlySet<ModelErrorCode> = new Set([
  'unauthorized',
  'rate-limited',
  'server-error',
  'unreachable',
  'timeout',
]);

/** Whether the next call would most likely fail in the same way, whatever it asks. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof ModelError && codes.has(error.code);
}
