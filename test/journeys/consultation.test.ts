import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testEngines } from '@lutai/db/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { findBrowser } from '../support/browser-path.ts';
import { freshPostgresUrl } from '../support/fresh-database.ts';
import { demoAccounts, type RunningServer, repository, startServer } from '../support/server.ts';

const questions = [
  {
    text: '公司拖欠我两个月工资一直不发，我想马上离职，可以不提前一个月说吗，能不能要经济补偿？',
    law: '中华人民共和国劳动合同法',
  },
  {
    text: '前年借给朋友五万块，借条上没写利息，到期了他一直不还，我能跟他要利息吗？',
    law: '中华人民共和国民法典',
  },
  {
    text: '去年起诉离婚法院判了不准离，判完我们一直分居到现在一年多了，再起诉会判离吗？',
    law: '中华人民共和国民法典',
  },
];
const edit = '（以上意见由承办律师逐条核对，如有出入请直接回复本消息。）';

describe.skipIf(!findBrowser()).each(testEngines)('a consultation in the browser, on %s', (engine) => {
  let dataDir: string;
  let server: RunningServer;
  let browser: Browser;
  let database: { url: string; drop(): Promise<void> } | null = null;
  let client: Page;
  let agent: Page;
  const contexts: BrowserContext[] = [];
  const pageErrors: string[] = [];

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    return page;
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'lutai-journey-'));
    database = engine === 'postgres' ? await freshPostgresUrl() : null;
    server = await startServer({
      dataDir,
      command: 'start',
      ...(database ? { env: { DATABASE_URL: database.url } } : {}),
    });
    browser = await launchBrowser();
    client = await openPage();
    agent = await openPage();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    // What the two of them saw, for whoever looks into the failure.
    const shot = (who: string) => ({ path: path.join(repository, 'test/out', `${engine}-${task.id}-${who}.png`) });
    await Promise.allSettled([client.screenshot(shot('client')), agent.screenshot(shot('agent'))]);
  });

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.stop();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('lets a client sign up and ask three questions', async () => {
    await client.goto(`${server.url}/sign-up`);
    await client.getByTestId('signup-name').fill('试用客户');
    await client.getByTestId('signup-email').fill('journey-client@example.com');
    await client.getByTestId('signup-password').fill('a-long-enough-password-1');
    await client.getByTestId('signup-submit').click();
    await client.waitForURL((url) => !url.pathname.startsWith('/sign'));
    for (const { text } of questions) {
      await client.goto(`${server.url}/ask`);
      await client.getByTestId('ask-text').fill(text);
      await client.getByTestId('ask-submit').click();
      await client.getByText(text.slice(0, 12)).first().waitFor();
    }
    await client.goto(`${server.url}/matters`);
    await client.getByTestId('matter-item').nth(2).waitFor();
    expect(await client.getByTestId('matter-item').count()).toBe(3);
  });

  it('shows the client nothing before a person has approved it', async () => {
    await client.getByTestId('matter-item').first().click();
    await client
      .getByText(questions[2]?.text.slice(0, 12) ?? '')
      .first()
      .waitFor();
    expect(await client.getByTestId('answer').count()).toBe(0);
  });

  it('lets an agent edit one draft and approve all three', async () => {
    const { senior } = await demoAccounts(dataDir);
    await agent.goto(`${server.url}/sign-in`);
    await agent.getByTestId('signin-email').fill(senior?.email ?? '');
    await agent.getByTestId('signin-password').fill(senior?.password ?? '');
    await agent.getByTestId('signin-submit').click();
    await agent.waitForURL((url) => !url.pathname.startsWith('/sign'));
    for (let i = 0; i < questions.length; i++) {
      await agent.goto(`${server.url}/desk`);
      await agent.getByTestId('queue-item').first().click();
      await agent.getByTestId('claim').click();
      const editor = agent.getByTestId('draft-editor');
      await editor.waitFor();
      if (i === 0) {
        await editor.fill(`${await editor.inputValue()}\n\n${edit}`);
        await agent.getByTestId('save-revision').click();
        await agent
          .getByText(/修订\s*2/)
          .first()
          .waitFor();
      }
      await agent.getByTestId('approve').click();
      await agent.getByTestId('approve-confirm').click();
      await agent
        .getByText(/已送达|已答复/)
        .first()
        .waitFor();
    }
    await agent.goto(`${server.url}/desk`);
    await agent.getByTestId('queue-empty').waitFor();
  });

  it('gives the client three answers whose citations open the right provisions', async () => {
    for (const { text, law } of questions) {
      await client.goto(`${server.url}/matters`);
      await client
        .getByTestId('matter-item')
        .filter({ hasText: text.slice(0, 12) })
        .click();
      const answer = client.getByTestId('answer').first();
      await answer.waitFor();
      const citations = answer.getByTestId('citation');
      expect(await citations.count()).toBeGreaterThan(0);
      const cited = await citations.filter({ hasText: law }).first().innerText();
      const article = /第[零一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?/.exec(cited)?.[0] ?? '';
      expect(article).not.toBe('');
      await citations.filter({ hasText: law }).first().click();
      const sheet = client.getByTestId('provision-sheet');
      await sheet.waitFor();
      await expect.poll(() => sheet.innerText()).toContain(article);
      expect(await sheet.innerText()).toContain(law);
      const words = await client.getByTestId('provision-text').innerText();
      expect(words.length).toBeGreaterThan(15);
      await client.keyboard.press('Escape');
    }
  });

  it('keeps the agent’s edit in exactly one answer', async () => {
    let edited = 0;
    for (const { text } of questions) {
      await client.goto(`${server.url}/matters`);
      await client
        .getByTestId('matter-item')
        .filter({ hasText: text.slice(0, 12) })
        .click();
      const answer = client.getByTestId('answer').first();
      await answer.waitFor();
      if ((await answer.innerText()).includes(edit.slice(1, -2))) edited++;
    }
    expect(edited).toBe(1);
  });

  it('takes a rating, archives the matter and tells the whole story', async () => {
    await client.getByTestId('rate-5').click();
    await client.getByTestId('rate-submit').click();
    await client
      .getByText(/感谢|已评价/)
      .first()
      .waitFor();
    const matterPath = new URL(client.url()).pathname.split('/').pop() ?? '';
    await agent.goto(`${server.url}/desk/${matterPath}`);
    await agent.getByTestId('archive').click();
    const confirm = agent.getByTestId('archive-confirm');
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await agent.getByText('已归档').first().waitFor();
    await agent.goto(`${server.url}/archive`);
    await agent
      .getByText(questions[2]?.text.slice(0, 12) ?? '')
      .first()
      .waitFor();
    const response = await agent.request.get(`${server.url}/api/matters/${matterPath}/audit`);
    const { entries } = (await response.json()) as { entries: { action: string }[] };
    const story = entries.map(({ action }) => action).sort();
    for (const step of ['received', 'drafted', 'claimed', 'approved', 'delivered', 'rated', 'archived']) {
      expect(
        story.some((action) => action.includes(step.slice(0, 5))),
        `${step} in ${story.join(', ')}`,
      ).toBe(true);
    }
    expect(pageErrors).toEqual([]);
  });
});
