/** Every bracket pair that law titles are printed with, mapped to one. */
const BRACKETS: Record<string, string> = {
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  '<': '〈',
  '>': '〉',
  '＜': '〈',
  '＞': '〉',
  '《': '〈',
  '》': '〉',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
};

/** Title for people: no inner space between Chinese characters, full-width round brackets. */
export function tidyTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\s\u3000\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .replace(/[()]/g, (bracket) => BRACKETS[bracket] ?? bracket);
}

/**
 * Key of a title: compatibility forms folded, white space, separators (、，·) and the prefix 中华人民共和国 dropped, at the
 * beginning and inside book marks, brackets of one kind. Two spellings of one title have one key.
 */
export function normaliseTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff、，,·•]+/g, '')
    .replace(/[()﹙﹚<>＜＞《》[\]［］【】]/g, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(/^〈(.*)〉$/u, '$1')
    .replace(/(^|〈)中华人民共和国(?=.)/gu, '$1');
}

/** 「《中华人民共和国民法典》第五百七十七条」; book marks inside a title become 〈〉, as the standard of punctuation has it. */
export function canonicalCitation(title: string, article: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${article}`;
}
