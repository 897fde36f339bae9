const OPEN = /[(﹙（]/g;
const CLOSE = /[)﹚）]/g;

/** Title for people: no inner space between Chinese characters, full-width round brackets. */
export function tidyTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\s\u3000\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .replace(OPEN, '（')
    .replace(CLOSE, '）');
}

/**
 * Key of a title: compatibility forms folded, white space, separators (、，·) and the prefix 中华人民共和国 dropped, at the
 * beginning and inside book marks; brackets of one kind. Two spellings of one title have one key.
 */
export function normaliseTitle(title: string): string {
  const plain = title
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff、，,·•]+/g, '')
    .replace(OPEN, '（')
    .replace(CLOSE, '）')
    .replace(/[<＜《]/g, '〈')
    .replace(/[>＞》]/g, '〉')
    .replace(/[[［【]/g, '〔')
    .replace(/[\]］】]/g, '〕');
  return stripOuterMarks(plain).replace(/(^|〈)中华人民共和国(?=.)/gu, '$1');
}

/** 「〈甲法〉」 → 「甲法」, but 「〈甲法〉和〈乙法〉」 stays. */
function stripOuterMarks(title: string): string {
  if (!title.startsWith('〈') || !title.endsWith('〉')) return title;
  let depth = 0;
  for (const [index, character] of [...title].entries()) {
    if (character === '〈') depth += 1;
    if (character === '〉') depth -= 1;
    if (depth === 0) return index === [...title].length - 1 ? title.slice(1, -1) : title;
  }
  return title;
}

/** 「《中华人民共和国民法典》第五百七十七条」; book marks inside a title become 〈〉, as the standard of punctuation has it. */
export function canonicalCitation(title: string, article: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${article}`;
}
