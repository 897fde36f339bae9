import type { DocumentDetail } from '@lutai/contracts';
import { createRecogniser, readSentFile } from '@lutai/documents';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { leasePages } from '../support/lease-text.ts';
import { ask } from './desk-steps.ts';
import type { Journey } from './open-journey.ts';
import { scanLease } from './scanned-lease.ts';

/** What reads pictures is an optional dependency. */
const recognises = createRecogniser() !== null;

const question = '我在甲公司做店员，公司拖欠我三个月工资24000元，怎么申请劳动仲裁？';
/** What the agent fills in; the rest the client is asked for, and fills in on the portal. */
const byAgent = {
  commission: '某市劳动人事争议仲裁委员会',
  applicant: {
    ...{
      kind: 'person',
      name: '演示客户',
      sex: '女',
      birth: '1992-11-23',
      nation: '汉族',
      idNumber: '999999199211230025',
    },
    ...{ work: '某店店员', address: '某省某市某区某路1号', phone: '13000000000' },
  },
  employer: {
    ...{ kind: 'organisation', name: '甲公司', creditCode: '91999999MA0000001N', address: '某省某市某区某大道88号' },
    ...{ representative: '钱某某', post: '执行董事' },
  },
  ...{ position: '店员', contract: '签订了', employed: '在职', total: 24_000, date: '2026-11-23' },
  sums: [{ what: '2026年8月至10月的工资', amount: 24_000, steps: '8000元/月×3个月' }],
  facts: '被申请人自2026年8月起没有支付工资，申请人多次催要未果。',
  basis: '《中华人民共和国劳动合同法》第三十条',
  'learnt-day': '2026-09-15',
  evidence: [{ name: '工资流水', source: '银行', proves: '工资的支付情况' }],
  'hired-day': '2024-03-01',
};
const lease = leasePages.flat().join('\n');

