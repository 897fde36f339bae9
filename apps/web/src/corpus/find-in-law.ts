import type { Provision } from '@lutai/contracts';

/** The provisions that hold every one of the words, or whose number is asked for (「577」, 「第五百七十七条」). */
export function findInLaw(provisions: readonly Pick<Provision, 'id' | 'article' | 'text'>[], words: string): string[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return provisions
    .filter(({ article, text }) => wanted.every((word) => text.includes(word) || article === articleOf(word)))
    .map(({ id }) => id);
}

function articleOf(word: string): string {
  const number = /^第?(\d{1,4})条?$/.exec(word)?.[1];
  return number === undefined ? word : `第${chineseNumber(Number(number))}条`;
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…9999 as law texts write it: 十, 十一, 一百零一, 一千二百六十. */
export function chineseNumber(value: number): string {
  const units = ['', '十', '百', '千'];
  const text = [...String(value)]
    .map((digit, index, all) => {
      const unit = units[all.length - 1 - index] ?? '';
      return digit === '0' ? '零' : `${digits[Number(digit)]}${unit}`;
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '');
  return text.startsWith('一十') ? text.slice(1) : text;
}
