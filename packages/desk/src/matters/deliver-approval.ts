import type { Channel, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { JobHandler } from '../jobs/job-context.ts';

/** What leaves the house: exactly the approved content. */
export type OutboundMessage = {
  matterId: string;
  matterNumber: string;
  recipient: string;
  subject: string;
  text: string;
  attachments: { name: string; sha256: string }[];
};

/**
 * What delivery needs of a channel (`Channel` of @lutai/channels has this shape). A transactional channel is one whose
 * message is a row of our own database; `send` is then never called.
 */
export type SendingChannel =
  | { name: Channel; transactional: true }
  | {
      name: Channel;
      transactional: false;
      /** Throws an error with `certainlyNotSent: true` only when it is sure that nothing left. */
      send: (message: OutboundMessage, options: { idempotencyKey: string; signal: AbortSignal }) => Promise<void>;
    };

export type DeliverApprovalDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  channels: readonly SendingChannel[];
  publish: (event: MatterEvent) => void;
};

/** The handler of `deliver` jobs; register it as `handlers.deliver`. */
export function deliverApproval(deps: DeliverApprovalDeps): JobHandler {
  throw new Error(`not built yet: ${Object.keys(deps)}`);
}
