import type { CaseHit, SearchHit } from '@lutai/contracts';
import { canonicalCitations } from './citation-text.ts';
import { thresholds } from './thresholds.ts';

/** Measured: sharing one of the first six provisions is what makes a near case a right one. */
const hitsCompared = 6;

export type NearCase = { found: CaseHit; conclusion: string };

/**
 * The answered case that may lend its conclusion: near in words, and resting on what was found as well. One shared
 * provision is enough for a very near case; a less near one must share two.
 */
export function nearCase(cases: CaseHit[], hits: SearchHit[]): NearCase | null {
  const citations = new Set(hits.slice(0, hitsCompared).map(({ citation }) => citation));
  for (const found of cases) {
    const shared = found.citations.filter((citation) => citations.has(citation)).length;
    const needed = shared >= 2 ? thresholds.nearCase : thresholds.veryNearCase;
    if (shared === 0 || found.score < needed) continue;
    const conclusion = conclusionOf(found.answer);
    // An assertion of law without a citation is not passed on.
    if (canonicalCitations(conclusion).length > 0) return { found, conclusion };
  }
  return null;
}

/** The section 结论 of an answer, else its first paragraphs up to 400 characters (at least one). */
function conclusionOf(answer: string): string {
  const section = /^#{1,3}\s*结论\s*$([\s\S]*?)(?=^#{1,3}\s|(?![\s\S]))/mu.exec(answer)?.[1]?.trim();
  if (section) return section;
  const paragraphs = answer.split(/\n+/u).map((paragraph) => paragraph.trim());
  const kept: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    if (paragraph === '' || paragraph.startsWith('#')) continue;
    if (kept.length > 0 && length + paragraph.length > 400) break;
    kept.push(paragraph);
    length += paragraph.length;
  }
  return kept.join('\n\n');
}
