import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rmbCapitals } from './rmb-capitals.ts';

describe('rmbCapitals', () => {
  it.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.3, '叁角'],
    [1, '壹元整'],
    [10, '壹拾元整'],
    [12.34, '壹拾贰元叁角肆分'],
    [105, '壹佰零伍元整'],
    [1409.5, '壹仟肆佰零玖元伍角'],
    [6007.14, '陆仟零柒元壹角肆分'],
    [1680.32, '壹仟陆佰捌拾元零叁角贰分'],
    [325.04, '叁佰贰拾伍元零肆分'],
    [12_000, '壹万贰仟元整'],
    [107_000.53, '壹拾万柒仟元零伍角叁分'],
    [100_200, '壹拾万零贰佰元整'],
    [1_000_001, '壹佰万零壹元整'],
    [100_000_000, '壹亿元整'],
    [100_010_000, '壹亿零壹万元整'],
    [120_000_000_000, '壹仟贰佰亿元整'],
  ])('writes %d yuan as %s', (yuan, text) => {
    expect(rmbCapitals(yuan)).toBe(text);
  });

  it('writes two sums alike only where they are the same to the 分, and never two zeros in a row', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999_999), fc.nat(99_999_999_999), (a, b) => {
        expect(rmbCapitals(a / 100) === rmbCapitals(b / 100)).toBe(a === b);
        expect(rmbCapitals(a / 100)).not.toContain('零零');
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('refuses %d', (yuan) => {
    expect(() => rmbCapitals(yuan)).toThrow(RangeError);
  });
});
