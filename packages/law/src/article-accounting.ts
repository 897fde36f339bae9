import { splitRunOnArticles } from './article-line.ts';
import type { ParsedLaw } from './law-types.ts';
import { cleanText } from './text-lines.ts';

const LABEL = '[零〇一二三四五六七八九十百千万\\d]+';
const ARTICLE_LINE = new RegExp(
  `^[\\s\\u3000]*(?:\\*\\*)?第${LABEL}条(?:之[一二三四五六七八九十\\d]+)?(?:\\*\\*)?(?:[\\s\\u3000]|$)`,
  'u',
);
const SPACE_BEFORE = new RegExp(`^[\\s\\u3000]*(?:\\*\\*)?第${LABEL}[\\s\\u3000]+条`, 'u');
const MISPRINT = new RegExp(`^[\\s\\u3000]*(?:\\*\\*)?笫${LABEL}条`, 'u');

/** Lines that begin with 「第…条」 and white space, counted without understanding the text: what a plain `grep` would find. */
export function countArticleLines(text: string): number {
  return text.split('\n').filter((line) => ARTICLE_LINE.test(line)).length;
}

/** How the count of lines and the count of articles of one law differ, reason by reason. */
export interface ArticleAccount {
  lines: number;
  articles: number;
  /** Articles printed 「第一百二十四 条采用…」: the line count does not see them. */
  spaceBefore: number;
  /** Articles printed with 笫 for 第. */
  misprinted: number;
  /** Articles that run on inside the line of another. */
  runOn: number;
  /** Lines that quote an article of another law (an amendment's new text); they stay text of the amendment. */
  quoted: number;
  /** What no reason explains: 0 unless the parser lost or invented an article. */
  unexplained: number;
}

/** Accounts for every difference between the lines of a law file that look like articles and the articles read from it. */
export function accountForArticles(text: string, law: ParsedLaw): ArticleAccount {
  const lines = cleanText(text).split('\n');
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const articles = law.provisions.filter((provision) => provision.kind === 'article').length;
  const spaceBefore = count(SPACE_BEFORE);
  const misprinted = count(MISPRINT);
  const runOn = lines.reduce((sum, line) => sum + splitRunOnArticles(line.trim()).length - 1, 0);
  const quoted = [law.preamble, ...law.provisions.map((provision) => provision.text)].reduce(
    (sum, words) => sum + countArticleLines(words),
    0,
  );
  const unexplained = articles - (law.articleLines + spaceBefore + misprinted + runOn - quoted);
  return { lines: law.articleLines, articles, spaceBefore, misprinted, runOn, quoted, unexplained };
}

/** The account of a whole collection, as Markdown: totals, and every file that differs. */
export function reportArticles(accounts: readonly { file: string; account: ArticleAccount }[]): string {
  const total = (key: keyof ArticleAccount) => accounts.reduce((sum, { account }) => sum + account[key], 0);
  const keys = ['lines', 'spaceBefore', 'misprinted', 'runOn', 'quoted', 'articles', 'unexplained'] as const;
  const rows = accounts
    .filter(({ account }) => account.lines !== account.articles || account.unexplained !== 0)
    .map(({ file, account }) => `| ${file} | ${keys.map((key) => account[key]).join(' | ')} |`);
  return [
    `| file | ${keys.join(' | ')} |`,
    `|---|${keys.map(() => '---').join('|')}|`,
    ...rows,
    `| **${accounts.length} files** | ${keys.map(total).join(' | ')} |`,
  ].join('\n');
}
