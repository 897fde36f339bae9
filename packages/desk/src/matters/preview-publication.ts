import type { PublicationPreview } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type PreviewPublicationDeps = { db: Database };
export type PreviewPublicationInput = { actor: Actor; matterId: string };

export async function previewPublication(
  deps: PreviewPublicationDeps,
  input: PreviewPublicationInput,
): Promise<PublicationPreview> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
