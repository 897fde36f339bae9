import type { OpenDatabase } from '@lutai/db';
import type { ApproveDraftDeps, CancelJobDeps, PublishCaseDeps, ReceiveMessageDeps } from '@lutai/desk';
import type { Logger } from 'pino';
import type { Authentication } from './auth/create-authentication.ts';
import type { DeskVerbs } from './desk-verbs.ts';
import type { EventRouteDeps } from './routes/events.ts';

/** All that the routes need; `composeDesk` makes it, and a test may make its own. */
export type AppDeps = ApproveDraftDeps &
  CancelJobDeps &
  EventRouteDeps &
  PublishCaseDeps &
  ReceiveMessageDeps & {
    database: OpenDatabase;
    authentication: Authentication;
    verbs: DeskVerbs;
    logger: Logger;
    dataFolder: string;
    publicUrl: string | null;
    /** The built web app; null serves the API alone. */
    webFolder: string | null;
    /** Bearer token of the command line. */
    localToken: string;
  };
