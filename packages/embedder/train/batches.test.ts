import { describe, expect, it } from 'vitest';
import { languageBatches } from './language-batches.ts';
import { layOutLanguage, splitInHalf } from './language-texts.ts';
import { questionBatches } from './question-batches.ts';
import { createRandom } from './random.ts';
import { recipe } from './recipe.ts';

const provision = (law: string, article: string, path: string, text: string) => ({ law, article, path, text, day: '' });
const data = {
  provisions: [
    provision('甲法', '第一条', '总则', '一，二'),
    provision('中华人民共和国甲法', '第一条', '总则', '一，二二'),
    provision('甲法', '第二条', '总则', '三，四'),
    provision('乙法', '第一条', '总则', '五，六'),
    provision('乙法', '第二条', '总则', '没有第二半'),
  ],
  questions: [],
  stardCorpus: new Set<number>(),
};

describe('splitInHalf', () => {
  it('cuts at the punctuation nearest to the middle', () => {
    expect(splitInHalf('一二三，四五六七。八九十')).toEqual(['一二三，', '四五六七。八九十']);
  });

  it('leaves a text without punctuation whole', () => {
    expect(splitInHalf('一二三四')).toEqual(['一二三四', '']);
  });
});

describe('lessons in the language', () => {
  const { texts, halves, headings } = layOutLanguage(data, createRandom(1));

  it('pair the halves of a provision, and its headings with one of them', () => {
    const pairs = ({ left, right }: typeof halves) =>
      [...left].map((place, i) => [texts[place], texts[right[i] ?? -1]]);
    expect(pairs(halves)).toEqual([
      ['一，', '二'],
      ['一，', '二二'],
      ['三，', '四'],
      ['五，', '六'],
    ]);
    expect(pairs(headings).map(([heading]) => heading)).toEqual([
      '甲法 总则',
      '中华人民共和国甲法 总则',
      '甲法 总则',
      '乙法 总则',
    ]);
    for (const [i, [, half]] of pairs(headings).entries()) expect(pairs(halves)[i]).toContain(half);
  });

  it('never call another version, or what stands under the same headings, wrong', () => {
    for (const [kind, same] of [
      [halves, [0, 1]],
      [headings, [0, 2]],
    ] as const) {
      const { left, right, neutral } = languageBatches([kind], 4, createRandom(2)).next().value;
      // Either side may be the left one in a batch.
      const key = (a = -1, b = -1) => `${Math.min(a, b)} ${Math.max(a, b)}`;
      const pairs = Array.from(kind.left, (place, pair) => key(place, kind.right[pair]));
      const found = neutral.map((at) => [Math.floor(at / 4), at % 4].map((i) => pairs.indexOf(key(left[i], right[i]))));
      expect(found.sort()).toEqual([same, same.toReversed()]);
    }
  });
});

describe('lessons in questions', () => {
  const settings = { ...recipe.questions, epochs: 2, batch: 3, negatives: 50 };
  const pupils = [
    { row: 10, provisions: [0, 3] },
    { row: 11, provisions: [1] },
    { row: 12, provisions: [2] },
    { row: 13, provisions: [4] },
  ];
  // Provisions 0 and 1 are versions of one article.
  const articleOf = Int32Array.of(0, 0, 1, 2, 3);
  const batches = [...questionBatches({ pupils, articleOf }, settings, createRandom(3))];

  it('ask every pupil once an epoch, each with one of its provisions', () => {
    expect(batches.map(({ batch }) => batch.left.length)).toEqual([3, 1, 3, 1]);
    for (const epoch of [batches.slice(0, 2), batches.slice(2)]) {
      expect(epoch.flatMap(({ batch }) => [...batch.left]).sort()).toEqual([10, 11, 12, 13]);
    }
    for (const { batch } of batches) {
      for (const [i, row] of batch.left.entries()) {
        expect(pupils.find((pupil) => pupil.row === row)?.provisions).toContain(batch.right[i]);
      }
    }
  });

  it('never call another label, or another version of one, wrong', () => {
    for (const { batch } of batches) {
      const expected: number[] = [];
      for (const [i, row] of batch.left.entries()) {
        const own = pupils.find((pupil) => pupil.row === row)?.provisions.map((place) => articleOf[place]) ?? [];
        for (const [j, right] of batch.right.entries()) {
          if (i !== j && own.includes(articleOf[right])) expected.push(i * batch.right.length + j);
        }
      }
      expect([...batch.neutral].sort((a, b) => a - b)).toEqual(expected);
    }
  });
});
