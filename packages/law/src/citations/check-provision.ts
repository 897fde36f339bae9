import { chineseToNumber, numberToChinese } from '../numerals.ts';
import { toParagraphs } from '../paragraphs.ts';
import type { CatalogueProvision, CitationTarget, Quotation, Verdict } from './citation-types.ts';
import type { Comparisons } from './comparisons.ts';
import { differenceNote } from './difference-note.ts';
import { plainWords } from './plain-words.ts';

type Wrong = Pick<Verdict, 'state' | 'note'>;

/** From here on a loosely introduced quotation is taken to be meant as the provision's words. */
const ALIKE = 0.6;
const chinese = (value: number) => numberToChinese(Math.min(value, 99_999));

/** Whether the 款 and 项 named are there. */
export function checkPlace(targets: readonly CitationTarget[], provision: CatalogueProvision): Wrong | null {
  const paragraphs = toParagraphs(provision.text);
  const { article } = provision;
  for (const { paragraph, item } of targets) {
    const place = paragraph === null ? '' : `第${chinese(paragraph)}款`;
    const found = paragraph === null ? paragraphs : paragraphs.slice(paragraph - 1, paragraph);
    if (paragraph !== null && (paragraph === 0 || found.length === 0)) {
      return { state: 'not-found', note: `${article}只有${chinese(paragraphs.length)}款，没有${place}。` };
    }
    if (item === null) continue;
    const labels = found.flatMap(({ items }) =>
      items.map(({ label }) => chineseToNumber(label.replace(/[（()）]/g, ''))),
    );
    if (labels.includes(item)) continue;
    const count = labels.length === 0 ? '没有分项' : `只有${chinese(labels.length)}项`;
    return { state: 'not-found', note: `${article}${place}${count}，没有第（${chinese(item)}）项。` };
  }
  return null;
}

/** Whether every passage quoted stands in the provision, and in the 款 that is named. */
export function checkQuotes(
  quotes: readonly Quotation[],
  targets: readonly CitationTarget[],
  provision: CatalogueProvision,
  comparisons: Comparisons,
): Wrong | null {
  for (const quote of quotes) {
    if (!comparisons.isQuoted(quote.text, provision.text)) {
      const comparison = comparisons.difference(quote.text, provision.text);
      if (!quote.sure && (comparison === null || comparison.similarity < ALIKE)) continue;
      return { state: 'misquoted', note: differenceNote(comparison) };
    }
    const holder = paragraphOf(quote.text, provision, comparisons);
    const cited = targets.map(({ paragraph }) => paragraph);
    if (holder !== null && cited.every((paragraph) => paragraph !== null) && !cited.includes(holder)) {
      return { state: 'misquoted', note: `引号内的文字在第${chinese(holder)}款，不在所引的款。` };
    }
  }
  return null;
}

/** The only 款 that has the quoted words; null when none or more than one alone has them. */
function paragraphOf(quote: string, provision: CatalogueProvision, comparisons: Comparisons): number | null {
  if (plainWords(quote).words.length < 8) return null;
  const holders = toParagraphs(provision.text).flatMap((paragraph, index) => {
    const whole = [paragraph.text, ...paragraph.items.map(({ label, text }) => `${label}${text}`)].join('\n');
    return comparisons.isQuoted(quote, whole) ? [index + 1] : [];
  });
  return holders.length === 1 ? (holders[0] ?? null) : null;
}
