import { createServer, type Server } from 'node:http';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { DeskError } from '@lutai/desk';

export type Listening = {
  /** `http://127.0.0.1:8787`. */
  url: string;
  /** Stops accepting, lets running requests end for `graceMs`, then cuts the rest off. */
  close(options?: { graceMs?: number }): Promise<void>;
};

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>;

/** Serves on one port. A port that is taken is told in plain words. */
export async function listen(fetch: Fetch, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(getRequestListener(fetch));
  // A client that sends its headers drop by drop holds no connection for long.
  server.headersTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portError(cause, { host, port })));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${urlHost(host)}:${bound}`, close: ({ graceMs = 5_000 } = {}) => closeServer(server, graceMs) };
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** An address that stands for all of them is reached on this machine by its loopback. */
function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function portError(cause: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (cause.code === 'EADDRINUSE') {
    return new DeskError(
      'unavailable',
      `端口 ${port} 已被别的程序占用。请换一个端口（--port 或 PORT），或先停止那个程序。`,
      { cause },
    );
  }
  if (cause.code === 'EACCES')
    return new DeskError('unavailable', `没有权限使用端口 ${port}，请换一个 1024 以上的端口。`, { cause });
  if (cause.code === 'EADDRNOTAVAIL')
    return new DeskError('unavailable', `本机没有地址 ${host}，请检查 HOST。`, { cause });
  return cause;
}

/** Finds out early, before anything long is begun, that a port cannot be had. */
export async function requireFreePort(at: { host: string; port: number }): Promise<void> {
  const probe = await listen(() => new Response(null, { status: 503 }), at);
  await probe.close({ graceMs: 0 });
}
