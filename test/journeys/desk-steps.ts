import type { Page } from 'playwright-core';

/** A client's question; gives the matter's id. */
export async function ask(client: Page, url: string, text: string): Promise<string> {
  await client.goto(`${url}/ask`);
  await client.getByTestId('ask-text').fill(text);
  await client.getByTestId('ask-submit').click();
  await client.waitForURL(({ pathname }) => /^\/matters\/./.test(pathname));
  return new URL(client.url()).pathname.split('/').pop() ?? '';
}

/** Opens a matter on the desk and takes it; the draft is there to be written on. */
export async function claim(agent: Page, url: string, matterId: string): Promise<void> {
  await agent.goto(`${url}/desk/${matterId}`);
  await agent.getByTestId('claim').click();
  await agent.getByTestId('draft-editor').waitFor();
}

/** Saves this text as the revision of that number. */
export async function saveRevision(agent: Page, text: string, number: number): Promise<void> {
  await agent.getByTestId('draft-editor').fill(text);
  await agent.getByTestId('save-revision').click();
  await agent
    .getByText(new RegExp(`修订\\s*${number}`))
    .first()
    .waitFor();
}

/** Rules on every finding that waits for a person, one by one; a draft may have none. */
export async function ruleOnAll(agent: Page): Promise<void> {
  await agent.getByTestId('tab-citations').click();
  await agent.getByTestId('citation-result').first().waitFor();
  const waiting = agent.getByTestId('rule-finding');
  for (let left = await waiting.count(); left > 0; left--) {
    await waiting.first().click();
    await agent.getByTestId('ruling-reason').fill('已对照条文原文，这句话没有说错');
    await agent.getByTestId('ruling-confirm').click();
    await agent.getByTestId('ruling-confirm').waitFor({ state: 'detached' });
  }
}

export async function approve(agent: Page): Promise<void> {
  await agent.getByTestId('approve').click();
  await agent.getByTestId('approve-confirm').click();
  await agent
    .getByText(/已送达|已答复/)
    .first()
    .waitFor();
}
