import type { OpenDatabase } from '@lutai/db';
import type {
  ApproveDocumentDeps,
  ApproveDraftDeps,
  CancelJobDeps,
  EnterEventDeps,
  PublishCaseDeps,
  ReceiveMessageDeps,
  WithdrawAnsweredCaseDeps,
} from '@lutai/desk';
import type { Logger } from 'pino';
import type { Authentication } from './auth/create-authentication.ts';
import type { DeskVerbs } from './desk-verbs.ts';
import type { AnswerFileDeps } from './routes/answer-files.ts';
import type { EventRouteDeps } from './routes/events.ts';

/** All that the verbs of the desk need, and the verbs that are already composed; `composeDesk` makes it. */
export type DeskDeps = AnswerFileDeps &
  ApproveDocumentDeps &
  ApproveDraftDeps &
  CancelJobDeps &
  EnterEventDeps &
  EventRouteDeps &
  PublishCaseDeps &
  ReceiveMessageDeps &
  WithdrawAnsweredCaseDeps & {
    database: OpenDatabase;
    verbs: DeskVerbs;
    logger: Logger;
    dataFolder: string;
    publicUrl: string | null;
    /** The built web app; null serves the API alone. */
    webFolder: string | null;
    /** Bearer token of the command line. */
    localToken: string;
  };

/** What the routes need beside the desk: who signs in. */
export type AppDeps = DeskDeps & { authentication: Authentication };
