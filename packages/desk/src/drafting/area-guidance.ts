import type { EnteredEvent } from '@lutai/contracts';
import type { AreaKnowledge } from './area-schema.ts';
import { computeDeadlines } from './compute-deadlines.ts';
import type { AreaGuidance, DatedText } from './drafter.ts';
import type { DeadlineData } from './load-deadlines.ts';

export const noGuidance: AreaGuidance = { missingFacts: [], steps: [], evidence: [], deadlines: [] };

/** What the area's data says for these words of the client, and the deadlines that bear on them. */
export function areaGuidance(
  data: { area: AreaKnowledge | undefined; deadlines: DeadlineData },
  said: { text: string; said?: DatedText[]; today: string; entered?: EnteredEvent[] },
): AreaGuidance {
  const { area } = data;
  const { text } = said;
  const deadlines = computeDeadlines(data.deadlines, { area: area?.area ?? 'other', ...said });
  if (area === undefined) return { ...noGuidance, deadlines };
  const applies = ({ when }: { when: RegExp[] }) => when.length === 0 || when.some((pattern) => pattern.test(text));
  const missing = area.facts.filter((fact) => applies(fact) && !fact.given.some((pattern) => pattern.test(text)));
  return {
    missingFacts: missing.slice(0, 3).map(({ key, question, why }) => ({ key, question, why })),
    steps: area.steps.filter(applies),
    evidence: area.evidence.filter(applies).map((entry) => entry.text),
    deadlines,
  };
}
