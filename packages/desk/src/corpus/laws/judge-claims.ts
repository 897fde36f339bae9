import type { Citation, Support } from '@lutai/contracts';
import { claimsOf, isQuotedFrom, judgeSupport, type SupportJudgement } from '@lutai/law';
import type { IsVetted } from '../../drafting/vetted-sentences.ts';

type Resolved = Citation & { resolved: NonNullable<Citation['resolved']> };

/** From what weighs most to what weighs least, where one citation stands for several sentences. */
const order: readonly Support[] = ['contradicted', 'doubtful', 'supported', 'none-claimed'];

/**
 * Adds to each citation that stands, or stood before its law ended, whether its provision bears out the sentence that rests on it. A sentence with several
 * citations is borne out by them together: what none of them says for itself alone, all of them may.
 * A vetted sentence is borne out. What a provision that is quoted as a block says of others is the law's own word and no claim.
 */
export function judgeClaims(
  text: string,
  citations: readonly Citation[],
  isVetted: IsVetted = () => false,
): Citation[] {
  const standing = citations.filter(isStanding);
  const judged = new Map<Citation, SupportJudgement>();
  const quotable = standing.map(({ resolved }) => resolved.text);
  for (const claim of claimsOf(text, standing)) {
    if (isOwnWordOfLaw(text, claim.start, quotable)) continue;
    const provisions = [...new Set(claim.citations.map(({ resolved }) => resolved.text))];
    const vetted = isVetted(claim.text);
    const together = !vetted && provisions.length > 1 ? judge(claim.text, provisions.join('\n')) : null;
    for (const citation of claim.citations) {
      const alone = vetted ? borneOut : judge(claim.text, citation.resolved.text);
      const found = together && weight(together) > weight(alone) ? together : alone;
      const before = judged.get(citation);
      if (!before || weight(found) < weight(before)) judged.set(citation, found);
    }
  }
  return citations.map((citation) => {
    const found = judged.get(citation);
    return found ? { ...citation, support: found.support, supportReasons: found.reasons } : citation;
  });
}

/** A line quoted as a block, word for word from one of the provisions. */
function isOwnWordOfLaw(text: string, start: number, provisions: readonly string[]): boolean {
  const end = text.indexOf('\n', start);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, end === -1 ? text.length : end).trimStart();
  return line.startsWith('>') && provisions.some((provision) => isQuotedFrom(line.slice(1), provision));
}

const borneOut: SupportJudgement = { support: 'supported', reasons: [] };
const isStanding = (citation: Citation): citation is Resolved =>
  (citation.state === 'ok' || citation.state === 'not-in-force') && citation.resolved !== null;
const judge = (claim: string, provision: string) => judgeSupport({ claim, provision });
const weight = ({ support }: SupportJudgement) => order.indexOf(support);
