import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './folded-text.ts';
import { splitClauses } from './split-clauses.ts';

const pieces = fc.constantFrom(
  '第一条',
  '第二条 租金',
  '一、',
  '（二）',
  '1.',
  '1.1',
  '（3）',
  '①',
  '\n',
  '\r\n',
  '。',
  '，',
  ' ',
  '　',
  '按照',
  '甲方（签字）：',
  '月租金3000元',
  '第五条约定',
  '２０２６年',
  'a',
  '😀',
);
const contractLike = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

describe('splitClauses', () => {
  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: 400 })],
    ['text of a contract', contractLike],
  ] as const)('covers %s in order, without a gap or overlap', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const clauses = splitClauses(text);
        expect(clauses.map((clause) => clause.text).join('')).toBe(text);
        for (const [index, { start, end, bodyStart, text: words }] of clauses.entries()) {
          expect(start).toBe(clauses[index - 1]?.end ?? 0);
          expect(text.slice(start, end)).toBe(words);
          expect(bodyStart >= start && bodyStart <= end).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads numbers, titles and the way down to a sub-clause', () => {
    const text =
      '租赁合同\n甲方：张三\n第一条 租金\n（一）月租金3000元。\n（二）按月支付。\n第二条 违约责任：依法承担。\n甲方（签字）：';
    expect(
      splitClauses(text).map(({ kind, number, title, path }) => ({ kind, number, title, path: path.join('>') })),
    ).toEqual([
      { kind: 'preamble', number: null, title: null, path: '' },
      { kind: 'clause', number: '第一条', title: '租金', path: '第一条' },
      { kind: 'clause', number: '（一）', title: null, path: '第一条>（一）' },
      { kind: 'clause', number: '（二）', title: null, path: '第一条>（二）' },
      { kind: 'clause', number: '第二条', title: '违约责任', path: '第二条' },
      { kind: 'signature', number: null, title: null, path: '' },
    ]);
  });

  it.each([
    [
      'a reference that a line break cut off',
      '第一条 甲方按照\n第五条约定的方式付款。\n第二条 无。',
      ['第一条', '第二条'],
    ],
    ['a decimal at the beginning of a line', '1. 利率为\n3.5%。\n2. 无。', ['1', '2']],
    ['full-width digits', '１．租金\n２．押金', ['１', '２']],
    ['a lost line break', '第一条 租金三千元。第二条 押金三千元。', ['第一条', '第二条']],
    ['numbers with points', '3.1 租金\n3.2 押金', ['3.1', '3.2']],
  ])('is not misled by %s', (_, text, numbers) => {
    expect(splitClauses(text).flatMap(({ number }) => number ?? [])).toEqual(numbers);
  });
});

describe('foldText', () => {
  it('joins the broken lines of a page and keeps the way back', () => {
    const text = '承租人张三应于每期首个月的５日前\n支付 1,800 元（大写：壹仟捌佰元整）。\n第二条 押金';
    const { text: folded, origin } = foldText(text);
    expect(folded).toBe('承租人张三应于每期首个月的5日前支付1800元（大写：壹仟捌佰元整）。\n第二条押金');
    expect(text[origin[folded.indexOf('壹')] ?? -1]).toBe('壹');
  });

  it('gives offsets that rise and stay inside any text', () => {
    fc.assert(
      fc.property(contractLike, (text) => {
        const { text: folded, origin } = foldText(text);
        expect(origin).toHaveLength(folded.length + 1);
        for (const [index, at] of origin.entries()) {
          expect(at >= (origin[index - 1] ?? 0) && at <= text.length).toBe(true);
        }
      }),
    );
  });
});
