const numeral = '[零〇一二三四五六七八九十百千两\\d]+';

/** 第…编, 第…分编, 第…章, 第…节 on a line of its own. */
const heading = new RegExp(`^第\\s*${numeral}\\s*(编|分编|章|节)(?:[\\s\\u3000]|$)`);
const articleStart = new RegExp(`^第\\s*${numeral}\\s*条(?:之${numeral})?(?=[\\s\\u3000:：、，]|$)`);
const itemStart = new RegExp(`^(?:[（(]\\s*${numeral}\\s*[）)]|[一二三四五六七八九十]+、|\\d{1,3}[.．、])`);
/** What may stand between title and body: 「（2007年6月29日…通过）」, 「法释〔2020〕17号」, a date, 「目录」. */
const headerLine =
  /^(?:[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月|[\u4e00-\u9fff]{1,12}〔\d{4}〕|目\s*录$|附件|[（(]\s*[\u4e00-\u9fff]{0,20}\d{4}\s*年)/;

export type HeadingKind = '编' | '分编' | '章' | '节';

/** The kind of a heading line, or null. A sentence that merely begins with 「第一章」 is none. */
export function headingKind(line: string): HeadingKind | null {
  if (line.length > 60 || /[。；]$/.test(line)) return null;
  const kind = heading.exec(line)?.[1];
  return kind === '编' || kind === '分编' || kind === '章' || kind === '节' ? kind : null;
}

/** A line that opens something of its own, and so never continues the line before it. */
export const opensBlock = (line: string): boolean =>
  headingKind(line) !== null || articleStart.test(line) || itemStart.test(line) || headerLine.test(line);

export const isHeaderLine = (line: string): boolean => headerLine.test(line);
export const isArticle = (line: string): boolean => articleStart.test(line);
