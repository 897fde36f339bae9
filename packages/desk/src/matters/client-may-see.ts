import type { MatterEvent } from '@lutai/contracts';

/**
 * Of a matter's events a client is told its status, its messages and what it sees of a document; drafts in the making are
 * the desk's own.
 */
export const clientMaySee = (event: MatterEvent): boolean =>
  event.type === 'status' || event.type === 'message' || (event.type === 'document' && event.forClient);
