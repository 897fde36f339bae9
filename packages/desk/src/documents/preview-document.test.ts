import { rows } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { previewDocument } from './preview-document.ts';
import { requestFields } from './request-fields.ts';
import { startDocument } from './start-document.ts';
import { complete, type DocumentDesk, openDocumentDesk } from './testing/open-document-desk.ts';
import { uploadContract } from './upload-contract.ts';

describe.each(testEngines)('a document as it would be with what is not saved, on %s', (engine) => {
  let desk: DocumentDesk;
  beforeEach(async () => {
    desk = await openDocumentDesk({ engine });
  });
  afterEach(() => desk.close());

  const start = async () =>
    startDocument(desk.deps, { actor: desk.agent, matterId: await desk.ask(), templateId: 'claim' });
  const preview = (document: { id: string }, values: Record<string, unknown>, actor: Actor = desk.agent) =>
    previewDocument(desk.deps, { actor, documentId: document.id, values });

  it('is the page with these values over the saved ones, and what is then missing or does not hold', async () => {
    const document = await start();
    expect(await preview(document, {})).toMatchObject({ missing: [{ key: 'sum' }, { key: 'basis' }], problems: [] });
    const seen = await preview(document, { sum: '-1', name: null });
    expect(seen.html).toContain('"sum":"-1"');
    expect(seen.html).not.toContain('测试客户');
    expect(seen.missing.map(({ key }) => key)).toEqual(['name', 'basis']);
    expect(seen.problems).toMatchObject([{ message: '金额不能是负数', severity: 'error' }]);
    expect(seen.obstacles).toEqual(['还缺 2 项：姓名、依据。请补齐。', '金额不能是负数。']);
    expect(seen.fields.map(({ key }) => key)).toEqual(['name', 'sum', 'basis']);
  });

  it('writes nothing: neither a revision nor an entry of the audit log', async () => {
    const document = await start();
    const before = await everything(desk);
    await preview(document, { sum: '1' });
    await preview(document, {});
    expect(await everything(desk)).toEqual(before);
  });

  it('says that it is a draft, also of an approved one that is changed; what was signed names who signed it', async () => {
    const document = await desk.filled(await desk.ask());
    expect((await preview(document, {})).html).toContain('未经核准');
    await desk.approve(document);
    expect((await preview(document, {})).html).toContain(desk.agent.name);
    expect((await preview(document, { sum: complete.sum })).html).toContain(desk.agent.name);
    expect((await preview(document, { sum: '1' })).html).toContain('未经核准');
  });

  it('is for those who read the text at the desk: a client that is asked for fields has none', async () => {
    const document = await start();
    await requestFields(desk.deps, { actor: desk.agent, documentId: document.id, fields: ['sum'] });
    for (const role of ['client', 'knowledge-manager'] as const) {
      const actor = role === 'client' ? desk.client : await desk.person('知识', role);
      await expect(preview(document, { sum: '1' }, actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(preview({ id: 'none' }, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused where no form has so much, and where there is no form', async () => {
    const document = await start();
    await expect(preview(document, { sum: '1'.repeat(300_001) })).rejects.toMatchObject({ code: 'too-large' });
    const file = { name: '合同.txt', bytes: Buffer.from('租赁合同\n第一条 押金不退。') };
    const contract = await uploadContract(desk.deps, { actor: desk.agent, matterId: document.matterId, file });
    await expect(preview(contract.document, {})).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

/** How many rows every table has, and the newest change of a document. */
async function everything({ db }: DocumentDesk): Promise<unknown> {
  const counts = ['audit_log', 'revisions', 'document_revisions', 'document_files', 'drafts', 'approvals', 'jobs'].map(
    async (table) => rows(db, sql`select count(*)::int as n from ${sql.identifier(table)}`),
  );
  return [await Promise.all(counts), await rows(db, sql`select id, updated_at::text from documents order by id`)];
}
