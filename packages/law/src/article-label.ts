import { chineseToNumber, NUMERAL_CHARACTERS, numberToChinese } from './numerals.ts';

/** 第133条之一 is `{ number: 133, suffix: 1 }`; `suffix` is 0 where there is no 之. */
export interface ArticleNumber {
  number: number;
  suffix: number;
}

const LABEL = new RegExp(`^第\\s*([${NUMERAL_CHARACTERS}]+)\\s*条(?:\\s*之\\s*([${NUMERAL_CHARACTERS}]+))?$`, 'u');

/** 「第一百三十三条之一」 for (133, 1). */
export function articleLabel(number: number, suffix = 0): string {
  return `第${numberToChinese(number)}条${suffix > 0 ? `之${numberToChinese(suffix)}` : ''}`;
}

/** Reads a whole label in Chinese or Arabic digits; null when it is none. */
export function parseArticleLabel(label: string): ArticleNumber | null {
  const match = LABEL.exec(label.trim());
  if (!match) return null;
  const number = chineseToNumber(match[1] ?? '');
  const suffix = match[2] === undefined ? 0 : chineseToNumber(match[2]);
  return number === null || suffix === null ? null : { number, suffix };
}

/** The label as law texts write it, whatever digits it was written in; null when it is no article label. */
export function toNumberedArticle(label: string): string | null {
  const parsed = parseArticleLabel(label);
  return parsed === null ? null : articleLabel(parsed.number, parsed.suffix);
}

/** Order of two labels within a law: by number, then by 之; what is no article label comes last. */
export function compareArticles(a: string, b: string): number {
  const [left, right] = [parseArticleLabel(a), parseArticleLabel(b)];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return left.number - right.number || left.suffix - right.suffix;
}
