import type { CatalogueLaw, CitationMention, LawCatalogue } from './citation-types.ts';
import { isLocalName } from './places.ts';

/**
 * The laws that a mention may mean. Where the name has no book marks its beginning is a guess, so shorter and shorter
 * ends of it are tried (「他说的劳动合同法」), down to four characters; but 「北京市物业管理条例」 is no national law.
 */
export function resolveLaw(mention: CitationMention, catalogue: LawCatalogue): CatalogueLaw[] {
  const name = mention.lawName;
  if (name === null) return [];
  const laws = catalogue.findLaws(name);
  if (laws.length > 0 || mention.marked || isLocalName(name)) return laws;
  for (let start = 1; start <= name.length - 4; start += 1) {
    const shorter = catalogue.findLaws(name.slice(start));
    if (shorter.length === 1) return shorter;
  }
  return [];
}
