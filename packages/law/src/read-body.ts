import { readArticleLine, splitRunOnArticles } from './article-line.ts';
import { type Body, createAssembly, type Role } from './assemble-body.ts';
import { isAttachmentHeading, markdownHeading, plainHeading } from './headings.ts';
import type { TextLine } from './text-lines.ts';

const SUBHEADING = /^[（(][一二三四五六七八九十]+[）)][^。；：，、]{2,30}$/;
/** Turns the lines of a body into provisions. Nothing is dropped: what is no article becomes a numbered paragraph. */
export function readBody(source: readonly TextLine[], part: string | null): Body {
  const lines = source.flatMap((line) =>
    line.hashes > 0 ? [line] : splitRunOnArticles(line.text).map((text) => ({ text, hashes: 0 })),
  );
  const assembly = createAssembly(
    part,
    lines.some((line) => readArticleLine(line.text)?.spaced),
  );
  const contents = tableOfContents(lines);
  const plain = !lines.some((line) => line.hashes > 0);
  const lastArticle = lines.findLastIndex((line) => readArticleLine(line.text)?.spaced);
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const restarts = index >= lastArticle || nextArticleNumber(lines, index) === 1;
    const role = contents.has(index)
      ? ({ kind: 'text', text: line.text, last: false } as const)
      : roleOf(line, { next, previous: lines[index - 1], plain, restarts, quoting: assembly.quoting() });
    assembly.add(role);
  }
  return assembly.finish();
}

function nextArticleNumber(lines: readonly TextLine[], from: number): number | null {
  for (let index = from + 1; index < lines.length; index += 1) {
    const article = readArticleLine(lines[index]?.text ?? '');
    if (article?.spaced) return article.number.number;
  }
  return null;
}

/** Indexes of headings before the first article that come again later: a table of contents. */
function tableOfContents(lines: readonly TextLine[]): Set<number> {
  const isHeading = (line: TextLine) => line.hashes > 0 || plainHeading(line.text) !== null;
  const key = (line: TextLine) => line.text.replace(/[\s\u3000]/g, '');
  const seen = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    if (isHeading(line)) seen.set(key(line), [...(seen.get(key(line)) ?? []), index]);
  }
  const first = lines.findIndex((line) => readArticleLine(line.text)?.spaced);
  const repeated = [...seen.values()].filter((at) => at.length > 1 && (at[0] ?? 0) < first).map((at) => at[0] ?? 0);
  return new Set(repeated.length >= 2 ? repeated : []);
}

interface Surroundings {
  next: TextLine | undefined;
  previous: TextLine | undefined;
  /** No Markdown headings anywhere: headings must be recognised by their words. */
  plain: boolean;
  /** No article of the same count follows, so an attachment may begin. */
  restarts: boolean;
  quoting: boolean;
}

function roleOf(line: TextLine, around: Surroundings): Role {
  const article = readArticleLine(line.text);
  if (article) return { kind: 'article', line: article, raw: line.text };
  if (line.hashes > 0) return { kind: 'heading', heading: markdownHeading(line.text, line.hashes) };
  const beforeArticle =
    around.next !== undefined && (around.next.hashes > 0 || readArticleLine(around.next.text)?.spaced);
  if (
    around.previous &&
    around.previous.hashes > 0 &&
    beforeArticle &&
    isBrokenHeading(around.previous.text, line.text)
  ) {
    return { kind: 'heading-goes-on', text: line.text };
  }
  if (SUBHEADING.test(line.text) && around.next && readArticleLine(around.next.text)?.spaced) {
    return { kind: 'heading', heading: { text: line.text, rank: 45 } };
  }
  if (around.restarts && isAttachmentHeading(line.text))
    return { kind: 'heading', heading: { text: line.text, rank: 1 } };
  const heading = around.quoting ? null : plainHeading(line.text);
  if (heading && (around.plain || /^附\s*则$/.test(line.text))) return { kind: 'heading', heading };
  return { kind: 'text', text: line.text, last: around.restarts };
}

const isBrokenHeading = (heading: string, text: string) =>
  /^第.+[章节编]/.test(heading) && text.length <= 40 && !/[。；：]|^[（(]/.test(text);
