import type { Context } from 'hono';
import { z } from 'zod';

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

function isLoopback(address: string | null): boolean {
  return address !== null && (address === '::1' || /^(::ffff:)?127\./.test(address));
}

/** Whether the connection comes from this machine: its loopback, or the very address that it reached. */
export function isFromThisMachine(context: Context): boolean {
  const socket = socketOf(context);
  return socket === null || isLoopback(socket.remote) || (socket.remote !== null && socket.remote === socket.local);
}

const connectionAddress = (context: Context): string | null => socketOf(context)?.remote ?? null;

const bindingsSchema = z.object({
  incoming: z.object({
    socket: z.object({ remoteAddress: z.string().optional(), localAddress: z.string().optional() }),
  }),
});

/** Null where there is no socket, as in tests that call the app directly. */
function socketOf(context: Context): { remote: string | null; local: string | null } | null {
  const bindings = bindingsSchema.safeParse(context.env);
  if (!bindings.success) return null;
  const { remoteAddress, localAddress } = bindings.data.incoming.socket;
  return { remote: remoteAddress ?? null, local: localAddress ?? null };
}
