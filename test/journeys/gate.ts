import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { approve, ask, claim, ruleOnAll, saveRevision } from './desk-steps.ts';
import type { Journey } from './open-journey.ts';

const question = '公司拖欠我两个月工资一直不发，我想马上离职，可以不提前一个月说吗？';
const caseNumber = '（2022）沪01民终12345号';
const reason = '已核对判决书原件，案号与结论无误';
const nonexistent = '《中华人民共和国民法典》第一千三百条';
const misquoted = '《中华人民共和国劳动合同法》第三十条';
const wrong = `另见${nonexistent}。\n${misquoted}规定：“用人单位可以按照劳动合同约定，向劳动者支付劳动报酬。”`;

/** Nothing leaves with a finding that is not settled: an agent meets each kind, and what it takes to go on. */
export function gate(journey: () => Journey): void {
  let client: Page;
  let agent: Page;
  let matterId: string;
  let withCase: string;
  const result = (raw: string) => agent.getByTestId('citation-result').filter({ hasText: raw });
  const waitForBlock = (count: number) => agent.getByTestId('blocks').getByText(`${count} 处引用`).waitFor();

  it('stops a draft with a case number, says why, and leads to it', async () => {
    client = await journey().signIn('client');
    agent = await journey().signIn('senior');
    matterId = await ask(client, journey().url, question);
    await claim(agent, journey().url, matterId);
    await ruleOnAll(agent);
    await expect.poll(() => agent.getByTestId('approve').isEnabled()).toBe(true);
    const draft = await agent.getByTestId('draft-editor').inputValue();
    withCase = `${draft}\n\n类似的判决见${caseNumber}。`;
    await saveRevision(agent, withCase, 2);
    await waitForBlock(1);
    const button = agent.getByTestId('approve');
    expect(await button.isDisabled()).toBe(true);
    const describedBy = await button.getAttribute('aria-describedby');
    expect(await agent.locator(`[id="${describedBy}"]`).innerText()).toContain('没有通过核对');
    await agent.getByTestId('tab-basis').click();
    await agent.getByTestId('blocks').getByRole('button').click();
    await result(caseNumber).waitFor();
    expect(await result(caseNumber).getAttribute('data-state')).toBe('unchecked');
  });

  it('opens when the agent has ruled on it with a reason', async () => {
    await result(caseNumber).getByTestId('rule-finding').click();
    expect(await agent.getByTestId('ruling-confirm').isDisabled()).toBe(true);
    await agent.getByTestId('ruling-reason').fill(reason);
    await agent.getByTestId('ruling-confirm').click();
    const ruling = result(caseNumber).getByTestId('ruling');
    await ruling.waitFor();
    expect(await ruling.innerText()).toContain(reason);
    await expect.poll(() => agent.getByTestId('approve').isEnabled()).toBe(true);
  });

  it('has no ruling for an article that does not exist, nor for words that the law does not have', async () => {
    await saveRevision(agent, `${withCase}\n${wrong}`, 3);
    await waitForBlock(2);
    expect(await agent.getByTestId('approve').isDisabled()).toBe(true);
    for (const [raw, state] of [
      [nonexistent, 'not-found'],
      [misquoted, 'misquoted'],
    ] as const) {
      // The draft may cite the same article rightly elsewhere.
      const wronged = result(raw).and(agent.locator(`[data-state="${state}"]`));
      expect(await wronged.count()).toBe(1);
      expect(await wronged.innerText()).toContain('不能放行');
      expect(await wronged.getByTestId('rule-finding').count()).toBe(0);
    }
  });

  it('lets it go once they are gone; the ruling stands and its reason is kept', async () => {
    await saveRevision(agent, withCase, 4);
    await result(caseNumber).getByTestId('ruling').waitFor();
    await approve(agent);
    await client.goto(`${journey().url}/matters/${matterId}`);
    await expect.poll(() => client.getByTestId('answer').first().innerText()).toContain(caseNumber);
    const response = await agent.request.get(`${journey().url}/api/matters/${matterId}/audit`);
    expect(await response.text()).toContain(reason);
  });
}
