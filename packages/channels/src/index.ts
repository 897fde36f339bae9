export type { Channel, ExternalChannel, OutboundMessage, SendOptions, TransactionalChannel } from './channel.ts';
export { ChannelError } from './channel-error.ts';
export { createPortalChannel } from './create-portal-channel.ts';
