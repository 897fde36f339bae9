import { documents } from '@lutai/db';
import { testEngines } from '@lutai/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { getMatter } from '../matters/get-matter.ts';
import { decideFinding } from './decide-finding.ts';
import { exportDocument } from './export-document.ts';
import { listDocuments } from './list-documents.ts';
import { reviewDocument } from './review-document.ts';
import { sendContract } from './send-contract.ts';
import { type DocumentDesk, openDocumentDesk } from './testing/open-document-desk.ts';
import { uploadContract } from './upload-contract.ts';

describe.each(testEngines)('a contract that is reviewed, on %s', (engine) => {
  let desk: DocumentDesk;
  let matterId: string;
  beforeEach(async () => {
    desk = await openDocumentDesk({ engine });
    matterId = await desk.ask();
  });
  afterEach(() => desk.close());

  const contract = '房屋租赁合同\n第一条 押金不退，押金不退。';
  const upload = (actor: Actor = desk.agent, text = contract, name = '租赁合同.txt') =>
    uploadContract(desk.deps, { actor, matterId, file: { name, bytes: Buffer.from(text) } });
  const send = (actor: Actor) =>
    sendContract(desk.deps, { actor, matterId, file: { name: '租赁合同.txt', bytes: Buffer.from(contract) } });
  type Detail = Awaited<ReturnType<typeof upload>>['document'];
  const decide = (
    document: Detail,
    nth: number,
    decision: 'accepted' | 'rejected' | null,
    suggestion: string | null = null,
  ) =>
    decideFinding(desk.deps, {
      ...{ actor: desk.agent, documentId: document.id, baseRevisionId: document.baseRevisionId },
      ...{ findingKey: document.contract?.findings[nth]?.key ?? '', decision, suggestion },
    });

  it('goes from the file to the opinion and the annotated file, once every finding is decided', async () => {
    const { document } = await upload();
    expect(document).toMatchObject({
      ...{ kind: 'reviewed', title: '租赁合同', source: { name: '租赁合同.txt', format: 'text' } },
      contract: { type: 'lease', findings: [{ decision: null }, { decision: null }] },
    });
    await expect(desk.approve(document)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('2 处'),
    });
    const one = await decide(document, 0, 'accepted', '押金三日内退还。');
    const both = await decide(one, 1, 'rejected');
    expect(both.obstacles).toEqual([]);
    expect(both.revision?.text).toContain('押金三日内退还。');
    expect(both.revision?.text.match(/押金一律不退/g)).toHaveLength(1);
    await desk.approve(both);
    await desk.work();
    const { messages } = await getMatter(desk.deps, { actor: desk.client, matterId });
    expect(messages.at(-1)).toMatchObject({ attachments: [{ name: '租赁合同（审查稿）.docx' }] });
    const file = await exportDocument(desk.deps, { actor: desk.agent, documentId: document.id, format: 'docx' });
    expect(Buffer.from(file.bytes).toString()).toBe(`annotated ${contract} ["押金三日内退还。"]`);
    const source = await exportDocument(desk.deps, { actor: desk.agent, documentId: document.id, format: 'source' });
    expect(Buffer.from(source.bytes).toString()).toBe(contract);
  });

  it('is the same document when the same file comes again, also at once', async () => {
    const all = await Promise.all([upload(), upload(), upload(desk.agent, contract, '别名.txt')]);
    expect(new Set(all.map(({ document }) => document.id)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await desk.db.select().from(documents)).toHaveLength(1);
  });

  it('may be sent in by the client, who sees that it is there and nothing of the review', async () => {
    const { document } = await send(desk.client);
    expect(document).toMatchObject({ title: '租赁合同', contract: null, revision: null, findings: [] });
    expect(JSON.stringify(document)).not.toContain('押金');
    expect(await listDocuments(desk.deps, { actor: desk.client, matterId })).toMatchObject([{ id: document.id }]);
    expect((await desk.read(document)).contract?.findings).toHaveLength(2);
    const stranger = await desk.person('另一客户', 'client');
    await expect(send(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      decide(await desk.read(document), 0, 'accepted').then((d) => desk.read(d, stranger)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused with its reason where the file is not one to be read', async () => {
    await expect(upload(desk.agent, 'MZ', '合同.exe')).rejects.toMatchObject({ code: 'unsupported-file' });
    expect(await desk.db.select().from(documents)).toEqual([]);
  });

  it('keeps what was decided when it is reviewed again, and takes a decision back', async () => {
    const { document } = await upload();
    const one = await decide(document, 0, 'accepted');
    const again = await reviewDocument(desk.deps, {
      ...{ actor: desk.agent, documentId: document.id, baseRevisionId: one.baseRevisionId, side: 'tenant' },
    });
    expect(again.contract).toMatchObject({
      side: 'tenant',
      findings: [{ decision: { decision: 'accepted', byName: '测试客服' } }, { decision: null }],
    });
    const back = await decide(again, 0, null);
    expect(back.contract?.findings[0]?.decision).toBeNull();
    const wrong = { actor: desk.agent, documentId: document.id, baseRevisionId: back.baseRevisionId, type: '没有的' };
    await expect(reviewDocument(desk.deps, wrong)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('of two decisions on the same revision takes one', async () => {
    const { document } = await upload();
    const both = await Promise.allSettled([decide(document, 0, 'accepted'), decide(document, 1, 'rejected')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'stale-revision' });
  });

  it('loses its approval by another decision', async () => {
    const { document } = await upload();
    const decided = await decide(await decide(document, 0, 'accepted'), 1, 'accepted');
    await decide(await desk.approve(decided), 1, 'rejected');
    await desk.work();
    expect(await desk.outbound()).toEqual([]);
  });
});
