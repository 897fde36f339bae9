import { checkArticle } from './check-article.ts';
import { checkHeading, checkLaw } from './check-law.ts';
import type { CheckedCitation, CitationMention, CitationTarget, LawCatalogue, Verdict } from './citation-types.ts';
import { type Comparisons, createComparisons } from './comparisons.ts';
import { findCitations } from './find-citations.ts';
import { createVerbatimSpans } from './verbatim-spans.ts';

export interface CheckOptions {
  /** `YYYY-MM-DD`. */
  asOf: string;
  /** What `findCitations` found in the text, where the caller has it already. */
  mentions?: readonly CitationMention[];
}

/**
 * Resolves every citation of a text to the provision in force on `asOf` (`YYYY-MM-DD`) and says how it stands. One
 * citation an article; those of a range or list share one span. What stands inside words that were found verbatim in a
 * checked provision is the law's own reference, and is `ok` even where the law it names is not in the catalogue.
 */
export function checkCitations(text: string, catalogue: LawCatalogue, options: CheckOptions): CheckedCitation[] {
  const mentions = options.mentions ?? findCitations(text, namesOf(catalogue));
  const verbatim = createVerbatimSpans(text);
  const day = { asOf: options.asOf, comparisons: createComparisons() };
  const checked: { mention: CitationMention; citation: CheckedCitation }[] = [];
  for (const mention of mentions) {
    const inside = verbatim.contains(mention.start, mention.end);
    for (const verdict of checkMention(mention, text, catalogue, day)) {
      const citation = { raw: mention.raw, start: mention.start, end: mention.end, ...verdict };
      if (inside && citation.state !== 'ok') {
        const note = '所引条文原文中的援引，随原文核对。';
        checked.push({ mention, citation: { ...citation, state: 'ok', resolved: null, note } });
        continue;
      }
      checked.push({ mention, citation });
      if (citation.resolved && citation.state !== 'misquoted') verbatim.add(mention.end, citation.resolved.text);
    }
  }
  forgiveLists(checked, day.comparisons);
  return checked.map(({ citation }) => citation);
}

const namesOf = ({ titleAtEnd }: LawCatalogue) => (titleAtEnd ? { titleAtEnd } : {});

function checkMention(
  mention: CitationMention,
  text: string,
  catalogue: LawCatalogue,
  day: { asOf: string; comparisons: Comparisons },
): Verdict[] {
  const { asOf } = day;
  const unchecked = (note: string): Verdict[] => [{ state: 'unchecked', resolved: null, note }];
  switch (mention.kind) {
    case 'document-number':
      return unchecked('文号未作核对，请人工核实。');
    case 'case-number':
      return unchecked('案号或案例编号未作核对，请人工核实。');
    case 'unreadable':
      return unchecked('看起来是法条引用，但无法识别所指的条文，请人工核实。');
    case 'law':
      return [checkLaw(mention, text, catalogue, asOf)];
    case 'heading':
      return [checkHeading(mention, text, catalogue, asOf)];
    case 'provision':
      return byArticle(mention.targets).map((targets) => checkArticle(mention, targets, catalogue, day));
  }
}

function byArticle(targets: readonly CitationTarget[]): CitationTarget[][] {
  const groups = new Map<string, CitationTarget[]>();
  for (const target of targets) groups.set(target.article, [...(groups.get(target.article) ?? []), target]);
  return [...groups.values()];
}

/**
 * A passage quoted for a list (「第一条、第二条规定：“…”」) need stand in one of its articles only; where it stands in
 * none, the one most like it is misquoted, and the others are merely cited.
 */
function forgiveLists(checked: { mention: CitationMention; citation: CheckedCitation }[], comparisons: Comparisons) {
  const lists = new Map<string, typeof checked>();
  for (const entry of checked) {
    if (entry.mention.group < 0 || entry.mention.quotes.length === 0) continue;
    const key = `${entry.mention.group}|${entry.mention.quotes[0]?.start}`;
    lists.set(key, [...(lists.get(key) ?? []), entry]);
  }
  for (const list of lists.values()) {
    const wrong = list.filter(({ citation }) => citation.state === 'misquoted');
    if (list.length < 2 || wrong.length === 0) continue;
    const alike = ({ mention, citation }: (typeof list)[number]) =>
      comparisons.difference(mention.quotes[0]?.text ?? '', citation.resolved?.text ?? '')?.similarity ?? 0;
    const held = list.some(({ citation }) => citation.state === 'ok');
    const guilty = held ? null : [...wrong].sort((a, b) => alike(b) - alike(a))[0];
    for (const entry of wrong) {
      if (entry !== guilty) entry.citation = { ...entry.citation, state: 'ok', note: '所引文字在同列的其他条文。' };
    }
  }
}
