import type { CitationMention } from './citations/citation-types.ts';
import { findCitations } from './citations/find-citations.ts';
import { canonicalWherePossible } from './citations/known-names.ts';
import { splitFrontMatter } from './front-matter.ts';
import { LawTextError, type ParsedCase, type ParseOptions } from './law-types.ts';
import { cleanText, type TextLine, toLines } from './text-lines.ts';

const QUESTION =
  /^(?:问题|咨询|提问|基本案情|简要案情|案情|案情回顾|案情简介|案例|申请人请求|原告诉讼请求|诉讼请求|关键词)$/u;

interface Section {
  heading: string;
  lines: string[];
}

/**
 * Reads one court case (`## 基本案情`, `## 裁判结果`, …) or one of our answered cases (front matter, `## 问题`, `## 回答`).
 * The facts and claims are the question; what the court or the answer says is the answer. Every section is kept.
 */
export function parseCase(text: string, _options: ParseOptions): ParsedCase {
  const { frontMatter, rest } = splitFrontMatter(cleanText(text));
  const lines = toLines(rest);
  const first = lines[0]?.hashes === 1 ? lines[0] : undefined;
  const title = frontMatter.title ?? first?.text ?? '';
  if (title === '')
    throw new LawTextError(
      'no-title',
      '没有找到案例标题：请在第一行写「# 标题」，或在文件开头的 YAML 信息里写 title。',
    );
  const sections = toSections(first ? lines.slice(1) : lines);
  const asked = sections.filter((section) => QUESTION.test(section.heading));
  const answered = sections.filter((section) => !QUESTION.test(section.heading) && section.lines.length > 0);
  const own = sections.some((section) => section.heading === '问题');
  if (asked.every((section) => section.lines.length === 0) || answered.every((section) => section.heading === '')) {
    throw new LawTextError('no-body', `案例《${title}》缺少案情（或问题）部分，或者缺少裁判（或回答）部分。`);
  }
  // Before the first section stand the case's name and who published it; they help to find it and are no answer.
  const introduction = sections.filter((section) => section.heading === '' || section.lines.length === 0);
  const question = own
    ? body(asked)
    : [title, ...introduction.map(whole), ...asked.map((section) => section.lines.join('\n'))]
        .filter((part) => part !== '')
        .join('\n');
  const answer =
    own && answered.length === 1
      ? body(answered)
      : answered
          .filter((section) => section.heading !== '')
          .map(whole)
          .join('\n\n');
  const listed = frontMatter.citations?.flatMap((citation) => canonicalCitations(citation)) ?? [];
  return {
    title,
    question,
    answer,
    area: frontMatter.area ?? null,
    citations: listed.length > 0 ? [...new Set(listed)] : canonicalCitations(`${question}\n${answer}`),
  };
}

function toSections(lines: readonly TextLine[]): Section[] {
  const sections: Section[] = [{ heading: '', lines: [] }];
  for (const line of lines) {
    if (line.hashes > 0) sections.push({ heading: line.text, lines: [] });
    else sections.at(-1)?.lines.push(line.text);
  }
  return sections.filter((section) => section.heading !== '' || section.lines.length > 0);
}

const body = (sections: readonly Section[]) => sections.map((section) => section.lines.join('\n')).join('\n');
const whole = (section: Section) => [section.heading, ...section.lines].filter((line) => line !== '').join('\n');

/** Citations of a text, canonical where the law is named in full or by a well-known name, else as written. */
function canonicalCitations(text: string): string[] {
  const provisions = findCitations(text).filter((mention) => mention.kind === 'provision' && mention.lawName !== null);
  return [...new Set(provisions.flatMap(canonicalOf))];
}

const canonicalOf = (mention: CitationMention) =>
  [...new Set(mention.targets.map((target) => target.article))].map((article) =>
    canonicalWherePossible(mention.lawName ?? '', article),
  );
