import { describe, expect, it } from 'vitest';
import { compareQuotation, isQuotedFrom } from './compare-quotation.ts';
import { differenceNote } from './difference-note.ts';

const source =
  '出租人有下列情形之一的，承租人可以在三十日内解除合同，并不承担责任：\n（一）未交付房屋的；\n（二）房屋不符合约定的；\n（三）租金超过五百元的，按百分之五计算。';

describe('isQuotedFrom', () => {
  it.each([
    ['承租人可以在三十日内解除合同'],
    ['承租人 可以在三十日内，解除合同。'],
    ['承租人可以在30日内解除合同'],
    ['承租人可以在３０日内解除合同'],
    ['出租人有下列情形之一的……解除合同'],
    ['出租人有下列情形之一的，承租人可以在三十日内解除合同，并不承担责任：（二）房屋不符合约定的'],
    ['租金超过500元的，按5%计算'],
  ])('finds %s', (quote) => expect(isQuotedFrom(quote, source)).toBe(true));

  it.each([
    ['承租人应当在三十日内解除合同'],
    ['承租人可以在十日内解除合同'],
    ['承租人可以在三日内解除合同'],
    ['并承担责任'],
    ['解除合同……承租人可以'],
    ['（三）房屋不符合约定的'],
    ['租金超过五千元的'],
    ['按百分之十五计算'],
  ])('does not find %s', (quote) => expect(isQuotedFrom(quote, source)).toBe(false));
});

describe('the difference', () => {
  it.each([
    ['承租人应当在三十日内解除合同', '引文作“应当”，原文为“可以”'],
    ['承租人可以在10日内解除合同', '引文作“10”，原文为“三十”'],
    ['解除合同，并承担责任', '引文漏“不”'],
    ['承租人不可以在三十日内解除合同', '引文多“不”'],
    ['甲乙丙丁戊己庚辛', '不是该条原文'],
  ])('of %s is named', (quote, note) => expect(differenceNote(compareQuotation(quote, source))).toContain(note));
});
