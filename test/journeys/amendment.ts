import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { approve, ask, claim, saveRevision } from './desk-steps.ts';
import type { Journey } from './open-journey.ts';

const question = '租的房子没到期想提前退，房东要扣一个月租金，合法吗？';
const citation = '《示例租赁法》第一条';
const lawOf = (effective: string, rent: string) => `---
title: 示例租赁法
promulgated: ${effective}
effective: ${effective}
---

# 示例租赁法

<!-- INFO END -->

第一条 租客提前退租的，应当支付${rent}租金。

第二条 租赁期限届满的，押金应当退还。
`;

/** Law that changes reaches what was said: the knowledge manager sees the answer that rests on it, and decides. */
export function amendment(journey: () => Journey): void {
  let keeper: Page;

  async function upload(text: string) {
    await keeper.goto(`${journey().url}/corpus/upload`);
    const file = { name: '示例租赁法.md', mimeType: 'text/markdown', buffer: Buffer.from(text) };
    await keeper.getByTestId('upload-input').setInputFiles(file);
    await keeper.getByTestId('upload-submit').click();
    await keeper.getByTestId('upload-report').waitFor();
  }
  const entries = () => keeper.getByTestId('law-review');

  it('puts an answer that was sent on the list of the knowledge manager', async () => {
    const { url, signIn } = journey();
    keeper = await signIn('knowledge-manager');
    await upload(lawOf('2010-01-01', '一个月'));
    const matterId = await ask(await signIn('client'), url, question);
    const agent = await signIn('senior');
    await claim(agent, url, matterId);
    await saveRevision(agent, `提前退租的，依据${citation}，应当支付一个月租金。`, 2);
    await approve(agent);
    await keeper.goto(`${url}/corpus/changes`);
    await keeper.getByText('没有待处理的变动').waitFor();

    await upload(lawOf('2020-01-01', '半个月'));
    await keeper.getByRole('link', { name: '法规变动' }).click();
    await entries().first().waitFor();
    expect(await entries().count()).toBe(1);
    const entry = await entries().innerText();
    for (const words of ['已送出的答复', question, citation, '条文已修改', '2020-01-01'])
      expect(entry).toContain(words);
  });

  it('shows what was said, and takes the decision off the list', async () => {
    const answer = keeper.getByTestId('review-answer');
    await answer.click();
    await keeper.getByRole('dialog').getByText('应当支付一个月租金').waitFor();
    await keeper.keyboard.press('Escape');
    await expect.poll(() => answer.evaluate((button) => button === document.activeElement)).toBe(true);
    await entries().getByRole('textbox').fill('已电话说明新的标准');
    await keeper.getByTestId('decide-informed').click();
    await keeper.getByText('没有待处理的变动').waitFor();
    await keeper.getByTestId('reviews-decided').click();
    await entries().first().waitFor();
    const decided = await entries().innerText();
    for (const words of [question, '已告知客户', '已电话说明新的标准']) expect(decided).toContain(words);
  });
}
