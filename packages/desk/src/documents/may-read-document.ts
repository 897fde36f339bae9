import type { Actor } from '../audit/actor.ts';
import { isDeskReader } from '../matters/permissions.ts';
import type { DocumentRow } from './document-rows.ts';

type Readable = {
  actor: Actor;
  matter: { clientId: string };
  document: Pick<DocumentRow, 'requestedFields' | 'createdBy' | 'discardedAt'>;
  isDelivered: boolean;
};

/** The desk reads all; a client what was delivered to it, what it is asked to fill in and what it sent in itself. */
export function mayReadDocument({ actor, matter, document, isDelivered }: Readable): boolean {
  if (isDeskReader(actor)) return true;
  if (actor.role !== 'client' || matter.clientId !== actor.id) return false;
  if (document.discardedAt !== null) return false;
  return isDelivered || document.requestedFields.length > 0 || document.createdBy === actor.id;
}
