import { z } from 'zod';

/** The closed set of reasons for which a request cannot be served. One table in the API maps each to an HTTP status. */
export const errorCodes = [
  'invalid-input',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'stale-revision',
  'citation-blocked',
  'already-approved',
  'not-ready',
  'too-large',
  'unsupported-file',
  'busy',
  'rate-limited',
  'unavailable',
  'internal',
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** Body of every failed response. `message` says what to do next, in the language of the request. */
export const errorResponseSchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    message: z.string(),
    requestId: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});
export type ErrorResponse = z.infer<typeof errorResponseSchema>;
