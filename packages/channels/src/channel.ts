import type { Channel as ChannelName } from '@lutai/contracts';

/** What leaves the house: exactly the content that was approved. */
export type OutboundMessage = {
  matterId: string;
  /** The number that people use, to be shown in a subject line. */
  matterNumber: string;
  /** Whom it goes to, in the channel's own terms (a user id, an e-mail address). */
  recipient: string;
  subject: string;
  text: string;
  attachments: { name: string; sha256: string }[];
};

export type SendOptions = {
  /** The same for every try of one approval; a channel that can, drops the second message with the same key. */
  idempotencyKey: string;
  signal: AbortSignal;
};

/** Its message is a row of our own database: writing that row is the delivery, so it happens exactly once. */
export type TransactionalChannel = { name: ChannelName; transactional: true };

/** Its message leaves the house; whether a broken try left is known only where a ChannelError says so. */
export type ExternalChannel = {
  name: ChannelName;
  transactional: false;
  send: (message: OutboundMessage, options: SendOptions) => Promise<void>;
};

/** A way out of the house. */
export type Channel = TransactionalChannel | ExternalChannel;
