import { describe, expect, it } from 'vitest';
import { createLexicalBuilder, createLexicalIndex } from './lexical-index.ts';

const texts = ['用人单位拖欠工资', '工资 工资 工资', '夫妻离婚后抚养子女', ''];

function build() {
  const builder = createLexicalBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

describe('the lexical index', () => {
  it('scores by BM25, worked out by hand for one word', () => {
    const data = build();
    const [first = 0, second = 0, third = 0, empty = 0] = createLexicalIndex(data).score('工资');
    const average = data.lengths.reduce((sum, length) => sum + length, 0) / 4;
    const idf = Math.log(1 + (4 - 2 + 0.5) / (2 + 0.5));
    const expected = (count: number, length: number) =>
      (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
    expect(first).toBeCloseTo(expected(1, data.lengths[0] ?? 0), 5);
    expect(second).toBeCloseTo(expected(3, 3), 5);
    expect([third, empty]).toEqual([0, 0]);
  });

  it('finds words inside long words', () => {
    const builder = createLexicalBuilder();
    builder.add('中华人民共和国劳动合同法');
    expect(createLexicalIndex(builder.finish()).score('劳动')[0]).toBeGreaterThan(0);
  });

  it('knows no scores for words that it has not seen, function words and punctuation', () => {
    const index = createLexicalIndex(build());
    for (const question of ['', '的 吗？！', '量子色动力学']) {
      expect([...index.score(question)]).toEqual([0, 0, 0, 0]);
    }
  });

  it('does not carry scores over from one question to the next', () => {
    const index = createLexicalIndex(build());
    index.score('工资');
    expect(index.score('离婚')[0]).toBe(0);
  });

  it('an index of nothing answers', () => {
    expect(createLexicalIndex(createLexicalBuilder().finish()).score('工资')).toHaveLength(0);
  });
});
