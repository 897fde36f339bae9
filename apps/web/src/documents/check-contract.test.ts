import { expect, it } from 'vitest';
import { checkContract } from './check-contract.ts';

it.each([
  ['租赁合同.docx', 3000, null],
  ['合同.PDF', 3000, null],
  ['合同照片.jpg', 3000, null],
  ['合同录音.mp3', 3000, 'kind'],
  ['合同', 3000, 'kind'],
  ['合同.docx', 0, 'empty'],
  ['合同.docx', 21 * 1024 * 1024, 'size'],
] as const)('%s of %d bytes: %s', (name, size, issue) => {
  expect(checkContract({ name, size })).toBe(issue);
});