/** From a question to a filed application, and from a lease that was sent in to a reviewed one. */
export function documents(journey: () => Journey): void {
  let client: Page;
  let agent: Page;
  let matterId: string;
  const url = (path: string) => `${journey().url}${path}`;
  const documentId = () => new URL(agent.url()).pathname.split('/').pop() ?? '';
  const read = async (id: string): Promise<DocumentDetail> =>
    (await agent.request.get(url(`/api/documents/${id}`))).json();
  const put = async (id: string, values: object) => {
    const { baseRevisionId } = await read(id);
    const answer = await agent.request.put(url(`/api/documents/${id}/values`), { data: { baseRevisionId, values } });
    expect(answer.status()).toBe(200);
  };

  /** Rules on what the check could not settle, as an agent would. */
  async function ruleOnAll(id: string): Promise<void> {
    const { draftId, revision, findings } = await read(id);
    for (const { key } of findings.filter(({ open }) => open)) {
      const at = url(`/api/drafts/${draftId}/findings/${encodeURIComponent(key)}/ruling`);
      await agent.request.post(at, { data: { revisionId: revision?.id, reason: '已对照条文原文，没有说错' } });
    }
    await agent.reload();
  }

  async function approveAndDownload(id: string): Promise<Download> {
    await ruleOnAll(id);
    await expect.poll(() => agent.getByTestId('approve-document').isEnabled()).toBe(true);
    await agent.getByTestId('approve-document').click();
    await agent.getByTestId('approve-confirm').click();
    await agent.getByTestId('after-document').waitFor();
    await client.goto(url(`/matters/${matterId}`));
    const attachment = client.getByTestId('attachment').last();
    await attachment.waitFor();
    const [download] = await Promise.all([client.waitForEvent('download'), attachment.click()]);
    return download;
  }

  async function textOf(download: Download): Promise<string> {
    const stream = await download.createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return (await readSentFile(download.suggestedFilename(), Buffer.concat(pieces))).text;
  }

  it('an agent starts an application for arbitration from the matter, and what is missing is named', async () => {
    client = await journey().signIn('client');
    agent = await journey().signIn('senior');
    matterId = await ask(client, journey().url, question);
    await agent.goto(url(`/desk/${matterId}`));
    await agent.getByTestId('claim').click();
    await agent.getByTestId('draft-editor').waitFor();
    await agent.getByTestId('tab-documents').click();
    await agent.getByTestId('start-document').click();
    await agent.getByTestId('template-search').fill('劳动');
    await agent.getByTestId('template-labour-arbitration').click();
    await agent.waitForURL(/\/documents\//u);
    await agent.getByTestId('document-form').waitFor();
    expect(await agent.getByTestId('missing-field').count()).toBeGreaterThan(3);
    expect(await agent.getByTestId('approve-document').isDisabled()).toBe(true);
  });

  it('the preview follows what is typed and not saved, keeps its page where one fails, and is no export', async () => {
    const page = agent.frameLocator('[data-testid="document-preview"]');
    const missing = async () => agent.getByTestId('missing-field').count();
    await page.getByText('本文是草稿，未经核准').waitFor();
    const before = await missing();
    const field = agent.locator('#field-commission');
    await field.fill('某市某区劳动人事争议仲裁委员会');
    await page.getByText('某市某区劳动人事争议仲裁委员会').waitFor();
    await expect.poll(missing).toBe(before - 1);
    await agent.route('**/preview', (route) => route.abort());
    await field.fill('某县劳动人事争议仲裁委员会');
    await agent.getByTestId('preview-behind').waitFor();
    expect(await page.getByText('某市某区劳动人事争议仲裁委员会').count()).toBe(1);
    await agent.unroute('**/preview');
    await agent.getByTestId('preview-behind').getByRole('button').click();
    await page.getByText('某县劳动人事争议仲裁委员会').waitFor();
    expect((await read(documentId())).revisions).toHaveLength(1);
    const audit = await (await agent.request.get(url(`/api/matters/${matterId}/audit`))).json();
    expect(JSON.stringify(audit)).not.toContain('document.exported');
    await field.fill('');
    await expect.poll(missing).toBe(before);
  });

  it('what another way has saved is shown with what is still missing', async () => {
    await put(documentId(), byAgent);
    await agent.reload();
    await expect.poll(() => agent.getByTestId('missing-field').count()).toBe(1);
  });

  it('the client fills in what it is asked for', async () => {
    const id = documentId();
    await agent.getByTestId('request-client').click();
    const box = agent.getByTestId('request-wage');
    if (!(await box.isChecked())) await box.check();
    await agent.getByTestId('request-send').click();
    await agent.getByTestId('request-send').waitFor({ state: 'detached' });
    await client.goto(url(`/matters/${matterId}`));
    await client.getByTestId('client-form').getByRole('textbox').first().fill('8000');
    await client.getByTestId('client-save').click();
    await client.getByTestId('document-thanks').waitFor();
    expect((await read(id)).missing).toEqual([]);
  });

  it('it is approved, delivered, and the client has the file that was signed', async () => {
    const download = await approveAndDownload(documentId());
    expect(download.suggestedFilename()).toBe('劳动人事争议仲裁申请书.docx');
    const text = await textOf(download);
    expect(text).toContain('人民币贰万肆仟元整');
    expect(text).not.toMatch(/未经核准|待补/u);
  });

  it('a lease is sent in, gone through finding by finding, and goes back with its comments', async () => {
    await agent.goto(url(`/desk/${matterId}`));
    await agent.getByTestId('tab-documents').click();
    await agent.getByTestId('open-upload').click();
    const file = { name: '租赁合同.txt', mimeType: 'text/plain', buffer: Buffer.from(lease) };
    await agent.getByTestId('contract-input').setInputFiles(file);
    await agent.getByTestId('contract-submit').click();
    await agent.waitForURL(/\/documents\//u);
    const findings = agent.getByTestId('review-finding');
    await findings.first().waitFor();
    const all = await findings.allInnerTexts();
    expect(all.join('\n')).toContain('二十年');
    expect(all.join('\n')).toContain('押金');
    await agent.getByTestId('finding-accept').first().click();
    const id = documentId();
    await expect
      .poll(async () => (await read(id)).contract?.findings.filter(({ decision }) => decision).length)
      .toBe(1);
    for (const { key } of (await read(id)).contract?.findings.filter(({ decision }) => !decision) ?? []) {
      const { baseRevisionId } = await read(id);
      const at = url(`/api/documents/${id}/findings/${encodeURIComponent(key)}/decision`);
      await agent.request.post(at, { data: { baseRevisionId, decision: 'accepted', suggestion: null } });
    }
    const download = await approveAndDownload(id);
    expect(download.suggestedFilename()).toContain('租赁合同');
    expect(await textOf(download)).toContain('房屋租赁合同');
  });
  it('a client whose line breaks while a contract is sent has no empty matter, and one after the second try', async () => {
    const total = async () => (await (await client.request.get(url('/api/matters'))).json()).total;
    const before = await total();
    await client.goto(url('/'));
    await client.getByTestId('open-contract-upload').click();
    const file = { name: '客户的租赁合同.txt', mimeType: 'text/plain', buffer: Buffer.from(`${lease}\n`) };
    await client.getByTestId('contract-input').setInputFiles(file);
    await client.route('**/api/contracts', (route) => route.abort());
    await client.getByTestId('contract-submit').click();
    await client.getByTestId('contract-upload').getByRole('alert').waitFor();
    expect(await total()).toBe(before);
    await client.unroute('**/api/contracts');
    await client.getByTestId('contract-submit').click();
    await client.waitForURL(/\/matters\//u);
    expect(await total()).toBe(before + 1);
    await client.getByTestId('client-document').waitFor();
  });

  it.skipIf(!recognises)(
    'a scanned lease is recognised page by page before the client, and its review follows by itself',
    async () => {
      const scan = await scanLease(await journey().openPage());
      await client.goto(url(`/matters/${matterId}`));
      await client.getByTestId('open-contract-upload').click();
      const file = { name: '扫描的租赁合同.pdf', mimeType: 'application/pdf', buffer: scan };
      await client.getByTestId('contract-input').setInputFiles(file);
      await client.getByTestId('contract-submit').click();
      const unread = client.getByTestId('unread-document');
      await unread.waitFor();
      await expect
        .poll(() => unread.innerText(), { interval: 50, timeout: 60_000 })
        .toMatch(/正在识别第 \d 页，共 2 页/u);
      const { documents: all } = await (await agent.request.get(url(`/api/matters/${matterId}/documents`))).json();
      const { id } = all.at(-1);
      await agent.goto(url(`/desk/${matterId}/documents/${id}`));
      await agent.getByTestId('review-finding').first().waitFor({ timeout: 60_000 });
      await unread.waitFor({ state: 'detached', timeout: 60_000 });
      await client.getByTestId('client-document').filter({ hasText: '扫描的租赁合同' }).waitFor();
      expect(await agent.getByTestId('read-notes').innerText()).toContain('请与原件核对');
      const found = (await agent.getByTestId('review-finding').allInnerTexts()).join('\n');
      expect(found).toContain('二十年');
      expect(found).toContain('押金');
    },
  );

  it.skipIf(!recognises)('an agent stops the recognition of a long scan, which is then discarded', async () => {
    const scan = await scanLease(await journey().openPage(), 10);
    await agent.goto(url(`/desk/${matterId}`));
    await agent.getByTestId('tab-documents').click();
    await agent.getByTestId('open-upload').click();
    const file = { name: '很长的扫描件.pdf', mimeType: 'application/pdf', buffer: scan };
    await agent.getByTestId('contract-input').setInputFiles(file);
    await agent.getByTestId('contract-submit').click();
    const reading = agent.getByTestId('reading');
    await reading.waitFor();
    await expect.poll(() => reading.innerText(), { interval: 50, timeout: 60_000 }).toMatch(/第 \d+ 页，共 20 页/u);
    await agent.getByTestId('give-up-reading').click();
    await reading.waitFor({ state: 'detached' });
    expect(await read(documentId())).toMatchObject({ status: 'discarded', contract: null });
  });
}
