import { type HeadingKind, headingKind, isArticle, isHeaderLine, opensBlock } from './law-lines.ts';

/** One line of a document; `level` is that of a heading (1…6), null for text. */
export interface DocumentLine {
  text: string;
  level: number | null;
}

const titleEnd =
  /(?:法|典|法典|条例|规定|办法|解释|决定|决议|批复|细则|规则|通知|意见|纪要|答复|复函|公告|规程|规范|标准|章程|方案|准则|制度|目录|宪法|修正案)(?:[（(〔][^）)〕]{1,20}[）)〕])*$/;
const longestTitle = 120;

/**
 * Writes lines as a law file: title `#`, 编/章/节 `##` and deeper, everything else a paragraph of its own. Lines that
 * are headings already keep their level unless their words say which rank they have.
 */
export function lawStructure(lines: readonly DocumentLine[]): string {
  const body = withoutContents(withTitle(lines.filter(({ text }) => text !== '')));
  const rank = headingRanks(body);
  const written = body.map(({ text, level }, index) => {
    const kind = headingKind(text);
    if (kind) return `${'#'.repeat(rank[kind])} ${text}`;
    if (level === null && isTopic(text) && isArticle(body[index + 1]?.text ?? '')) return `## ${text}`;
    return level === null ? text : `${'#'.repeat(Math.min(level, 6))} ${text}`;
  });
  return `${written.join('\n\n')}\n`;
}

/** 「二、夫妻关系」: what judicial interpretations have for chapters, right above an article. */
const isTopic = (text: string) => /^[一二三四五六七八九十]+、[^。；：，！？]{1,30}$/.test(text);

/** Makes the first line (or the first lines, where a title is broken over several) the title, if none is marked. */
function withTitle(lines: DocumentLine[]): DocumentLine[] {
  if (lines.some(({ text, level }) => level === 1 && !headingKind(text))) return lines;
  const first = lines.findIndex(({ text, level }) => level !== null && !headingKind(text));
  const firstBlock = lines.findIndex(({ text }) => isArticle(text) || headingKind(text));
  if (first >= 0 && (firstBlock < 0 || first < firstBlock)) return promote(lines, first, 1);
  const length = titleLength(lines.map(({ text }) => text));
  return length === 0 ? lines : promote(lines, 0, length);
}

function promote(lines: DocumentLine[], at: number, count: number): DocumentLine[] {
  const text = lines.slice(at, at + count).reduce((title, line) => title + line.text, '');
  return [...lines.slice(0, at), { text, level: 1 }, ...lines.slice(at + count)];
}

/** How many leading lines make up the title; 0 where the text begins with something else. */
function titleLength(lines: string[]): number {
  let title = '';
  for (const [index, line] of lines.slice(0, 5).entries()) {
    if (opensBlock(line) || isHeaderLine(line) || /[。；：]$/.test(line)) break;
    title += line;
    if (title.length > longestTitle) break;
    if (titleEnd.test(title)) return index + 1;
  }
  const [first] = lines;
  return first && first.length <= longestTitle && !opensBlock(first) && !/[。；：]$/.test(first) ? 1 : 0;
}

/** Drops a table of contents whose headings all come again in the body. */
function withoutContents(lines: DocumentLine[]): DocumentLine[] {
  const start = lines.findIndex(({ text }) => /^目\s*录$/.test(text));
  if (start < 0) return lines;
  let end = start + 1;
  while (end < lines.length && headingKind(plainHeading(lines[end]?.text ?? ''))) end++;
  const listed = lines.slice(start + 1, end).map(({ text }) => squeeze(plainHeading(text)));
  // The last listed heading is followed by the first real one, which equals the first listed.
  const again = listed.indexOf(listed[0] ?? '', 1);
  const length = again > 0 ? again : listed.length;
  const rest = new Set(lines.slice(start + 1 + length).map(({ text }) => squeeze(text)));
  if (length === 0 || !listed.slice(0, length).every((text) => rest.has(text))) return lines;
  return [...lines.slice(0, start), ...lines.slice(start + 1 + length)];
}

/** 「第一章 总则……3」 → 「第一章 总则」. */
const plainHeading = (text: string) => text.replace(/[\s.．·…—-]*\d*$/, '');
const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

function headingRanks(lines: DocumentLine[]): Record<HeadingKind, number> {
  const present = new Set(lines.map(({ text }) => headingKind(text)));
  let next = 2;
  const rank = (kind: HeadingKind) => (present.has(kind) ? next++ : next);
  return { 编: rank('编'), 分编: rank('分编'), 章: rank('章'), 节: rank('节') };
}
