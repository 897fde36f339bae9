import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiff, wordDiff } from './word-diff.ts';

const side = (parts: ReturnType<typeof wordDiff>, dropped: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind !== dropped)
    .map((part) => part.text)
    .join('');

describe('wordDiff', () => {
  it('replaces whole words', () => {
    expect(wordDiff('用人单位应当支付赔偿金。', '用人单位应当支付经济补偿。')).toEqual([
      { kind: 'same', text: '用人单位应当支付' },
      { kind: 'removed', text: '赔偿金' },
      { kind: 'added', text: '经济补偿' },
      { kind: 'same', text: '。' },
    ]);
  });

  it('has nothing to say about equal texts', () => {
    expect(wordDiff('不变', '不变')).toEqual([{ kind: 'same', text: '不变' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('法', '律', '赔', '偿', '，', '\n', 'a', ' ', '😀') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
      }),
    );
  });
});

describe('foldDiff', () => {
  it('keeps what stands beside a change and cuts the rest', () => {
    const long = '甲'.repeat(200);
    const folded = foldDiff([
      { kind: 'same', text: long },
      { kind: 'added', text: '乙' },
      { kind: 'same', text: long },
    ]);
    expect(folded).toEqual([
      null,
      { kind: 'same', text: '甲'.repeat(60) },
      { kind: 'added', text: '乙' },
      { kind: 'same', text: '甲'.repeat(60) },
      null,
    ]);
  });

  it('leaves a text without changes whole', () => {
    const only = { kind: 'same', text: '甲'.repeat(500) } as const;
    expect(foldDiff([only])).toEqual([only]);
  });
});
