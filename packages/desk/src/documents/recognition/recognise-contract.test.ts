import { setTimeout as sleep } from 'node:timers/promises';
import { auditLog, documentFiles, documents, jobs } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../audit/actor.ts';
import { listAudit } from '../../audit/list-audit.ts';
import { DeskError } from '../../desk-error.ts';
import { createWorker } from '../../jobs/create-worker.ts';
import { eventually } from '../../jobs/testing/open-worker-bench.ts';
import { decideFinding } from '../decide-finding.ts';
import { discardDocument } from '../discard-document.ts';
import type { DocumentWorks } from '../document-works.ts';
import { exportDocument } from '../export-document.ts';
import { listDocuments } from '../list-documents.ts';
import { sendContract } from '../send-contract.ts';
import { type DocumentDesk, openDocumentDesk } from '../testing/open-document-desk.ts';
import { uploadContract } from '../upload-contract.ts';

describe.each(testEngines)('a scanned contract, on %s', (engine) => {
  let desk: DocumentDesk;
  let matterId: string;
  beforeEach(async () => {
    desk = await openDocumentDesk({ engine });
    matterId = await desk.ask();
  });
  afterEach(() => desk.close());

  const file = { name: '租赁合同.jpg', bytes: Buffer.from('房屋租赁合同\n第一条 押金不退。') };
  const upload = () => uploadContract(desk.deps, { actor: desk.agent, matterId, file });
  const send = (sent = file) => sendContract(desk.deps, { actor: desk.client, matterId, file: sent });
  const discard = (documentId: string, actor: Actor = desk.client) => discardDocument(desk.deps, { actor, documentId });
  const list = (actor: Actor) => listDocuments(desk.deps, { actor, matterId });
  const readingJobs = () => desk.db.select().from(jobs).where(eq(jobs.kind, 'recognise'));
  const actions = async () => (await desk.db.select().from(auditLog)).map(({ action }) => action);

  /** A recognition that tells of its second page and goes on when it is told to, or stops with the signal. */
  function heldRecognition() {
    let go = () => {};
    const released = new Promise<void>((resolve) => {
      go = resolve;
    });
    let begun = 0;
    const recognise: DocumentWorks['recognise'] = async ({ bytes }, { signal, onProgress }) => {
      begun++;
      onProgress({ page: 2, pages: 12 });
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      await Promise.race([released, stopped]);
      return { text: Buffer.from(bytes).toString('utf8'), format: 'pdf', notes: ['文字由机器识别得来。'] };
    };
    desk.scan.recognise = recognise;
    return { go: () => go(), begun: () => begun };
  }

  it('is stored and answered at once, recognised by a job, and then there with its review', async () => {
    const { document, duplicate } = await upload();
    expect(document).toMatchObject({ status: 'reading', reading: null, contract: null, revision: null, obstacles: [] });
    expect([duplicate, document.baseRevisionId, await desk.db.$count(documentFiles)]).toEqual([false, '', 1]);
    const decision = { baseRevisionId: '', findingKey: 'none', decision: 'accepted' as const, suggestion: null };
    await expect(
      decideFinding(desk.deps, { actor: desk.agent, documentId: document.id, ...decision }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const source = { actor: desk.agent, documentId: document.id, format: 'source' as const };
    expect((await exportDocument(desk.deps, source)).bytes).toEqual(new Uint8Array(file.bytes));
    await expect(exportDocument(desk.deps, { ...source, format: 'docx' })).rejects.toMatchObject({ code: 'not-found' });

    await desk.work();
    const read = await desk.read(document);
    expect(read).toMatchObject({ status: 'open', reading: null, failure: null, revision: { number: 1 } });
    expect(read.contract).toMatchObject({ type: 'lease', readNotes: ['文字由机器识别得来。'] });
    expect(read.contract?.findings).toHaveLength(1);
    expect(read.obstacles).toEqual(['还有 1 处审查意见没有处理。请逐一采纳或不采纳。']);
    expect(desk.events).toContainEqual({
      ...{ type: 'document-reading', matterId, documentId: document.id, page: 1, pages: 1 },
    });
    expect(desk.events.filter(({ type }) => type === 'document')).toHaveLength(2);
    expect(await actions()).toEqual(expect.arrayContaining(['document.uploaded', 'document.recognised']));
    expect((await upload()).duplicate).toBe(true);
  });

  it('is one document and one job however often it is sent, and shows its page meanwhile', async () => {
    const { go, begun } = heldRecognition();
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
    const working = desk.work();
    await eventually(async () =>
      expect(await list(desk.client)).toMatchObject([{ status: 'reading', reading: { page: 2, pages: 12 } }]),
    );
    expect((await send()).duplicate).toBe(true);
    expect(await desk.read(both[0].document)).toMatchObject({ status: 'reading', reading: { page: 2, pages: 12 } });
    go();
    await working;
    expect([begun(), (await readingJobs()).length, await desk.db.$count(documents)]).toEqual([1, 1, 1]);
    expect((await list(desk.client)).map(({ status }) => status)).toEqual(['open']);
  });

  it('is taken up again where the process died over it, and read once', async () => {
    const { go, begun } = heldRecognition();
    const { document } = await upload();
    const line = () => {};
    const dying = createWorker({
      ...{ db: desk.db, engine, handlers: desk.handlers, newId: desk.deps.newId },
      log: { info: line, warn: line, error: line },
    });
    await dying.start();
    await eventually(() => expect(begun()).toBe(1));
    // As a power cut leaves it: held by nobody who lives, its lease run out.
    await desk.db
      .update(jobs)
      .set({ lockedBy: 'dead', lockedUntil: sql`now() - interval '1 second'` })
      .where(eq(jobs.kind, 'recognise'));
    const working = desk.work();
    await eventually(() => expect(begun()).toBe(2));
    expect((await desk.read(document)).status).toBe('reading');
    go();
    await working;
    await dying.stop({ graceMs: 2000 });
    expect(await readingJobs()).toMatchObject([{ state: 'done', attempts: 1, crashes: 1 }]);
    const read = await desk.read(document);
    expect([read.status, read.revisions.length, read.contract?.findings.length]).toEqual(['open', 1, 1]);
    expect((await actions()).filter((action) => action === 'document.recognised')).toHaveLength(1);
  });

  it('is let go when its client cancels it, and may be sent again', async () => {
    const { go } = heldRecognition();
    const { document } = await send();
    const working = desk.work();
    await eventually(async () => expect((await list(desk.client))[0]?.reading?.page).toBe(2));
    const stranger = await desk.person('另一客户', 'client');
    await expect(discard(document.id, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await discard(document.id)).toMatchObject({ status: 'discarded', reading: null });
    await working;
    expect(await readingJobs()).toMatchObject([{ state: 'cancelled' }]);
    expect(await list(desk.client)).toEqual([]);
    expect(await desk.read(document)).toMatchObject({ status: 'discarded', contract: null });
    go();
    const again = await send();
    expect(again).toMatchObject({ duplicate: false, document: { status: 'reading' } });
    await desk.work();
    expect(await desk.read(again.document)).toMatchObject({ status: 'open', contract: { type: 'lease' } });
    await expect(discard(again.document.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is let go when an agent cancels it before its turn has come', async () => {
    const { document } = await send();
    expect(await discard(document.id, desk.agent)).toMatchObject({ status: 'discarded' });
    await desk.work();
    expect(await readingJobs()).toMatchObject([{ state: 'cancelled' }]);
    expect(await actions()).not.toContain('document.unreadable');
  });

  it('leaves nothing where it was cancelled while the last page was read', async () => {
    const { document } = await send();
    desk.scan.recognise = async ({ bytes }) => {
      await discard(document.id, desk.agent);
      await sleep(1);
      return { text: Buffer.from(bytes).toString('utf8'), format: 'pdf', notes: [] };
    };
    await desk.work();
    expect(await desk.read(document)).toMatchObject({ status: 'discarded', revision: null, contract: null });
  });

  it('stays with the reason where it cannot be read, and is tried anew when it is sent again', async () => {
    const { recognise } = desk.scan;
    desk.scan.recognise = async () => {
      throw new DeskError('unsupported-file', '文件“租赁合同.jpg”不能读取：没有识别出文字。');
    };
    const { document } = await send();
    await desk.work();
    const seen = { status: 'unreadable', failure: '文件“租赁合同.jpg”不能读取：没有识别出文字。', obstacles: [] };
    expect(await desk.read(document)).toMatchObject(seen);
    expect(await desk.read(document, desk.client)).toMatchObject(seen);
    expect(await list(desk.client)).toMatchObject([{ status: 'unreadable', failure: seen.failure }]);
    expect(await readingJobs()).toMatchObject([{ state: 'failed', attempts: 1 }]);
    expect(await actions()).toContain('document.unreadable');

    desk.scan.recognise = recognise;
    const again = await send();
    expect([again.duplicate, again.document.id === document.id]).toEqual([false, false]);
    const { entries } = await listAudit(desk.deps, { actor: desk.agent, matterId: document.matterId });
    const discarded = entries.filter(({ action }) => action === 'document.discarded');
    expect(discarded.map(({ subjectId }) => subjectId)).toEqual([document.id]);
    await desk.work();
    expect((await list(desk.client)).map(({ id, status }) => [id, status])).toEqual([[again.document.id, 'open']]);
  });

  it('is tried again where something broke that may pass, and what broke is for the log alone', async () => {
    let tries = 0;
    const { recognise } = desk.scan;
    desk.scan.recognise = async (...input) => {
      if (++tries < 3) throw new Error('the engine broke');
      return recognise(...input);
    };
    const { document } = await upload();
    await desk.work();
    expect([tries, (await desk.read(document)).status]).toEqual([3, 'open']);

    desk.scan.recognise = async () => {
      throw new Error('the engine broke');
    };
    const other = await send({ ...file, bytes: Buffer.from('另一份') });
    await desk.work();
    const failed = await desk.read(other.document);
    expect(failed.failure).toMatch(/^识别文字时出错，没有读完。/u);
    expect(desk.logged.join()).toContain('the engine broke');
    expect(await discard(failed.id)).toMatchObject({ status: 'discarded', failure: null });
  });
});
