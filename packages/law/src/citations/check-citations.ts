import { checkArticle } from './check-article.ts';
import type { CheckedCitation, CitationMention, CitationTarget, LawCatalogue } from './citation-types.ts';
import { findCitations } from './find-citations.ts';
import { formerLaw, titlesOf } from './known-names.ts';
import { resolveLaw } from './resolve-law.ts';
import { createVerbatimSpans } from './verbatim-spans.ts';

/**
 * Resolves every citation of a text to the provision in force on `asOf` (`YYYY-MM-DD`) and says how it stands. One
 * citation an article; those of a range or list share one span. Laws named without an article are reported only when
 * nobody knows them. What stands inside words that were found verbatim in a checked provision is the law's own
 * reference, and is `ok` even where the law it names is not in the catalogue.
 */
export function checkCitations(text: string, catalogue: LawCatalogue, options: { asOf: string }): CheckedCitation[] {
  const verbatim = createVerbatimSpans(text);
  const checked: CheckedCitation[] = [];
  const named = new Set<string>();
  for (const mention of findCitations(text, catalogue.titleAtEnd ? { titleAtEnd: catalogue.titleAtEnd } : {})) {
    if (mention.kind === 'law') {
      if (named.has(mention.lawName ?? '')) continue;
      named.add(mention.lawName ?? '');
    }
    const inside = verbatim.contains(mention.start, mention.end);
    for (const citation of checkMention(mention, catalogue, options.asOf)) {
      if (inside && citation.state !== 'ok') {
        checked.push({ ...citation, state: 'ok', resolved: null, note: '所引条文原文中的援引，随原文核对。' });
        continue;
      }
      checked.push(citation);
      if (citation.resolved && citation.state !== 'misquoted') verbatim.add(mention.end, citation.resolved.text);
    }
  }
  return checked;
}

function checkMention(mention: CitationMention, catalogue: LawCatalogue, asOf: string): CheckedCitation[] {
  const { raw, start, end } = mention;
  const unchecked = (note: string): CheckedCitation[] => [
    { raw, start, end, state: 'unchecked', resolved: null, note },
  ];
  switch (mention.kind) {
    case 'document-number':
      return unchecked('文号未作核对，请人工核实。');
    case 'case-number':
      return unchecked('案号或案例编号未作核对，请人工核实。');
    case 'unreadable':
      return unchecked('看起来是法条引用，但条号无法识别，请人工核实。');
    case 'law':
      return isKnown(mention, catalogue)
        ? []
        : unchecked(`法规库中没有《${mention.lawName ?? ''}》，请人工核实该法规是否存在。`);
    case 'provision':
      return byArticle(mention.targets).map((targets) => ({
        raw,
        start,
        end,
        ...checkArticle(mention, targets, catalogue, asOf),
      }));
  }
}

function isKnown(mention: CitationMention, catalogue: LawCatalogue): boolean {
  const name = mention.lawName ?? '';
  // 《关于修改〈…法〉的决定》 and 《刑法修正案（十一）》 name a step in the making of a law, not a source relied on.
  if (/修改|废止|修正案/u.test(name)) return true;
  return titlesOf(name).length > 0 || formerLaw(name) !== null || resolveLaw(mention, catalogue).length > 0;
}

function byArticle(targets: readonly CitationTarget[]): CitationTarget[][] {
  const groups = new Map<string, CitationTarget[]>();
  for (const target of targets) groups.set(target.article, [...(groups.get(target.article) ?? []), target]);
  return [...groups.values()];
}
