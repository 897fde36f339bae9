import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { approve, ruleOnAll } from './desk-steps.ts';
import type { Journey } from './open-journey.ts';

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

/** Three questions from being asked to being archived. */
export function consultation(journey: () => Journey): void {
  let client: Page;
  let agent: Page;

  it('lets a client sign up and ask three questions', async () => {
    client = await journey().openPage();
    await client.goto(`${journey().url}/sign-up`);
    await client.getByTestId('signup-name').fill('试用客户');
    await client.getByTestId('signup-email').fill('journey-client@example.com');
    await client.getByTestId('signup-password').fill('a-long-enough-password-1');
    await client.getByTestId('signup-submit').click();
    await client.waitForURL((url) => !url.pathname.startsWith('/sign'));
    for (const { text } of questions) {
      await client.goto(`${journey().url}/ask`);
      await client.getByTestId('ask-text').fill(text);
      await client.getByTestId('ask-submit').click();
      await client.getByText(text.slice(0, 12)).first().waitFor();
    }
    await client.goto(`${journey().url}/matters`);
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
    agent = await journey().signIn('senior');
    for (let i = 0; i < questions.length; i++) {
      await agent.goto(`${journey().url}/desk`);
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
      await ruleOnAll(agent);
      await approve(agent);
    }
    await agent.goto(`${journey().url}/desk`);
    await agent.getByTestId('queue-empty').waitFor();
  });

  it('gives the client three answers whose citations open the right provisions', async () => {
    for (const { text, law } of questions) {
      await client.goto(`${journey().url}/matters`);
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
      await client.goto(`${journey().url}/matters`);
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
    await agent.goto(`${journey().url}/desk/${matterPath}`);
    await agent.getByTestId('archive').click();
    const confirm = agent.getByTestId('archive-confirm');
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await agent.getByText('已归档').first().waitFor();
    await agent.goto(`${journey().url}/archive`);
    await agent
      .getByText(questions[2]?.text.slice(0, 12) ?? '')
      .first()
      .waitFor();
    const response = await agent.request.get(`${journey().url}/api/matters/${matterPath}/audit`);
    const { entries } = (await response.json()) as { entries: { action: string }[] };
    const story = entries.map(({ action }) => action).sort();
    for (const step of ['received', 'drafted', 'claimed', 'approved', 'delivered', 'rated', 'archived']) {
      expect(
        story.some((action) => action.includes(step.slice(0, 5))),
        `${step} in ${story.join(', ')}`,
      ).toBe(true);
    }
  });
}
