import { matterStatuses } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every text of a catalogue with its place; functions are called with examples. */
function texts(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(value(2, 3))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${place}.${key}`));
}

describe('the catalogues', () => {
  it('have a text everywhere, and never the word undefined', () => {
    for (const [place, text] of [...texts(zh), ...texts(en)]) {
      expect(text.trim(), place).not.toBe('');
      expect(text, place).not.toMatch(/undefined|\[object/);
    }
  });

  it('have the same places', () => {
    const places = (catalogue: unknown) =>
      texts(catalogue)
        .map(([place]) => place)
        .sort();
    expect(places(en)).toEqual(places(zh));
  });

  it('tell a client where a matter stands in plain words, whatever the desk calls it', () => {
    expect(matterStatuses.map((status) => zh.words.clientStatus[status])).toEqual([
      '正在分析',
      '正在分析',
      '人工审核中',
      '正在送达',
      '已答复',
      '已归档',
    ]);
  });
});
