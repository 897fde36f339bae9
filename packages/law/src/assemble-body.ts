import { type ArticleNumber, articleLabel } from './article-label.ts';
import { type ArticleLine, continues } from './article-line.ts';
import { createHeadingPath, type Heading } from './headings.ts';
import type { ParsedProvision } from './law-types.ts';
import { groupLooseLines } from './loose-paragraphs.ts';
import { toParagraphs } from './paragraphs.ts';

export interface Body {
  preamble: string[];
  headings: string[];
  provisions: ParsedProvision[];
  warnings: string[];
}

/** 「内容如下：」, but not where the article's own items follow: 「按照下列规定：（一）……」. */
const INTRODUCES_QUOTATION = /(?:如下|修改为|规定)[:：](?!\s*[（(〔]?[一1①][)）〕、.．]?)/;
const FOOTNOTE = /^[①-⑳※]/;

/** What a line is, given the lines around it; decided before anything is assembled. */
export type Role =
  | { kind: 'heading'; heading: Heading }
  | { kind: 'heading-goes-on'; text: string }
  | { kind: 'article'; line: ArticleLine; raw: string }
  // `last`: no article of the same count follows.
  | { kind: 'text'; text: string; last: boolean };

/** Puts lines together. State: the open article or the open run of loose lines, the heading path, the count. */
export function createAssembly(part: string | null, hasArticles: boolean) {
  const path = createHeadingPath(part);
  const body: Body = { preamble: [], headings: [], provisions: [], warnings: [] };
  let article: { number: ArticleNumber; path: string[]; lines: string[] } | null = null;
  let previous: ArticleNumber | null = null;
  let loose: string[] = [];
  let looseCount = 0;
  let unused: Heading | null = null;
  let quotation = false;

  const push = (kind: ParsedProvision['kind'], label: string, at: string[], text: string) => {
    unused = null;
    body.provisions.push({
      ordinal: body.provisions.length + 1,
      kind,
      article: label,
      path: at,
      text,
      paragraphs: toParagraphs(text),
    });
  };
  const pushLoose = (text: string) => {
    looseCount += 1;
    push('paragraph', `第${looseCount}段`, path.current(), text);
  };
  const close = () => {
    if (article)
      push(
        'article',
        articleLabel(article.number.number, article.number.suffix),
        article.path,
        article.lines.join('\n'),
      );
    article = null;
    for (const unit of groupLooseLines(loose)) pushLoose(unit);
    loose = [];
  };
  const isQuoted = (line: ArticleLine) => {
    if (!article || continues(previous, line.number)) return false;
    const text = article.lines.join('\n');
    return quotation || INTRODUCES_QUOTATION.test(text) || text.split('“').length > text.split('”').length;
  };

  const addText = (text: string, last: boolean) => {
    if (article) {
      const closing = /施行|生效|实施/.test(article.lines.join(''));
      const tail =
        last && closing && (FOOTNOTE.test(text) || (text.length <= 40 && !/[。；：，）]$|^[（(]/.test(text)));
      if (!tail) {
        article.lines.push(text);
        return;
      }
      close();
    }
    if (hasArticles && body.provisions.length === 0 && body.headings.length === 0) body.preamble.push(text);
    else loose.push(text);
  };

  const addArticle = (line: ArticleLine, raw: string) => {
    const follows = continues(previous, line.number);
    if (follows) quotation = false;
    const restart = line.number.number === 1 && previous !== null && !follows;
    if (isQuoted(line)) quotation = true;
    if (quotation || (!line.spaced && !follows)) {
      addText(raw, false);
      return;
    }
    close();
    if (!follows && !restart) {
      body.warnings.push(
        `条号不连续：${previous ? articleLabel(previous.number, previous.suffix) : ''}之后是${articleLabel(line.number.number, line.number.suffix)}。`,
      );
    }
    previous = line.number;
    article = { number: line.number, path: path.current(), lines: line.rest === '' ? [] : line.rest.split('\n') };
  };

  const addHeading = (heading: Heading) => {
    close();
    // A heading with nothing under it would otherwise be in no provision's path.
    if (unused && heading.rank <= unused.rank) pushLoose(unused.text);
    path.enter(heading);
    body.headings.push(heading.text);
    unused = heading;
  };

  return {
    quoting: () => quotation || (article !== null && INTRODUCES_QUOTATION.test(article.lines.at(-1) ?? '')),
    add(role: Role) {
      if (role.kind === 'text') addText(role.text, role.last);
      else if (role.kind === 'article') addArticle(role.line, role.raw);
      else if (role.kind === 'heading') addHeading(role.heading);
      else {
        path.extend(role.text);
        body.headings.push(path.current().at(-1) ?? role.text);
        body.headings.splice(-2, 1);
      }
    },
    finish(): Body {
      close();
      if (unused) pushLoose(unused.text);
      return body;
    },
  };
}
