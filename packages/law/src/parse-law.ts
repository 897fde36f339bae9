import { countArticleLines } from './article-accounting.ts';
import { splitFrontMatter } from './front-matter.ts';
import { decideDates } from './law-dates.ts';
import { decideIssuer } from './law-issuer.ts';
import { decideLevel } from './law-level.ts';
import { LawTextError, type ParsedLaw, type ParsedProvision, type ParseOptions } from './law-types.ts';
import { readBody } from './read-body.ts';
import { repealedTitles } from './repealed-titles.ts';
import { splitHeader } from './split-header.ts';
import { cleanText } from './text-lines.ts';
import { normaliseTitle, tidyTitle } from './titles.ts';

/**
 * Reads one law file: Markdown as in the public collections, or plain text of the same structure. Pure; about 1 ms for
 * 10 kB. Throws `LawTextError` when there is no title or no body. Every word of the body ends up in `preamble`,
 * `history`, a heading or a provision.
 */
export function parseLaw(text: string, options: ParseOptions): ParsedLaw {
  const { frontMatter, rest } = splitFrontMatter(cleanText(text));
  const { title: heading, part, history, body, articleSource } = splitHeader(rest, frontMatter.title ?? null);
  const title = tidyTitle(frontMatter.title ?? heading ?? '');
  if (title === '')
    throw new LawTextError(
      'no-title',
      '没有找到标题：请在第一行写「# 法规全称」，或在文件开头的 YAML 信息里写 title。',
    );
  const read = readBody(body, frontMatter.part ?? part);
  if (read.provisions.length === 0) throw new LawTextError('no-body', `《${title}》只有标题，没有正文。`);
  const { level, levelSource } = decideLevel({ stated: frontMatter.level ?? null, title, file: options.file, history });
  const titleKey = normaliseTitle(title);
  const closing = closingWords(read.provisions);
  const dates = decideDates({ titleKey, level, frontMatter, history, closing, file: options.file });
  return {
    title,
    titleKey,
    part: frontMatter.part ?? part,
    level,
    levelSource,
    issuer: decideIssuer({ stated: frontMatter.issuer ?? null, title, level, history }),
    promulgated: dates.promulgated,
    effectiveFrom: dates.effectiveFrom,
    statedEffectiveTo: dates.statedEffectiveTo,
    supersedes: frontMatter.supersedes ?? repealedTitles(closing),
    source: frontMatter.source ?? null,
    history,
    preamble: read.preamble.join('\n'),
    headings: read.headings,
    provisions: read.provisions,
    articleLines: countArticleLines(articleSource),
    warnings: [...read.warnings, ...dates.warnings],
  };
}

/** The provisions that say when the law begins: the last few articles, or the whole of a short text without articles. */
function closingWords(provisions: readonly ParsedProvision[]): string {
  const articles = provisions.filter((provision) => provision.kind === 'article');
  const last = articles.length > 0 ? articles.slice(-3) : provisions.slice(-3);
  return last
    .map((provision) => provision.text)
    .filter((text) => /施行|实施|执行|生效|废止/.test(text))
    .join('\n');
}
