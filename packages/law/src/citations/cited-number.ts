import { chineseToNumber, numberToChinese } from '../numerals.ts';

/**
 * The number of an article, 款 or 项 as a citation may write it: in Arabic digits, as law texts write it (一百零五,
 * 一百〇五), or digit by digit from three on (一〇四三). Null for every other spelling (一百十, 二九, 007): a slip of one
 * character must not pass for the number that was meant.
 */
export function citedNumber(written: string): number | null {
  const folded = written.normalize('NFKC').replace(/\s+/gu, '');
  const plain = folded.replace(/[〇○Ｏ]/gu, '零');
  if (/^\d+$/u.test(plain)) return plain.startsWith('0') ? null : bounded(Number(plain));
  const value = chineseToNumber(plain);
  if (value === null || value === 0) return null;
  // 五零二 is 五百零二 without its 百, but 五〇二 can only be meant.
  // And 一零零四 may be 一千零四 with a slip.
  const enough = (plain.length > 3 && !/^.零零.$/u.test(folded)) || (plain.length === 3 && !folded.includes('零'));
  const digitByDigit = enough && /^[一二三四五六七八九][零一二三四五六七八九]+$/u.test(plain);
  return digitByDigit || numberToChinese(value) === plain ? value : null;
}

const bounded = (value: number) => (value <= 99_999 ? value : null);
