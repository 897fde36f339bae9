import type { CaseHit, Importance, Triage } from '@lutai/contracts';
import type { AreaKnowledge } from './area-schema.ts';

export type TriageDeps = { areas: AreaKnowledge[]; now: () => Date };
export type TriageInput = {
  text: string;
  importance: Importance;
  /** Nearest answered cases, if they are known already; they help to tell the area. */
  cases?: CaseHit[];
};

/** Area, urgency, complexity, priority (1 first … 5 last) and due time of a question, each with its reason in Chinese. */
export function triageQuestion(deps: TriageDeps, input: TriageInput): Triage {
  throw new Error(`not built yet: ${deps.areas.length} ${input.text.length}`);
}
