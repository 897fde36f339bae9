import { readFileSync } from 'node:fs';
import { createRecogniser } from '@lutai/documents';
import { afterAll, expect, it } from 'vitest';
import { createContractThread } from './create-contract-thread.ts';

const thread = createContractThread();
afterAll(() => thread.close());

const photo = readFileSync(
  new URL('../../../../../packages/documents/src/recognise/testing/scan.jpg', import.meta.url),
);

it.skipIf(createRecogniser() === null)('reads a photo in the thread for contracts', { timeout: 60_000 }, async () => {
  const { text, notices } = await thread.run('read', ['合同.jpg', photo]);
  expect(text).toContain('第一条 租金');
  expect(notices.join()).toContain('识别得来');
});
