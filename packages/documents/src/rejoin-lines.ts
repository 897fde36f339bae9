import { headingKind, opensBlock } from './law-lines.ts';

const sentenceEnd = /[。；：！？!?;:）)」』”》]$/;
/** 「2020年12月23日 最高人民法院审判委员会第1823次会议通过」 is whole, though it has no full stop. */
const promulgation = /^\d{4}\s*年.*(?:通过|公布|发布|施行|修正|修订|批准)$/;
const pageNumber = /^[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d{1,4})?[-—–\s]*$/;

/** Undoes the line breaks of a printed page: gives whole paragraphs from the lines of all pages. */
export function rejoinLines(pages: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const line of withoutRunningLines(pages)) {
    const last = paragraphs.at(-1);
    if (last === undefined || startsParagraph(last, line)) paragraphs.push(line.trim());
    else paragraphs[paragraphs.length - 1] = join(last, line.trim());
  }
  return paragraphs;
}

function startsParagraph(previous: string, line: string): boolean {
  if (/^(?:\u3000| {2,}|\t)/.test(line)) return true;
  return (
    sentenceEnd.test(previous) ||
    promulgation.test(previous) ||
    headingKind(previous) !== null ||
    opensBlock(line.trim())
  );
}

/** Chinese is joined as it stands, two words of Latin script with a space. */
const join = (left: string, right: string) =>
  /[A-Za-z0-9,.]$/.test(left) && /^[A-Za-z0-9]/.test(right) ? `${left} ${right}` : left + right;

/** Leaves out page numbers, and first and last lines that most pages repeat (running heads and feet). */
function withoutRunningLines(pages: readonly string[]): string[] {
  const split = pages.map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  const repeats = new Map<string, number>();
  for (const lines of split) {
    for (const line of new Set([lines[0], lines.at(-1)])) {
      if (line !== undefined) repeats.set(line.trim(), (repeats.get(line.trim()) ?? 0) + 1);
    }
  }
  const isRunning = (line: string) => (repeats.get(line) ?? 0) >= Math.max(3, pages.length / 2);
  return split.flatMap((lines) =>
    lines.filter((line, index) => {
      const text = line.trim();
      const atEdge = index === 0 || index === lines.length - 1;
      return !(pageNumber.test(text) || (atEdge && isRunning(text)));
    }),
  );
}
