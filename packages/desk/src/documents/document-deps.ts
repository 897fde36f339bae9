import type { MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { CheckText } from '../drafting/drafter.ts';
import type { DocumentWorks } from './document-works.ts';

/** What every verb needs that makes or changes a document. */
export type DocumentDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  checkText: CheckText;
  works: DocumentWorks;
  publish: (event: MatterEvent) => void;
  /** Tells the worker that a job is due. */
  wake: () => void;
};
