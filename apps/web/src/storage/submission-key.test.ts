import { expect, it } from 'vitest';
import { newSubmissionKey, submissionFor } from './submission-key.ts';

it('keeps the key of an unchanged text and gives a changed one its own', () => {
  const first = submissionFor(null, { text: '甲' }, () => 'one');
  expect(submissionFor(first, { text: '甲' }, () => 'two')).toEqual(first);
  expect(submissionFor(first, { text: '乙' }, () => 'two').key).toBe('two');
});

it('makes keys that the contract takes and that differ', () => {
  expect(newSubmissionKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newSubmissionKey()).not.toBe(newSubmissionKey());
});
