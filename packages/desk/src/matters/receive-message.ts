import type { Channel, Importance, MatterEvent, MatterKind, Triage } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ReceiveMessageDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  triage: (text: string, importance: Importance) => Triage;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};

export type ReceiveMessageInput = {
  /** The client who writes. */
  actor: Actor;
  text: string;
  channel: Channel;
  /** Which matter it belongs to: that one, always a new one, or the client's open one (else a new one). */
  matter: { id: string } | 'new' | 'open';
  kind?: MatterKind;
  factsDate?: string;
  /** What the sender calls this message; the same twice is the same message. */
  externalId?: string;
};

export type ReceivedMessage = { matterId: string; messageId: string; duplicate: boolean };

export async function receiveMessage(deps: ReceiveMessageDeps, input: ReceiveMessageInput): Promise<ReceivedMessage> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
