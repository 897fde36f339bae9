import { describe, expect, it } from 'vitest';
import { checkSelection, sizeText } from './check-selection.ts';

const mega = 1024 * 1024;
const file = (size: number, name = 'a.md') => ({ name, size });

describe('checkSelection', () => {
  it('takes what the server takes', () => {
    expect(checkSelection(Array.from({ length: 50 }, () => file(mega)))).toBeNull();
  });

  it('says which limit is passed', () => {
    expect(checkSelection(Array.from({ length: 51 }, () => file(1)))).toEqual({ code: 'too-many' });
    expect(checkSelection([file(1), file(21 * mega, 'b.pdf')])).toEqual({ code: 'too-large', names: ['b.pdf'] });
    expect(checkSelection(Array.from({ length: 11 }, () => file(20 * mega)))).toEqual({ code: 'too-much' });
  });
});

it('sizeText is short', () => {
  expect([sizeText(12), sizeText(2048), sizeText(1.5 * mega), sizeText(30 * mega)]).toEqual([
    '12 B',
    '2 KB',
    '1.5 MB',
    '30 MB',
  ]);
});
