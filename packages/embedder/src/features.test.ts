import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureTable } from './feature-table.ts';
import { countFeatures } from './features.ts';

describe('countFeatures', () => {
  it('counts words and the pairs of adjoining Chinese characters', () => {
    const counts = countFeatures('工资，工资');
    expect(Object.fromEntries(counts)).toEqual({ 工资: 2, '#工资': 2 });
  });

  it('makes no pair across punctuation, spaces or other scripts', () => {
    const pairs = [...countFeatures('借条。利息 abc本金').keys()].filter((feature) => feature.startsWith('#'));
    expect(pairs.sort()).toEqual(['#借条', '#利息', '#本金']);
  });

  it('takes full-width and capital letters for plain ones', () => {
    expect(countFeatures('ＡＰＰ 5000').get('app')).toBe(1);
  });

  it('finds nothing in noise', () => {
    expect(countFeatures('？！…… 🙂\n').size).toBe(0);
  });
});

describe('the feature table', () => {
  const sample = '用人单位拖欠劳动者工资的，劳动者可以申请仲裁，ABC公司拖欠工资。';
  const features = [...countFeatures(sample).keys(), '#没有', '没有', '#'];
  const table = createFeatureTable(features);

  it('counts the features it knows as countFeatures does', () => {
    const text = fc.array(fc.constantFrom(...sample, '没', '有', '，', ' ', 'Ａ', '#'), { maxLength: 60 });
    fc.assert(
      fc.property(text, (characters) => {
        const joined = characters.join('');
        const found = new Map<string, number>();
        table.forEach(joined, (number, count) => found.set(features[number] ?? '', count));
        const expected = new Map([...countFeatures(joined)].filter(([feature]) => features.includes(feature)));
        expect(found).toEqual(expected);
      }),
    );
  });

  it('of no features finds none', () => {
    const found: number[] = [];
    createFeatureTable([]).forEach(sample, (number) => found.push(number));
    expect(found).toEqual([]);
  });
});
