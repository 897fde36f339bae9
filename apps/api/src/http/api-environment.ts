import type { User } from '@lutai/contracts';
import type { Logger } from 'pino';

/** What a request carries from one middleware to the next. */
export type ApiEnvironment = {
  Variables: {
    requestId: string;
    logger: Logger;
    /** Null when nobody is signed in. */
    user: User | null;
  };
};
