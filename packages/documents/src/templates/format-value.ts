import { dayInWords, numberToChinese, rmbCapitals } from '@lutai/law';
import type { Column, Field } from './field-schema.ts';
import { type Party, type PartyPart, partOf } from './party.ts';

/** 12,000元, with 分 only where there are any. */
export function yuanInFigures(yuan: number): string {
  const [whole = '', cents = ''] = yuan.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${cents === '00' ? '' : `.${cents}`}元`;
}

/** 二〇二六年十一月二十三日 */
export function dayInHanzi(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const years = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return `${years}年${numberToChinese(Number(month))}月${numberToChinese(Number(date))}日`;
}

export function formatMoney(yuan: number, format: string | null): string {
  const capitals = `人民币${rmbCapitals(yuan)}`;
  if (format === 'capitals') return capitals;
  return format === 'both' ? `${yuanInFigures(yuan)}（大写：${capitals}）` : yuanInFigures(yuan);
}

/** Words that stand within a sentence, without the stop that was typed after them. */
const withoutEnd = (text: string) => text.trim().replace(/[。；，、;,\s]+$/u, '');

/** The value of a field as it stands in a sentence; parties by their names. `value` has the shape of the field. */
export function formatValue(field: Field | Column, value: unknown, format: string | null): string {
  if (typeof value === 'number') {
    if (field.type === 'money') return formatMoney(value, format);
    return format === 'hanzi' && Number.isInteger(value) && value < 100_000 ? numberToChinese(value) : String(value);
  }
  if (typeof value === 'string') {
    if (field.type === 'date') return format === 'hanzi' ? dayInHanzi(value) : dayInWords(value);
    return field.type === 'text' ? withoutEnd(value) : value.trim();
  }
  return partiesOf(value)
    .map(({ name }) => name ?? '')
    .join('、');
}

/** The parties that a value of a party field is made of. */
export const partiesOf = (value: unknown): Party[] =>
  // Values were parsed with the field's schema before they come here.
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Party[];

/** One part of a party as it stands in a sentence. */
export function formatPart(party: Party, part: PartyPart): string | undefined {
  const text = partOf(party, part);
  if (text === undefined) return undefined;
  if (part === 'birth') return dayInWords(text);
  if (part === 'nation') return text.endsWith('族') ? text : `${text}族`;
  return withoutEnd(text);
}
