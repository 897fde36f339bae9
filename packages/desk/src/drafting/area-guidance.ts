import type { AreaKnowledge } from './area-schema.ts';
import { computeDeadlines } from './compute-deadlines.ts';
import type { AreaGuidance } from './drafter.ts';

export const noGuidance: AreaGuidance = { missingFacts: [], steps: [], evidence: [], deadlines: [] };

/** What the area's data says for these words of the client. */
export function areaGuidance(area: AreaKnowledge | undefined, text: string): AreaGuidance {
  if (area === undefined) return noGuidance;
  const applies = ({ when }: { when: RegExp[] }) => when.length === 0 || when.some((pattern) => pattern.test(text));
  const missing = area.facts.filter((fact) => applies(fact) && !fact.given.some((pattern) => pattern.test(text)));
  return {
    missingFacts: missing.slice(0, 3).map(({ key, question, why }) => ({ key, question, why })),
    steps: area.steps.filter(applies),
    evidence: area.evidence.filter(applies).map((entry) => entry.text),
    deadlines: computeDeadlines(area.deadlines.filter(applies), text),
  };
}
