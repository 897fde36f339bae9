import type { Citation } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings-of.ts';

function cited(text: string, raw: string, change: Partial<Citation> = {}): Citation {
  const start = text.indexOf(raw);
  return { raw, start, end: start + raw.length, state: 'ok', resolved: null, note: '', ...change };
}

const resolved = {
  provisionId: 'p',
  lawId: 'l',
  versionId: 'v',
  citation: '《甲法》第一条',
  law: '甲法',
  article: '第一条',
  effectiveFrom: null,
  effectiveTo: null,
  text: '条文。',
};

describe('findingsOf', () => {
  const text = '依据《甲法》第一条，应当赔偿。\n另见《乙法》第二条。';

  it('finds nothing in what stands', () => {
    expect(findingsOf(text, [cited(text, '《甲法》第一条'), cited(text, '《乙法》第二条')])).toEqual([]);
    expect(findingsOf(text, [cited(text, '《甲法》第一条', { support: 'supported' })])).toEqual([]);
    expect(findingsOf(text, [cited(text, '《甲法》第一条', { support: 'none-claimed' })])).toEqual([]);
  });

  it.each([
    ['not-found', 'correct'],
    ['misquoted', 'correct'],
    ['not-in-force', 'explain'],
    ['ambiguous', 'rule'],
    ['unchecked', 'rule'],
  ] as const)('a citation that is %s takes: %s', (state, rule) => {
    expect(findingsOf(text, [cited(text, '《甲法》第一条', { state, note: '说明' })])).toMatchObject([
      { kind: state, rule, sentence: '依据《甲法》第一条，应当赔偿。', why: '说明' },
    ]);
  });

  it.each(['doubtful', 'contradicted'] as const)(
    'a sentence that its provision leaves %s is to be ruled on',
    (support) => {
      const found = findingsOf(text, [cited(text, '《甲法》第一条', { support, supportReasons: ['条文说“可以”'] })]);
      expect(found).toMatchObject([{ kind: support, rule: 'rule', why: '条文说“可以”' }]);
    },
  );

  it('lets old law pass where the same passage says that it is applied, and why', () => {
    const old = '借款发生在2019年。因此适用当时有效的《合同法》第二百零七条。\n现在是《合同法》第二百零七条。';
    const first = cited(old, '《合同法》第二百零七条', { state: 'not-in-force' });
    const start = old.lastIndexOf('《合同法》');
    const second = { ...first, start, end: start + first.raw.length };
    expect(findingsOf(old, [first, second]).map((finding) => finding.start)).toEqual([start]);
  });

  it('asks no less of old law that is explained: its provision must bear the sentence out', () => {
    const old = '借款发生在2019年，因此适用当时有效的《合同法》第二百零七条，不用还钱。';
    const ended: Partial<Citation> = { state: 'not-in-force', resolved, supportReasons: ['条文说“应当”'] };
    const of = (change: Partial<Citation>) =>
      findingsOf(old, [cited(old, '《合同法》第二百零七条', { ...ended, ...change })]).map(({ kind }) => kind);
    expect(of({ support: 'supported' })).toEqual([]);
    expect(of({ support: 'contradicted' })).toEqual(['contradicted']);
  });

  it('knows the same finding again in a later text, and not when its sentence has changed', () => {
    const of = (words: string) =>
      findingsOf(words, [cited(words, '《甲法》第一条', { state: 'ambiguous' })]).map(({ key }) => key);
    expect(of(`先说一句。${text}`)).toEqual(of(text));
    expect(of(text.replace('应当', '不应当'))).not.toEqual(of(text));
  });

  it('does not know a finding again when what its provision says, or the sentence it is lent to, has changed', () => {
    const of = (words: string, provision = '条文。') =>
      findingsOf(words, [
        cited(words, '《甲法》第一条', { support: 'doubtful', resolved: { ...resolved, text: provision } }),
      ]).map(({ key, sentence }) => [key, sentence]);
    const lent = '公司应当支付两个月工资。参见《甲法》第一条。';
    expect(of(lent)).toEqual([[expect.any(String), '公司应当支付两个月工资。']]);
    expect(of(`另外，${lent}`)).not.toEqual(of(lent));
    expect(of(lent.replace('两个', '十个'))).not.toEqual(of(lent));
    expect(of(lent, '改过的条文。')).not.toEqual(of(lent));
    const goesOn = '依据《甲法》第一条，应当赔偿。该条还规定应当道歉。';
    expect(of(goesOn.replace('道歉', '坐牢'))).not.toEqual(of(goesOn));
  });

  it('tells two equal findings in equal sentences apart', () => {
    const twice = '见《甲法》第一条。见《甲法》第一条。';
    const one = cited(twice, '《甲法》第一条', { state: 'ambiguous' });
    const other = { ...one, start: one.start + 9, end: one.end + 9 };
    expect(new Set(findingsOf(twice, [one, other]).map(({ key }) => key)).size).toBe(2);
  });
});
