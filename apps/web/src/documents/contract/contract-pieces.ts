import type { ReviewFinding } from '@lutai/contracts';

/** A stretch of a contract's text; `keys` are the findings whose words it belongs to. */
export interface Piece {
  text: string;
  keys: string[];
}
export interface Paragraph {
  /** Where it starts in the contract's text. */
  start: number;
  pieces: Piece[];
}

type Placed = Pick<ReviewFinding, 'key' | 'start' | 'end'>;

/** The contract in paragraphs, each cut where the words of a finding begin or end; empty lines are left out. */
export function contractParagraphs(text: string, findings: readonly Placed[]): Paragraph[] {
  const placed = findings.flatMap(({ key, start, end }) =>
    start === null || end === null || end <= start ? [] : [{ key, start, end }],
  );
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start, pieces: cut(line, start, placed) });
    start += line.length + 1;
  }
  return paragraphs;
}

function cut(line: string, offset: number, placed: readonly { key: string; start: number; end: number }[]): Piece[] {
  const end = offset + line.length;
  const here = placed.filter((one) => one.start < end && one.end > offset);
  const bounds = [offset, end, ...here.flatMap((one) => [Math.max(one.start, offset), Math.min(one.end, end)])];
  const sorted = [...new Set(bounds)].sort((left, right) => left - right);
  return sorted.slice(1).map((to, at) => {
    const from = sorted[at] ?? offset;
    return {
      text: line.slice(from - offset, to - offset),
      keys: here.filter((one) => one.start <= from && one.end >= to).map(({ key }) => key),
    };
  });
}

/** 第三条, 三、, （二）: a paragraph that begins a clause. */
export const beginsClause = (text: string): boolean =>
  /^\s*(第[一二三四五六七八九十百零\d]+条|[一二三四五六七八九十]+、)/u.test(text);
