import { describe, expect, it } from 'vitest';
import { citedNumber } from './cited-number.ts';

describe('citedNumber', () => {
  it.each([
    ['577', 577],
    ['５７７', 577],
    ['五百七十七', 577],
    ['一百〇五', 105],
    ['五〇二', 502],
    ['一零四三', 1043],
    ['五七七', 577],
    ['一〇〇四', 1004],
  ])('reads %s', (written, value) => expect(citedNumber(written)).toBe(value));

  it.each(['', '零', '0', '0577', '一九', '二九', '一百十', '五零二', '一零零四', '一十九', '五百七十百'])(
    'refuses %s',
    (written) => expect(citedNumber(written)).toBeNull(),
  );
});
