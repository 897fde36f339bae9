import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import type { CheckText } from '../drafting/drafter.ts';

export type ApproveDraftDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  checkText: CheckText;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
export type ApproveDraftInput = { actor: Actor; draftId: string; revisionId: string; contentHash: string };

export async function approveDraft(deps: ApproveDraftDeps, input: ApproveDraftInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
