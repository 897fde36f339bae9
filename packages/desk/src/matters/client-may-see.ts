import type { MatterEvent } from '@lutai/contracts';

/** Of a matter's events a client is told its status and its messages; drafts in the making are the desk's own. */
export const clientMaySee = (event: MatterEvent): boolean => event.type === 'status' || event.type === 'message';
