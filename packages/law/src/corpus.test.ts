import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArticleAccount, accountForArticles, reportArticles } from './article-accounting.ts';
import { checkCitations } from './citations/check-citations.ts';
import { findCitations } from './citations/find-citations.ts';
import { createLawCatalogue } from './citations/law-catalogue.ts';
import { reportOwnCitations } from './citations/own-citation-report.ts';
import type { ParsedLaw } from './law-types.ts';
import { parseCase } from './parse-case.ts';
import { parseLaw } from './parse-law.ts';
import { catalogueEntries, sharedCorpus } from './testing/index.ts';
import { canonicalCitation } from './titles.ts';

const laws = sharedCorpus('laws');
const cases = sharedCorpus('cases');
const squeeze = (text: string) =>
  text
    .replace(/<!--.*?-->/g, '')
    .replace(/笫/g, '第')
    .replace(/[\s\u3000#*\u200b-\u200d\u2060\ufeff]/g, '');

describe.skipIf(laws === null)('the public collection of laws', () => {
  const read: { file: string; text: string; law: ParsedLaw; account: ArticleAccount }[] = [];
  let seconds = 0;

  beforeAll(() => {
    const texts = (laws?.files ?? []).map((file) => ({
      file,
      text: fs.readFileSync(path.join(laws?.root ?? '', file), 'utf8'),
    }));
    const started = process.cpuUsage();
    for (const { file, text } of texts) {
      const law = parseLaw(text, { file });
      read.push({ file, text, law, account: accountForArticles(text, law) });
    }
    seconds = process.cpuUsage(started).user / 1e6;
  });

  it('is read whole, within 15 seconds of one processor', () => {
    expect(read.length).toBe(1510);
    expect(seconds).toBeLessThan(15);
  });

  it('has 64,665 lines that begin an article, and every difference from the articles read is accounted for', () => {
    const sum = (key: keyof ArticleAccount) => read.reduce((total, { account }) => total + account[key], 0);
    const totals = ['lines', 'spaceBefore', 'misprinted', 'runOn', 'quoted', 'articles', 'unexplained'] as const;
    expect(Object.fromEntries(totals.map((key) => [key, sum(key)]))).toEqual({
      lines: 64_665,
      spaceBefore: 5,
      misprinted: 1,
      runOn: 112,
      quoted: 5,
      articles: 64_778,
      unexplained: 0,
    });
    expect(read.filter(({ account }) => account.unexplained !== 0)).toEqual([]);
    expect(reportArticles(read).split('\n')).toHaveLength(2 + 5 + 1);
  });

  it('loses no word of any body', () => {
    const lost: string[] = [];
    for (const { file, text, law } of read) {
      const kept = squeeze(
        [
          ...law.history,
          law.preamble,
          ...law.headings,
          ...law.provisions.map(({ kind, article, text: words }) => (kind === 'article' ? article : '') + words),
        ].join(''),
      );
      for (const line of (text.split('<!-- INFO END -->')[1] ?? '').split('\n')) {
        if (!kept.includes(squeeze(line))) lost.push(`${file}: ${line.slice(0, 60)}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('has every heading above some provision', () => {
    for (const { file, law } of read) {
      const paths = new Set(law.provisions.flatMap(({ path: above, text }) => [...above, text]));
      expect(
        law.headings.filter((heading) => !paths.has(heading)),
        file,
      ).toEqual([]);
    }
  });

  it('dates every law, names each source, and starts none before it was made without saying so', () => {
    for (const { file, law } of read) {
      expect(law.promulgated, file).not.toBeNull();
      expect(law.effectiveFrom, file).not.toBeNull();
      if ((law.effectiveFrom?.day ?? '') < (law.promulgated?.day ?? ''))
        expect(law.warnings.join(), file).toContain('早于公布日期');
      if (law.effectiveFrom?.source === law.promulgated?.source && law.effectiveFrom?.day === law.promulgated?.day)
        continue;
      expect(law.effectiveFrom?.source, file).not.toBe('file-name');
    }
  });

  it.each([
    ['民法典/婚姻家庭编.md', '2021-01-01'],
    ['民法典/合同编.md', '2021-01-01'],
    ['社会法/劳动法(2018-12-29).md', '2018-12-29'],
    ['社会法/劳动合同法(2012-12-28).md', '2013-07-01'],
    ['民法商法/公司法(2023-12-29).md', '2024-07-01'],
    ['民法商法/外商投资法(2019-03-15).md', '2020-01-01'],
    ['民法商法/消费者权益保护法(2013-10-25).md', '2014-03-15'],
    ['刑法/刑法.md', '2024-03-01'],
    ['诉讼与非诉讼程序法/民事诉讼法(2023-09-01).md', '2024-01-01'],
    ['司法解释/最高人民法院关于审理民间借贷案件适用法律若干问题的规定(2020-12-29).md', '2021-01-01'],
    ['行政法规/女职工劳动保护特别规定(2012-04-28).md', '2012-04-28'],
  ])('begins %s on %s', (file, day) => {
    expect(read.find((entry) => entry.file === file)?.law.effectiveFrom?.day).toBe(day);
  });

  it('has a level for every law and keeps 宪法 for the constitution and its amendments', () => {
    const constitutions = read.filter(({ law }) => law.level === 'constitution');
    expect(constitutions).toHaveLength(6);
    expect(read.filter(({ law }) => law.level === 'other')).toEqual([]);
  });

  it('resolves the canonical citation of every provision to that provision', () => {
    const entries = catalogueEntries(read);
    const catalogue = createLawCatalogue(entries);
    let checked = 0;
    const wrong: string[] = [];
    for (const entry of entries) {
      const version = entry.versions.at(-1);
      if (!version) continue;
      const seen = new Set<string>();
      for (const provision of version.provisions) {
        // A label that comes twice (an attachment counts from one again) means the first.
        if (seen.has(provision.article)) continue;
        seen.add(provision.article);
        checked += 1;
        const citation = canonicalCitation(entry.title, provision.article);
        const [only, ...more] = checkCitations(citation, catalogue, { asOf: '2100-01-01' });
        if (only?.resolved?.provisionId !== provision.provisionId || more.length > 0) wrong.push(citation);
      }
    }
    expect(checked).toBeGreaterThan(55_000);
    expect(wrong).toEqual([]);
  });

  it('follows the citations inside the laws, and finds what they point at for most of them', () => {
    const report = reportOwnCitations(read.map(({ law }) => law));
    expect(report.citations).toBeGreaterThan(16_500);
    expect(report.share).toBeGreaterThan(0.94);
    const unreadable = report.outcomes.filter(({ outcome }) => /unreadable|no-law-named|ambiguous/.test(outcome));
    expect(unreadable.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(20);
  });

  it('finds the citations of a million characters of law in under a second of one processor', () => {
    const million = read
      .map(({ text }) => text)
      .join('\n')
      .slice(2_000_000, 3_000_000);
    const runs = [1, 2, 3].map(() => {
      const started = process.cpuUsage();
      findCitations(million);
      return process.cpuUsage(started).user / 1e6;
    });
    expect(Math.min(...runs)).toBeLessThan(1);
  });
});

describe.skipIf(cases === null)('the public collection of cases', () => {
  it('is read whole, each with facts, an answer and nothing lost', () => {
    for (const file of cases?.files ?? []) {
      const text = fs.readFileSync(path.join(cases?.root ?? '', file), 'utf8');
      const { question, answer, title } = parseCase(text, { file });
      expect(question.length, file).toBeGreaterThan(title.length + 40);
      expect(answer.length, file).toBeGreaterThan(100);
      const kept = squeeze(question + answer);
      for (const line of text.split('\n').filter((words) => !/^#+ /.test(words)))
        expect(kept, file).toContain(squeeze(line));
    }
    expect(cases?.files.length).toBeGreaterThanOrEqual(52);
  });
});
