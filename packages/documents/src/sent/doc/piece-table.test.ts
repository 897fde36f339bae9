import { expect, it } from 'vitest';
import { readCharacters } from './piece-table.ts';

const read = (bytes: Buffer, isEightBit: boolean, language: number) =>
  readCharacters(bytes, [{ from: 0, to: isEightBit ? bytes.length : bytes.length / 2, at: 0, isEightBit }], {
    stretches: [],
    language,
    left: () => undefined,
  });
const simplified = 0x0804;
/** 「第一条 为了规范的规定」. */
const gbk = Buffer.from('b5dad2bbccf520ceaac1cbb9e6b7b6b5c4b9e6b6a8', 'hex');

it('reads pieces of two bytes a character', () => {
  expect(read(Buffer.from('第一条', 'utf16le'), false, simplified).join('')).toBe('第一条');
});

it('reads pieces of one byte as CP1252, quotes of a Chinese file included', () => {
  const quoted = Buffer.from('9374657374942e', 'hex');
  expect(read(quoted, true, 0x0409).join('')).toBe('“test”.');
  expect(read(quoted, true, simplified).join('')).toBe('“test”.');
});

it('reads GBK in a piece of one byte where the file is Chinese, and keeps the positions', () => {
  const characters = read(gbk, true, simplified);
  expect(characters.join('')).toBe('第一条 为了规范的规定');
  expect(characters).toHaveLength(gbk.length);
  expect(read(gbk, true, 0x0409).join('')).not.toContain('第');
});

it('refuses pieces that point beyond the file', () => {
  expect(() =>
    readCharacters(gbk, [{ from: 0, to: 99, at: 0, isEightBit: true }], {
      stretches: [],
      language: 0,
      left: () => undefined,
    }),
  ).toThrow(/文字表/);
});
