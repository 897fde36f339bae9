import { expect, it } from 'vitest';
import { firstSentences } from './first-sentences.ts';

it('cuts a text after its first sentences and loses nothing', () => {
  expect(firstSentences('甲。乙。丙。丁', 2)).toEqual({ first: '甲。乙。', rest: '丙。丁' });
  expect(firstSentences('甲。', 2)).toEqual({ first: '甲。', rest: '' });
  expect(firstSentences('', 2)).toEqual({ first: '', rest: '' });
});
