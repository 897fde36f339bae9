import { isIP } from 'node:net';

/**
 * Whether a browser page at `origin` is the desk's own. With a public address only that one counts. Without, the
 * page must come from the host that was asked, and that host must be an address or localhost: a name that an attacker
 * points at this machine (DNS rebinding) is neither.
 */
export function isOwnOrigin(origin: string, host: string | null, publicUrl: string | null): boolean {
  if (publicUrl !== null) return origin === publicUrl;
  if (host === null || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  const name = page.hostname.replace(/^\[|\]$/g, '');
  return page.host === host && (name === 'localhost' || isIP(name) !== 0);
}
