import { DeskError, ingestFiles } from '@lutai/desk';
import { readDocument } from '@lutai/documents';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from '../testing/index.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

describe('an ingestion that is given up half-way', () => {
  it('leaves what it had stored to be found', async () => {
    const { verbs, db, now } = test.desk.deps;
    const law = '# 测试中断规定\n\n2024年1月1日 施行\n\n<!-- INFO END -->\n\n第一条 中断之前读入的文件应当可以检索。\n';
    vi.spyOn(verbs, 'ingest').mockImplementationOnce(async () => {
      const files = [{ name: '测试中断规定.md', bytes: new TextEncoder().encode(law) }];
      await ingestFiles({ db, readDocument, now }, { files, kind: 'laws' });
      throw new DeskError('conflict', '到此为止');
    });
    const actor = { id: 'test', name: '测试', role: 'admin', level: null } as const;
    await verbs.startIngest({ paths: ['anywhere'], kind: 'laws', actor });
    await test.settle();
    await vi.waitFor(async () => {
      const { hits } = await verbs.search({ question: '中断之前读入的文件可以检索吗', k: 3, asOf: null });
      expect(hits[0]?.citation).toBe('《测试中断规定》第一条');
    }, 5000);
  });
});
