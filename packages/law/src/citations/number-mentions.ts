import type { CitationMention } from './citation-types.ts';
import { mention } from './law-mentions.ts';

const D = '[0-9０-９]';
const YEAR = `(?:19|20|１９|２０)${D}{2}`;
const OPEN = '[〔\\[［【（(﹝]\\s?';
const CLOSE = '\\s?[〕\\]］】）)﹞]\\s?';
const DOCUMENT = new RegExp(
  `[\\u4e00-\\u9fff]{1,10}${OPEN}${YEAR}${CLOSE}第?\\s?${D}{1,6}\\s?号|法(?:释|发|办发?)\\s?${YEAR}\\s?[-—年]?\\s?第?\\s?${D}{1,4}\\s?号|[\\u4e00-\\u9fff]{2,12}公告\\s?${YEAR}\\s?年第\\s?${D}{1,4}\\s?号|(?:主席令|国务院令|[部局署会委]令)\\s?(?:${YEAR}年)?\\s?第?\\s?[\\d零〇一二三四五六七八九十百]{1,6}\\s?号`,
  'gu',
);
const COURTS = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼桂川贵云藏陕甘青宁新内最';
const CASE = new RegExp(
  `${OPEN}${YEAR}${CLOSE}[\\u4e00-\\u9fff]{1,3}${D}{0,6}[\\u4e00-\\u9fff]{1,8}第?\\s?${D}{1,8}(?:[-—]${D}{1,3})?\\s?号(?:之[一二三四五六七八九十\\d]{1,3})?|(?<!${D})${YEAR}[${COURTS}]${D}{0,4}(?:民|刑|行|执|商|知|破)[\\u4e00-\\u9fff]{1,4}${D}{1,8}\\s?号(?:之[一二三四五六七八九十\\d]{1,3})?|指导性?案例\\s?第?${D}{1,4}号|第?${D}{1,4}号指导性?案例`,
  'gu',
);
const LEADING = /^(?:.*(?:根据|依据|依照|按照|参照|适用|参见|见|以|和|与|及|由|在|的|为|了|称|出|文|下|号|布|发布))/u;

/** Document numbers (法释〔2020〕17号) and case numbers (（2020）京01民终1234号): seen, never resolved. */
export function numberMentions(text: string): CitationMention[] {
  return [...find(text, DOCUMENT, 'document-number'), ...find(text, CASE, 'case-number')].sort(
    (a, b) => a.start - b.start,
  );
}

function find(text: string, pattern: RegExp, kind: 'document-number' | 'case-number'): CitationMention[] {
  return [...text.matchAll(pattern)].map((match) => {
    const issuer = /^[\u4e00-\u9fff]+?(?=[〔[［【（(﹝]|公告)/u.exec(match[0])?.[0] ?? '';
    const skipped = kind === 'document-number' ? (LEADING.exec(issuer)?.[0].length ?? 0) : 0;
    const start = match.index + skipped;
    return mention(text, { start, end: match.index + match[0].length }, { kind });
  });
}
