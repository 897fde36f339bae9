import { describe, expect, it } from 'vitest';
import { beginsClause, contractParagraphs } from './contract-pieces.ts';

const text = '租赁合同\n\n第一条 押金不退。\n第二条 随时收回。';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a contract’s text', () => {
  it('is cut at the words of its findings, and nothing of it is lost', () => {
    const paragraphs = contractParagraphs(text, [{ key: 'deposit', ...at('押金不退') }]);
    expect(paragraphs.map(({ pieces }) => pieces)).toEqual([
      [{ text: '租赁合同', keys: [] }],
      [
        { text: '第一条 ', keys: [] },
        { text: '押金不退', keys: ['deposit'] },
        { text: '。', keys: [] },
      ],
      [{ text: '第二条 随时收回。', keys: [] }],
    ]);
  });

  it('bears findings that overlap and that run over paragraphs', () => {
    const paragraphs = contractParagraphs(text, [
      { key: 'both', start: text.indexOf('不退'), end: text.indexOf('随时') },
      { key: 'one', ...at('押金不退') },
    ]);
    const keysOf = (words: string) =>
      paragraphs.flatMap(({ pieces }) => pieces).find((piece) => piece.text === words)?.keys;
    expect(keysOf('押金')).toEqual(['one']);
    expect(keysOf('不退')).toEqual(['both', 'one']);
    expect(keysOf('第二条 ')).toEqual(['both']);
  });

  it('is whole where a finding is about what is missing', () => {
    const paragraphs = contractParagraphs('甲方', [{ key: 'missing', start: null, end: null }]);
    expect(paragraphs).toEqual([{ start: 0, pieces: [{ text: '甲方', keys: [] }] }]);
  });
});

it.each([
  ['第三条 租金', true],
  ['二、付款', true],
  ['甲方应当付款', false],
])('%s begins a clause: %s', (line, begins) => {
  expect(beginsClause(line)).toBe(begins);
});
