import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type SettleDeliveryDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
export type SettleDeliveryInput = { actor: Actor; deliveryId: string; decision: 'was-sent' | 'send-again' };

export async function settleDelivery(deps: SettleDeliveryDeps, input: SettleDeliveryInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
