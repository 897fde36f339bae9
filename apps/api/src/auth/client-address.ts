import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Set by this server alone, over whatever the client sent: sign-in limits are counted by it. */
export const clientAddressHeader = 'x-lutai-client-address';

/**
 * The address a request comes from. A proxy's word (`X-Forwarded-For`, its last entry) counts only where a public
 * address says that there is a proxy and the connection comes from this machine.
 */
export function clientAddress(context: Context, publicUrl: string | null): string | null {
  const direct = connectionAddress(context);
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return publicUrl !== null && forwarded && isLoopback(direct) ? forwarded : direct;
}

export function isLoopback(address: string | null): boolean {
  return address !== null && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

/** Null where there is no socket, as in tests that call the app directly. */
export function connectionAddress(context: Context): string | null {
  try {
    return getConnInfo(context).remote.address ?? null;
  } catch {
    return null;
  }
}
