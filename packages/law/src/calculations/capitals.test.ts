import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCapitals, toCapitals } from './capitals.ts';
import { exact, inYuan, readDecimal, zero } from './exact.ts';

const fen = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
const written = (text: string) => toCapitals(readDecimal(text) ?? zero);
const read = (text: string) => {
  const found = fromCapitals(text);
  return found === null ? null : inYuan(found);
};

describe('sums in capitals', () => {
  it('come back as the same sum', () => {
    fc.assert(
      fc.property(
        fen,
        (sum) => inYuan(fromCapitals(toCapitals(exact(sum, 100n))) ?? exact(-1)) === inYuan(exact(sum, 100n)),
      ),
    );
  });

  it('are written alike by no two sums', () => {
    fc.assert(
      fc.property(fen, fen, (a, b) => (toCapitals(exact(a, 100n)) === toCapitals(exact(b, 100n))) === (a === b)),
    );
  });

  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['12300', '壹万贰仟叁佰元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['1002003000.40', '壹拾亿零贰佰万叁仟元零肆角'],
    ['20004000', '贰仟万肆仟元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s is %s', (sum, words) => {
    expect(written(sum)).toBe(words);
  });

  it.each([
    ['人民币壹拾万零柒仟元伍角叁分', '107000.53'],
    ['壹仟陆佰捌拾元叁角贰分', '1680.32'],
    ['一万二千三百圆正', '12300.00'],
    ['拾万元整', '100000.00'],
    ['伍角整', '0.50'],
  ])('%s is read as %s', (words, sum) => {
    expect(read(words)).toBe(sum);
  });

  it.each(['', '元整', '壹佰仟元整', '壹万万元整', '壹贰元', '叁角伍元', '约壹佰元', '壹佰'])(
    '“%s” is no sum',
    (words) => {
      expect(read(words)).toBeNull();
    },
  );

  it('are refused from a trillion yuan on', () => {
    expect(() => written('1000000000000')).toThrow(RangeError);
  });
});
