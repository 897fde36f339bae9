import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checklist, loadChecklists, type SentFile } from '@lutai/documents';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contractTasks } from './contract-tasks.ts';
import { createContractThread } from './create-contract-thread.ts';
import { threadedTasks } from './threaded-tasks.ts';

const repository = fileURLToPath(new URL('../../../../..', import.meta.url));
const article = '第四条 押金\n乙方支付押金7000元，无论何种情况押金概不退还；月租金为人民币3500元，按月支付。\n';
const lease = `房屋租赁合同\n出租方（甲方）：张某某\n承租方（乙方）：李某某\n${article.repeat(1_000)}`;
const by = { author: '律台', date: new Date('2026-11-23T08:00:00Z') };

const textOf = (read: SentFile | null): string | null => read?.text ?? null;

let checklists: Checklist[];
beforeAll(async () => {
  checklists = [...(await loadChecklists(path.join(repository, 'corpus/checklists')))];
});

describe('the thread for contracts', () => {
  const thread = createContractThread();
  const tasks = threadedTasks(thread, thread);
  const options = () => ({ checklists, today: '2026-11-23', termsFolder: path.join(repository, 'corpus/terms') });
  afterAll(() => thread.close());

  it('reads, reviews and annotates a long contract as it is done here, and lets others go on meanwhile', async () => {
    const bytes = Buffer.from(lease);
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    const read = textOf(await tasks.read('合同.txt', bytes)) ?? '';
    const before = turns;
    const review = await tasks.review(read, [], options());
    const annotated = await tasks.annotateText(read, [], by);
    clearInterval(others);
    expect(turns - before).toBeGreaterThan(5);
    expect(read).toEqual(textOf(await contractTasks.read('合同.txt', bytes)));
    expect(review).toEqual(await contractTasks.review(read, [], options()));
    expect(review.findings.map(({ title }) => title).join()).toContain('押金');
    expect(textOf(await contractTasks.read('合同.docx', annotated.docx))).toContain('押金概不退还');
    const docx = await thread.run('annotateDocx', [annotated.docx, [], by]);
    expect(textOf(await contractTasks.read('合同.docx', docx.docx))).toContain('押金概不退还');
  });

  it('refuses a file with the reason that reading it has', async () => {
    const large = new Uint8Array(200_000).fill(7);
    const reason = await contractTasks.read('合同.txt', large).catch((error: unknown) => error);
    await expect(tasks.read('合同.txt', large)).rejects.toEqual(reason);
    expect(reason).toMatchObject({ name: 'DocumentError', code: expect.any(String) });
  });

  it('takes several at once, each with its own answer', async () => {
    const texts = ['甲', '乙', '丙'].map((word) => word.repeat(200_000));
    const all = await Promise.all(texts.map((text) => tasks.read('合同.txt', Buffer.from(text))));
    expect(all.map(textOf)).toEqual(texts);
  });
});

describe('a thread that cannot go on', () => {
  let thread = createContractThread();
  afterEach(() => thread.close());
  const read = (text: string) => thread.run('read', ['合同.txt', Buffer.from(text)]);

  it('is ended where a task takes too long, and the next task has another', async () => {
    thread = createContractThread({ limitMs: 1 });
    await expect(read('合同')).rejects.toMatchObject({ code: 'too-large' });
    thread = createContractThread();
    expect(textOf(await read('合同'))).toBe('合同');
  });

  it('refuses what cannot be handed over, and goes on', async () => {
    thread = createContractThread();
    const name = (() => '合同.txt') as never; // no string, and a function cannot be cloned
    await expect(thread.run('read', [name, Buffer.from('合同')])).rejects.toThrow('could not be cloned');
    expect(textOf(await read('合同'))).toBe('合同');
  });

  it('answers what still waits when it is closed, and starts anew after it was idle', async () => {
    thread = createContractThread({ idleMs: 1 });
    expect(textOf(await read('合同'))).toBe('合同');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(textOf(await read('再来'))).toBe('再来');
    const waiting = Promise.allSettled([read('一'), read('二')]);
    await thread.close();
    expect((await waiting).map((end) => end.status === 'rejected' && end.reason.code)).toEqual([
      'unavailable',
      'unavailable',
    ]);
  });
});

it('reads every PDF in the thread, however small, and a small text here', async () => {
  const sent: string[] = [];
  const elsewhere = {
    run: async (name: string) => {
      sent.push(name);
      throw new Error('sent to the thread');
    },
  };
  const tasks = threadedTasks(elsewhere, elsewhere);
  await expect(tasks.read('合同.pdf', Buffer.from('%PDF-1.7'))).rejects.toThrow('sent to the thread');
  expect((await tasks.read('合同.txt', Buffer.from('租赁合同')))?.text).toBe('租赁合同');
  expect(sent).toEqual(['read']);
});
