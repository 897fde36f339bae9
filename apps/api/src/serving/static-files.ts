import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createMiddleware } from 'hono/factory';
import type { ApiEnvironment } from '../http/api-environment.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The built web app. Files under `assets/` carry a hash in their name and never change; every page is index.html. */
export function staticFiles(folder: string) {
  const root = path.resolve(folder);
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const method = context.req.method;
    const asked = decodePath(context.req.path);
    if ((method !== 'GET' && method !== 'HEAD') || asked === null || asked.startsWith('/api/')) return next();
    const file = path.join(root, asked);
    const inside = file === root || file.startsWith(root + path.sep);
    if (!inside) return next();
    const found = await isFile(file);
    if (!found && path.extname(asked) !== '') return next();
    const served = found ? file : path.join(root, 'index.html');
    if (!found && !(await isFile(served))) return next();
    const hashed = found && asked.startsWith('/assets/');
    return context.body(new Uint8Array(await readFile(served)), 200, {
      'Content-Type': types[path.extname(served)] ?? 'application/octet-stream',
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}

function decodePath(asked: string): string | null {
  try {
    const decoded = decodeURIComponent(asked);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

const isFile = async (file: string) => (await stat(file).catch(() => null))?.isFile() ?? false;
