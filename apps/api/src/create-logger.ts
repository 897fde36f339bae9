import { type Logger, pino } from 'pino';
import type { Environment } from './env.ts';

/** Logs go to stderr: stdout is for what was asked for. */
export function createLogger(level: NonNullable<Environment['logLevel']>): Logger {
  return pino(
    { level, base: null, redact: ['*.password', '*.token', 'headers.cookie'] },
    pino.destination({ dest: 2, sync: true }),
  );
}
