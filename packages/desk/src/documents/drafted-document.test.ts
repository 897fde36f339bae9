import { approvals, documentFiles, jobs, messages } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit.ts';
import { approveDraft } from '../matters/approve-draft.ts';
import { getMatter } from '../matters/get-matter.ts';
import { previewPublication } from '../matters/preview-publication.ts';
import { receiveMessage } from '../matters/receive-message.ts';
import { reviseDraft } from '../matters/revise-draft.ts';
import { discardDocument } from './discard-document.ts';
import { exportDocument } from './export-document.ts';
import { readAttachment } from './read-attachment.ts';
import { startDocument } from './start-document.ts';
import { complete, type DocumentDesk, openDocumentDesk } from './testing/open-document-desk.ts';

describe.each(testEngines)('a document that is drafted, on %s', (engine) => {
  let desk: DocumentDesk;
  beforeEach(async () => {
    desk = await openDocumentDesk({ engine });
  });
  afterEach(() => desk.close());

  const start = (matterId: string) => startDocument(desk.deps, { actor: desk.agent, matterId, templateId: 'claim' });
  const approveAnswer = async (matterId: string) => {
    const { draft } = await getMatter(desk.deps, { actor: desk.agent, matterId });
    const { id: revisionId = '', contentHash = '' } = draft?.revision ?? {};
    await approveDraft(desk.deps, { actor: desk.agent, draftId: draft?.id ?? '', revisionId, contentHash });
    await desk.work();
  };

  it('goes from the form to the client with its file, and the audit log tells all of it', async () => {
    const matterId = await desk.ask();
    await approveAnswer(matterId);
    const started = await start(matterId);
    expect(started).toMatchObject({ status: 'open', values: { name: '测试客户' }, title: '申请书', kind: 'drafted' });
    expect(started.missing.map(({ key }) => key)).toEqual(['sum', 'basis']);

    const filled = await desk.fill(started, { sum: '8000', basis: '《示例法》第一条' });
    expect(filled).toMatchObject({ missing: [], obstacles: [], revision: { number: 2 } });
    expect(filled.revision?.citations).toMatchObject([{ raw: '《示例法》第一条', state: 'ok' }]);

    expect(await desk.approve(filled)).toMatchObject({ status: 'approved' });
    await desk.work();
    const delivered = await desk.read(filled, desk.client);
    expect(delivered).toMatchObject({ status: 'delivered', revision: { text: filled.revision?.text } });
    const { matter, messages: all } = await getMatter(desk.deps, { actor: desk.client, matterId });
    expect(matter.status).toBe('answered');
    const last = all.at(-1);
    expect(last).toMatchObject({
      direction: 'outbound',
      text: filled.revision?.text,
      attachments: [{ name: '申请书.docx' }],
    });
    const sha256 = last?.attachments[0]?.sha256 ?? '';
    const file = await readAttachment(desk.deps, { actor: desk.client, messageId: last?.id ?? '', sha256 });
    expect(Buffer.from(file.bytes).toString()).toContain(JSON.stringify(complete).slice(0, 20));

    const { entries } = await listAudit(desk.deps, { actor: desk.agent, matterId });
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith('document.'))).toEqual([
      'document.started',
      'document.filled',
      'document.approved',
      'document.delivered',
      'document.exported',
    ]);
  });

  it('of two agents who fill in the same revision at once, one is told that it is stale', async () => {
    const matterId = await desk.ask();
    const document = await start(matterId);
    const other = await desk.person('主管', 'supervisor');
    const both = await Promise.allSettled([
      desk.fill(document, { sum: '1' }),
      desk.fill(document, { sum: '2' }, other),
    ]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['stale-revision']);
    expect((await desk.read(document)).revisions).toHaveLength(2);
  });

  it('leaves the answer of the matter alone, and the answer leaves it alone', async () => {
    const matterId = await desk.ask();
    const before = (await getMatter(desk.deps, { actor: desk.agent, matterId })).draft;
    const document = await desk.filled(matterId);
    expect((await getMatter(desk.deps, { actor: desk.agent, matterId })).draft?.id).toBe(before?.id);
    await desk.approve(document);
    await desk.work();
    expect((await getMatter(desk.deps, { actor: desk.agent, matterId })).matter.status).toBe('in-review');
    await approveAnswer(matterId);
    const { matter, messages: all } = await getMatter(desk.deps, { actor: desk.client, matterId });
    expect(matter.status).toBe('answered');
    expect(all.map(({ attachments }) => attachments.length)).toEqual([0, 1, 0]);
    const { answer } = await previewPublication(desk.deps, { actor: desk.agent, matterId });
    expect(answer).toContain('答复：');
  });

  it('refuses to be approved while a field is missing, a value is wrong or a citation does not stand', async () => {
    const document = await start(await desk.ask());
    await expect(desk.approve(document)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('金额、依据'),
    });
    const wrong = await desk.fill(document, { ...complete, sum: '-1' });
    await expect(desk.approve(wrong)).rejects.toMatchObject({ code: 'not-ready' });
    const unknown = await desk.fill(wrong, { ...complete, basis: '《示例法》第十条' });
    expect(unknown.obstacles).toEqual(['有引用没有通过核对，请逐一处理。']);
    await expect(desk.approve(unknown)).rejects.toMatchObject({ code: 'citation-blocked' });
    expect(await desk.db.select().from(approvals)).toEqual([]);
  });

  it('takes no other text than that of its fields', async () => {
    const document = await desk.filled(await desk.ask());
    const { draftId, revision } = document;
    const edit = { actor: desk.agent, draftId: draftId ?? '', baseRevisionId: revision?.id ?? '', text: '别的话' };
    await expect(reviseDraft(desk.deps, edit)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('loses its approval by an edit, and one approval stands at a time', async () => {
    const document = await desk.filled(await desk.ask());
    const approved = await desk.approve(document);
    await expect(desk.approve(document)).rejects.toMatchObject({ code: 'already-approved' });
    const edited = await desk.fill(approved, { sum: '9000' });
    expect(edited.status).toBe('open');
    await desk.work();
    expect(await desk.outbound()).toEqual([]);
    await desk.approve(edited);
    await desk.work();
    expect(await desk.outbound()).toMatchObject([{ text: expect.stringContaining('9000') }]);
    expect(await desk.db.select().from(approvals).where(isNull(approvals.voidedAt))).toHaveLength(1);
  });

  it('loses its approval by a new message of the client, and is confirmed by saving it as it is', async () => {
    const matterId = await desk.ask();
    const document = await desk.filled(matterId);
    await desk.approve(document);
    await receiveMessage(desk.deps, {
      actor: desk.client,
      text: '等一下',
      channel: 'portal',
      matter: { id: matterId },
    });
    await desk.work();
    expect(await desk.outbound()).toEqual([]);
    const open = await desk.read(document);
    expect(open).toMatchObject({ status: 'open', obstacles: [expect.stringContaining('新消息')] });
    await expect(desk.approve(open)).rejects.toMatchObject({ code: 'conflict' });
    const confirmed = await desk.fill(open, {});
    expect(confirmed.revision?.number).toBe(open.revision?.number);
    await desk.approve(confirmed);
    await desk.work();
    expect(await desk.outbound()).toHaveLength(1);
  });

  it('is sent once after a crash between approval and delivery, however often that is run', async () => {
    const document = await desk.filled(await desk.ask());
    await desk.approve(document);
    await desk.db.execute(
      sql`alter table audit_log add constraint broken check (action <> 'document.delivered') not valid`,
    );
    const [approval] = await desk.db.select().from(approvals);
    const run = () =>
      desk.handlers.deliver.run({
        job: { id: 'j', kind: 'deliver', payload: { approvalId: approval?.id }, attempt: 1, maxAttempts: 5 },
        signal: new AbortController().signal,
        progress: () => {},
      });
    await expect(run()).rejects.toThrow();
    expect(await desk.outbound()).toEqual([]);
    expect((await desk.read(document)).status).toBe('approved');
    await desk.db.execute(sql`alter table audit_log drop constraint broken`);
    await Promise.all([run(), run(), desk.work()]);
    await run();
    expect(await desk.outbound()).toHaveLength(1);
    expect(
      await desk.db
        .select()
        .from(jobs)
        .where(and(eq(jobs.kind, 'deliver'), eq(jobs.state, 'queued'))),
    ).toEqual([]);
  });

  it('does not leave where the stored file was changed behind its back, nor is it approved', async () => {
    const document = await desk.filled(await desk.ask());
    await desk.db.execute(sql`alter table document_files disable trigger document_files_append_only`);
    const tamper = () => desk.db.update(documentFiles).set({ bytes: Buffer.from('别的文件') });
    await desk.approve(document);
    await tamper();
    await desk.work();
    expect(await desk.outbound()).toEqual([]);
    const { deliveries } = await getMatter(desk.deps, { actor: desk.agent, matterId: document.matterId });
    expect(deliveries).toMatchObject([{ state: 'void', error: '附件与核准时不一致' }]);
    const open = await desk.read(document);
    expect(open.status).toBe('open');
    await expect(desk.approve(open)).rejects.toMatchObject({ code: 'stale-revision' });
    const mended = await desk.fill(open, { sum: '8001' });
    expect(await desk.approve(mended)).toMatchObject({ status: 'approved' });
  });

  it('refuses a change of what a revision was made from, and of a file', async () => {
    await desk.filled(await desk.ask());
    await expect(desk.db.execute(sql`update document_revisions set values = '{}'`)).rejects.toThrow();
    await expect(desk.db.execute(sql`delete from document_files`)).rejects.toThrow();
  });

  it('is corrected after its delivery by a copy', async () => {
    const matterId = await desk.ask();
    const document = await desk.filled(matterId);
    await desk.approve(document);
    await desk.work();
    await expect(desk.fill(document, { sum: '1' })).rejects.toMatchObject({ code: 'already-approved' });
    const copyOf = document.id;
    const copy = await startDocument(desk.deps, { actor: desk.agent, matterId, templateId: 'claim', copyOf });
    expect(copy).toMatchObject({ status: 'open', values: complete, missing: [] });
  });

  it('is discarded and kept, and neither changes nor leaves after that', async () => {
    const document = await desk.filled(await desk.ask());
    await desk.approve(document);
    expect(await discardDocument(desk.deps, { actor: desk.agent, documentId: document.id })).toMatchObject({
      status: 'discarded',
    });
    await desk.work();
    expect(await desk.outbound()).toEqual([]);
    await expect(desk.fill(document, { sum: '1' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(desk.approve(document)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('says in a copy whether it was approved; an approved file is the one that was signed', async () => {
    const document = await desk.filled(await desk.ask());
    const take = async (format: 'docx' | 'html') => {
      const { name, bytes } = await exportDocument(desk.deps, { actor: desk.agent, documentId: document.id, format });
      return `${name} ${Buffer.from(bytes).toString()}`;
    };
    expect(await take('docx')).toMatch(/^申请书（草稿）\.docx .*未经核准/);
    await desk.approve(document);
    expect(await take('docx')).toMatch(/^申请书\.docx docx .*2024-05-01T/);
    expect(await take('html')).toMatch(/^申请书\.html .*测试客服/);
    await expect(desk.db.select().from(messages)).resolves.toHaveLength(1);
  });
});
