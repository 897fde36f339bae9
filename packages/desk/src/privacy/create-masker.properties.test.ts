import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from './create-masker.ts';

const pieces = [
  ...[
    '我叫',
    '张三',
    '李四',
    '老公',
    '王建国',
    '先生',
    '被告',
    '跟',
    '签',
    '，',
    '\n',
    ' ',
    '-',
    '路88号',
    '3栋502',
    '市',
  ],
  ...[
    '138',
    '1234',
    '5678',
    '13812345678',
    '6222021234567890123',
    '11010519491231002X',
    '一三八',
    '京A12345',
    'E12345678',
  ],
  ...[
    'a@b.com',
    '微信号',
    'abc_12345',
    '〔',
    '〕',
    '[',
    ']',
    '姓名',
    '1',
    '２',
    '电话',
    '原文',
    '〔姓名1〕',
    '〔电话1〕',
    '原文1',
    '$&',
    '$1',
  ],
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const runs = { numRuns: 1500 };

describe('masking', () => {
  it('is undone exactly, whatever the texts hold and in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (all) => {
        const masker = createMasker({ names: ['赵六', '姓名1', '〔〕'] });
        const masked = all.map((text) => masker.mask(text));
        expect(masked.map((text) => masker.unmask(text))).toEqual(all);
      }),
      runs,
    );
  });

  it('leaves no masked number in what it gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masker = createMasker();
        const rest = masker.mask(text).replace(/〔[^〔〕]*〕/g, '〔〕');
        for (const { kind, original } of masker.masks()) {
          if (/[0-9]{5}/.test(original) && kind !== '原文') expect(rest).not.toContain(original);
        }
      }),
      runs,
    );
  });

  it('is stable: the same text is masked the same way again, and what is masked stays', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const masker = createMasker();
        const rest = masker.maskRest(first);
        masker.mask(second);
        const masked = masker.mask(first);
        expect(masker.mask(first)).toBe(masked);
        expect(masker.maskRest(masked)).toBe(masked);
        expect(masker.unmask(rest)).toBe(first);
      }),
      runs,
    );
  });

  it.each([
    ...[
      '市',
      '1',
      '1 ',
      '一',
      '路1号',
      '我叫王',
      '先生',
      'a@',
      'a',
      '京A',
      '13812345678 ',
      '〔姓名1〕',
      '〔',
      '姓名',
      '阿·',
    ],
    ...['老公王建国', '1381234567 1 ', '给张', '9131', '12345678\n', '微信', '〔姓名 ', '栋1', '身份证'],
  ])('takes a megabyte of 「%s」 in its stride, there and back', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const masker = createMasker();
    const before = process.cpuUsage();
    const masked = masker.mask(text);
    expect(masker.unmaskReply(masked).text.length).toBeGreaterThan(0);
    // Quadratic work would take minutes of the processor, however busy the machine is.
    expect(process.cpuUsage(before).user).toBeLessThan(20_000_000);
  });
});
