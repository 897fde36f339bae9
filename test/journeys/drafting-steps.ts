import { type ModelServer, startModelServer } from '@lutai/model/testing';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ask } from './desk-steps.ts';
import { type Journey, openJourney } from './open-journey.ts';

const question =
  '我叫李建国，电话13812345678。公司从2025年6月起一直没跟我签劳动合同，每个月工资6000元，能要双倍工资吗？';
const claims = {
  sound: '用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资',
  wrong: '用人单位应当向劳动者每月支付五倍的工资',
};

/** What the scripted model writes: first with a claim that the provision does not bear out, then, asked to mend it, without. */
function answerTo(provisionsId: string, mended: boolean): string {
  const rests = (text: string) => ({ condition: '', text, provisions: [{ id: provisionsId, words: '' }] });
  return JSON.stringify({
    ...{
      outcome: 'answered',
      conclusion: '〔姓名1〕您好，可以要二倍工资的差额。',
      missingFacts: [],
      steps: [],
      evidence: [],
    },
    claims: mended ? [rests(claims.sound)] : [rests(claims.sound), rests(claims.wrong)],
    calculations: [{ what: '每月的差额', expression: '6000*1', result: 6000 }],
  });
}

/** The review screen of one answer that a model wrote: facts, masks, hits, claims with support, checks, repair, calls. */
export function draftingSteps(): void {
  let model: ModelServer;
  let journey: Journey;
  let agent: Page;
  const asked: string[] = [];
  const step = (name: string) => agent.getByTestId(`step-${name}`);

  beforeAll(async () => {
    let id = 'P1';
    model = await startModelServer((schema, message) => {
      asked.push(message);
      if (schema !== 'legal_answer')
        return JSON.stringify(schema === 'provision_order' ? { order: [] } : { text: message });
      id = /(P\d+) 中华人民共和国劳动合同法 第八十二条\n/u.exec(message)?.[1] ?? id;
      return answerTo(id, message.includes('没有通过'));
    });
    const endpoint = { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'none', LUTAI_MODEL: 'scripted' };
    const search = { LUTAI_MODEL_REWRITE: 'off', LUTAI_MODEL_HYDE: 'off', LUTAI_MODEL_RERANK: 'off' };
    const price = { LUTAI_MODEL_PRICE_IN: '2', LUTAI_MODEL_PRICE_OUT: '8' };
    journey = await openJourney('pglite', { ...endpoint, ...search, ...price });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await journey.takePictures(`steps-${task.id}`);
  });
  afterAll(async () => {
    await journey?.close();
    await model?.close();
  });

  it('shows what the client said, and what was hidden from the model', async () => {
    const client = await journey.signIn('client');
    agent = await journey.signIn('senior');
    const matterId = await ask(client, journey.url, question);
    await agent.goto(`${journey.url}/desk/${matterId}`);
    await agent.getByTestId('tab-drafting').click();
    const facts = await step('facts').innerText();
    for (const said of ['6000', '2025年6月', '公司']) expect(facts).toContain(said);
    const masks = await step('masks').innerText();
    expect(masks).toContain('〔姓名1〕');
    expect(masks).toContain('〔电话1〕');
    expect(masks).not.toContain('13812345678');
    expect(asked.join('\n')).not.toMatch(/李建国|13812345678/u);
  });

  it('shows what was found, each claim with its support, and the one that was dropped or mended', async () => {
    expect(await step('hits').innerText()).toContain('第八十二条');
    const kept = step('claims').locator('[data-testid="trace-claim"][data-kept="true"]');
    expect(await kept.first().innerText()).toContain('每月支付二倍的工资');
    expect(await step('claims').innerText()).toContain('第八十二条');
    const rounds = step('checks').getByTestId('trace-round');
    expect(await rounds.count()).toBe(2);
    expect(await step('checks').locator('[data-testid="trace-check"][data-ok="false"]').count()).toBeGreaterThan(0);
    expect(await step('repair').innerText()).toContain('五倍');
    expect(await step('calls').getByTestId('trace-call').count()).toBe(2);
    expect(await step('calls').innerText()).toContain('answer-2');
  });

  it('puts the name back, keeps the wrong claim out, and says that a machine wrote it', async () => {
    await agent.getByTestId('claim').click();
    const draft = await agent.getByTestId('draft-editor').inputValue();
    expect(draft).toContain('李建国您好，可以要二倍工资的差额');
    expect(draft).toContain('每月的差额：6000*1＝6000元');
    expect(draft).not.toContain('五倍');
    expect(await agent.getByTestId('ai-label').count()).toBeGreaterThan(1);
  });

  it('has the practitioner’s version one switch away', async () => {
    await agent.getByText('专业版', { exact: true }).click();
    expect(await agent.getByTestId('practitioner-text').innerText()).toMatch(/大前提[\s\S]*小前提[\s\S]*结论/u);
    expect(journey.pageErrors).toEqual([]);
  });
}
