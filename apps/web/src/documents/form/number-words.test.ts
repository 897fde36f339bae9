import { expect, it } from 'vitest';
import { readNumber, shownNumber } from './number-words.ts';

it.each([
  ['12300.50', 12300.5],
  ['１２，３００ 元', 12300],
  ['', null],
  ['12.', '12.'],
  ['一万', '一万'],
])('%s is read as %s', (words, value) => {
  expect(readNumber(words)).toBe(value);
});

it('a number that is being typed keeps its own words until the value is another', () => {
  expect(shownNumber('5000.0', 5000)).toBe('5000.0');
  expect(shownNumber('5000.0', 700)).toBe('700');
  expect(shownNumber('5000', undefined)).toBe('');
});
