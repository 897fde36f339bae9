import { existsSync } from 'node:fs';

/** Where Chromium is: CHROMIUM_PATH, else the usual places; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [named, ...usual].find((file) => file && existsSync(file)) ?? null;
}
