import type { ErrorCode } from '@lutai/contracts';

/** The one table from a reason to an HTTP status; `satisfies` makes the compiler refuse a missing or unknown code. */
export const errorStatuses = {
  'invalid-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'stale-revision': 409,
  'already-approved': 409,
  'citation-blocked': 422,
  'not-ready': 409,
  'too-large': 413,
  'unsupported-file': 415,
  'rate-limited': 429,
  busy: 503,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;
