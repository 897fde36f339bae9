import { readFileSync } from 'node:fs';
import { createRecogniser } from '@lutai/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { contractTasks } from './contract-tasks.ts';
import { createContractThread } from './create-contract-thread.ts';
import { threadedTasks } from './threaded-tasks.ts';

const thread = createContractThread();
const recognition = createContractThread();
const tasks = threadedTasks(thread, recognition);
afterAll(() => Promise.all([thread.close(), recognition.close()]));

const photo = readFileSync(
  new URL('../../../../../packages/documents/src/recognise/testing/scan.jpg', import.meta.url),
);

describe.skipIf(createRecogniser() === null)('a photo of a contract', { timeout: 60_000 }, () => {
  it('is not recognised while it is read, which says that it must be', async () => {
    const start = performance.now();
    expect(await contractTasks.read('合同.jpg', photo)).toBeNull();
    expect(await thread.run('read', ['合同.jpg', photo])).toBeNull();
    expect(await tasks.read('合同.txt', Buffer.from('合同'))).toMatchObject({ text: '合同' });
    // What starts the engine alone takes longer, and so does the photo.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('is recognised in a thread of its own, while long contracts are read', async () => {
    let recognised = false;
    const reading = tasks.recognise('合同.jpg', photo).then((read) => {
      recognised = true;
      return read;
    });
    const long = '租金'.repeat(100_000);
    expect(await tasks.read('合同.txt', Buffer.from(long))).toMatchObject({ text: long });
    expect(recognised).toBe(false);
    const { text, notices } = await reading;
    expect(text).toContain('第一条 租金');
    expect(notices.join()).toContain('识别得来');
  });

  it('is let go with the reason of the signal, begun or waiting, and the next one is recognised', async () => {
    const stop = new AbortController();
    const both = ['一.jpg', '二.jpg'].map((name) => tasks.recognise(name, photo, { signal: stop.signal }));
    setTimeout(() => stop.abort(new Error('cancelled')), 200);
    const ends = await Promise.allSettled(both);
    expect(ends.map((end) => end.status === 'rejected' && String(end.reason))).toEqual([
      'Error: cancelled',
      'Error: cancelled',
    ]);
    await expect(tasks.recognise('三.jpg', photo, { signal: stop.signal })).rejects.toThrow('cancelled');
    expect((await tasks.recognise('四.jpg', photo)).text).toContain('第一条 租金');
  });
});
