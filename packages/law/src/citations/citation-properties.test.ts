import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueEntries } from '../testing/index.ts';
import { canonicalCitation } from '../titles.ts';
import { checkCitations } from './check-citations.ts';
import { findCitations } from './find-citations.ts';
import { createLawCatalogue } from './law-catalogue.ts';
import { uncitedSentences } from './uncited-sentences.ts';

const root = fileURLToPath(new URL('../../../../corpus/laws', import.meta.url));
const files = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
const entries = catalogueEntries(files);
const catalogue = createLawCatalogue(entries);
/** A day on which the newest texts of the starter corpus apply, before the revisions that it lacks. */
const check = (text: string) => checkCitations(text, catalogue, { asOf: '2025-05-01' });

/** Every provision of the newest version of every law of the starter corpus, a label that comes twice once. */
const provisions = entries.flatMap(({ title, versions }) => {
  const newest = versions.at(-1);
  const seen = new Map<string, { title: string; article: string; id: string; text: string }>();
  for (const { article, provisionId, text } of newest?.provisions ?? [])
    if (!seen.has(article)) seen.set(article, { title, article, id: provisionId, text });
  return [...seen.values()].filter(({ article }) => article.endsWith('条') || article.includes('条之'));
});
const anyProvision = fc.constantFrom(...provisions);

describe('a provision of the corpus', () => {
  it('is found again by its canonical citation, in Chinese and in Arabic digits', () => {
    expect(provisions.length).toBeGreaterThan(200);
    for (const { title, article, id } of provisions) {
      const citation = canonicalCitation(title, article);
      expect(
        check(citation).map(({ resolved }) => resolved?.provisionId),
        citation,
      ).toEqual([id]);
    }
  });

  it('is not the one that is found when one character of its number is changed', () => {
    const numerals = [...'零一二三四五六七八九十百千'];
    const change = fc.record({ at: fc.nat(), to: fc.constantFrom('', ...numerals), insert: fc.boolean() });
    fc.assert(
      fc.property(anyProvision, change, ({ title, article, id }, { at, to, insert }) => {
        const number = /^第(.+)条/u.exec(article)?.[1] ?? '';
        const place = at % number.length;
        const changed = number.slice(0, place) + to + number.slice(insert ? place : place + 1);
        if (changed === number) return;
        const [only] = check(canonicalCitation(title, article.replace(number, changed)));
        expect(only?.state !== 'ok' || only.resolved?.provisionId !== id, changed).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is quoted well in any part of it, and badly when a character of its words is changed', () => {
    const long = provisions.filter(({ text }) => text.split('\n')[0] && (text.split('\n')[0]?.length ?? 0) > 30);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.nat(), ({ title, article, text }, from, at) => {
        const line = (text.split('\n')[0] ?? '').replace(/[“”"'‘’…]/gu, '');
        const start = from % 10;
        // A number must be quoted whole.
        if (/[\d零一二三四五六七八九十百千万两]/u.test(line.charAt(start - 1) + line.charAt(line.length - 1))) return;
        const quote = line.slice(start);
        const good = check(`${canonicalCitation(title, article)}规定：“${quote}”`);
        expect(good[0]?.state).toBe('ok');
        const place = at % quote.length;
        if (!/[\u4e00-\u9fff]/u.test(quote.charAt(place))) return;
        const bad = `${quote.slice(0, place)}鑫${quote.slice(place + 1)}`;
        expect(check(`${canonicalCitation(title, article)}规定：“${bad}”`)[0]?.state).toBe('misquoted');
      }),
      { numRuns: 400 },
    );
  });
});

describe('any text', () => {
  const grammar = fc.constantFrom(
    ...'《 》 （ ） 〔 〕 “ ” " 、 ， 。 至 到 和 及 第 条 款 项 之 一 十 百 5 １ 年 号 法 编 章 \n'.split(' '),
    ...'《民法典》 民法典 劳动合同法 《公司法》 （2018修正） 原 该法 本法 前款 前条 该条 其实施条例 第五百七十七条'.split(
      ' ',
    ),
    ...'第一款 第（三）项 规定：“ 以下简称 法释〔2020〕26号 （2022）沪01民终1号 第三编 附则 应当 不得 §5 第XX条'.split(
      ' ',
    ),
  );
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: grammar }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 })
    .map((pieces) => pieces.join(''));

  it('never makes the check throw, and every citation is cut out of it in order', () => {
    fc.assert(
      fc.property(text, (words) => {
        const checked = check(words);
        let start = 0;
        for (const citation of checked) {
          expect(words.slice(citation.start, citation.end)).toBe(citation.raw);
          expect(citation.raw).not.toBe('');
          expect(citation.start).toBeGreaterThanOrEqual(start);
          start = citation.start;
        }
        for (const { sentence, start: from, end } of uncitedSentences(words, checked))
          expect(words.slice(from, end)).toBe(sentence);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read within a second when it has a million characters', () => {
    const [sample] = fc.sample(fc.array(text, { minLength: 400, maxLength: 400 }), { numRuns: 1, seed: 7 });
    const piece = (sample ?? []).join('。');
    const million = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);
    const seconds = [1, 2, 3].map(() => {
      const started = process.cpuUsage();
      findCitations(million);
      return process.cpuUsage(started).user / 1e6;
    });
    expect(Math.min(...seconds)).toBeLessThan(1);
  });
});
