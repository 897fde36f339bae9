import type { TransactionalChannel } from './channel.ts';

/** 门户: the client reads the answer in the browser, so the outbound message's row is all there is to send. */
export function createPortalChannel(): TransactionalChannel {
  return { name: 'portal', transactional: true };
}
