const ARTICLE_LINE =
  /^[\s\u3000]*(?:\*\*)?第[零〇一二三四五六七八九十百千万\d]+条(?:之[一二三四五六七八九十\d]+)?(?:\*\*)?(?:[\s\u3000]|$)/;

/** Lines that begin with 「第…条」 and white space, counted without understanding the text: what a plain `grep` would find. */
export function countArticleLines(text: string): number {
  return text.split('\n').filter((line) => ARTICLE_LINE.test(line)).length;
}
