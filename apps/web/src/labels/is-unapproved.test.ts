import { expect, it } from 'vitest';
import { isUnapproved } from './is-unapproved.ts';

const machine = { authorName: null };
const person = { authorName: '承办人' };

it('a machine’s text is labelled until it is approved, also where a person has edited it', () => {
  expect(isUnapproved({ status: 'ready', revisions: [machine] })).toBe(true);
  expect(isUnapproved({ status: 'ready', revisions: [machine, person] })).toBe(true);
  expect(isUnapproved({ status: 'drafting', revisions: [] })).toBe(true);
  expect(isUnapproved({ status: 'void', revisions: [machine] })).toBe(true);
  expect(isUnapproved({ status: 'approved', revisions: [machine, person] })).toBe(false);
});

it('what a person wrote from the first word is not labelled', () => {
  expect(isUnapproved({ status: 'ready', revisions: [person] })).toBe(false);
});
