import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestEngine } from '@lutai/db/testing';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { freshPostgresUrl } from '../support/fresh-database.ts';
import { demoAccounts, repository, startServer } from '../support/server.ts';

/** A real server on a data folder of its own, and a browser in front of it. */
export interface Journey {
  url: string;
  /** A page of somebody who has not been here before. */
  openPage(): Promise<Page>;
  /** The page of the demo account of this role; it signs in once. */
  signIn(role: string): Promise<Page>;
  /** What scripts of the pages threw so far. */
  pageErrors: string[];
  /** A picture of each page, in `test/out`. */
  takePictures(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openJourney(engine: TestEngine, settings: Record<string, string> = {}): Promise<Journey> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lutai-journey-'));
  const database = engine === 'postgres' ? await freshPostgresUrl() : null;
  const env = { ...settings, ...(database ? { DATABASE_URL: database.url } : {}) };
  const server = await startServer({ dataDir, command: 'start', env });
  const browser = await launchBrowser();
  const pages: Page[] = [];
  const signedIn = new Map<string, Promise<Page>>();
  const pageErrors: string[] = [];

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    pages.push(page);
    return page;
  }

  async function signIn(role: string): Promise<Page> {
    const account = (await demoAccounts(dataDir))[role];
    if (!account) throw new Error(`no demo account for ${role}`);
    const page = await openPage();
    await page.goto(`${server.url}/sign-in`);
    await page.getByTestId('signin-email').fill(account.email);
    await page.getByTestId('signin-password').fill(account.password);
    await page.getByTestId('signin-submit').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign'));
    return page;
  }

  return {
    url: server.url,
    openPage,
    signIn(role) {
      const page = signedIn.get(role) ?? signIn(role);
      signedIn.set(role, page);
      return page;
    },
    pageErrors,
    async takePictures(name) {
      const pictures = pages.map((page, index) =>
        page.screenshot({ path: path.join(repository, 'test/out', `${name}-${index}.png`) }),
      );
      await Promise.allSettled(pictures);
    },
    async close() {
      await browser.close();
      await server.stop();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
