import type { MatterEvent, Revision } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import type { CheckText } from '../drafting/drafter.ts';

export type ReviseDraftDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  checkText: CheckText;
  publish: (event: MatterEvent) => void;
};
export type ReviseDraftInput = { actor: Actor; draftId: string; baseRevisionId: string; text: string };

export async function reviseDraft(deps: ReviseDraftDeps, input: ReviseDraftInput): Promise<Revision> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
