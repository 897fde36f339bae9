import { describe, expect, it } from 'vitest';
import { findCitations } from '../citations/find-citations.ts';
import { claimsOf } from './claims-of.ts';

const cut = (text: string) => {
  const claims = claimsOf(text, findCitations(text));
  for (const { text: words, start, end } of claims) expect(text.slice(start, end)).toBe(words);
  return claims.map(({ text: words, citations }) => [words, citations.map(({ raw }) => raw)]);
};

describe('claimsOf', () => {
  it('takes each sentence that cites, with what it cites', () => {
    const text = '您好。《民法典》第一百八十八条规定时效为三年。《民法典》第七百零五条规定租期不超过二十年。祝好。';
    expect(cut(text)).toEqual([
      ['《民法典》第一百八十八条规定时效为三年。', ['《民法典》第一百八十八条']],
      ['《民法典》第七百零五条规定租期不超过二十年。', ['《民法典》第七百零五条']],
    ]);
  });

  it('keeps several citations of one sentence together', () => {
    const [claim] = cut('依据《民法典》第五百七十七条、第五百八十四条，对方应当赔偿损失。');
    expect(claim?.[1]).toHaveLength(2);
  });

  it('lends a citation that stands alone to the sentence before it', () => {
    expect(cut('诉讼时效为三年。参见《民法典》第一百八十八条。')).toEqual([
      ['诉讼时效为三年。', ['《民法典》第一百八十八条']],
    ]);
  });

  it('goes on with the provision just cited where the sentence says so, on its own line', () => {
    expect(cut('《民法典》第七百一十六条规定转租须经同意。同时，出租人可以解除擅自转租的合同。')[1]).toEqual([
      '同时，出租人可以解除擅自转租的合同。',
      ['《民法典》第七百一十六条'],
    ]);
    expect(cut('《民法典》第七百一十六条规定转租须经同意。\n同时，出租人可以解除擅自转租的合同。')).toHaveLength(1);
  });

  it('leaves list marks out and quoted sentences whole', () => {
    const text = '1. 《民法典》第一千零七十条规定：“父母有权。子女有权。”所以可以继承。\n- 其他。';
    expect(cut(text)[0]?.[0]).toBe('《民法典》第一千零七十条规定：“父母有权。子女有权。”所以可以继承。');
  });

  it('finds no claim where nothing is cited', () => {
    expect(cut('请您保留好证据。')).toEqual([]);
    expect(cut('')).toEqual([]);
  });
});
