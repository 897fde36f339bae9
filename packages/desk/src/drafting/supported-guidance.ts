import type { CaseHit } from '@lutai/contracts';
import { canonicalCitations } from './citation-text.ts';
import type { AreaGuidance, CheckText } from './drafter.ts';

export type Supported = { guidance: AreaGuidance; cases: CaseHit[]; unsupported: string[] };

/**
 * Leaves out what cites a provision that the corpus does not have in force on the day: of the area's data each sentence
 * by itself, of the answered cases the whole case. `unsupported` names those provisions.
 */
export async function supportedGuidance(
  checkText: CheckText,
  { guidance, cases, asOf }: { guidance: AreaGuidance; cases: CaseHit[]; asOf: string },
): Promise<Supported> {
  const { steps, evidence, deadlines } = guidance;
  // The steps of a deadline's arithmetic are for the agent; they may name law that is no longer in force.
  const shown = deadlines.map(({ citation, note }) => ({ citation, note }));
  const ofGuidance = canonicalCitations(JSON.stringify({ steps, evidence, shown }));
  const listed = ofGuidance.join('\n');
  const checked = listed === '' ? [] : await checkText(listed, asOf);
  const faulty = new Set(checked.filter(({ state }) => state !== 'ok').map(({ start }) => start));
  let at = 0;
  const unsupported = new Set<string>();
  for (const citation of ofGuidance) {
    const end = at + citation.length;
    // A citation that the check did not see at all is not supported either.
    const seen = checked.some(({ start }) => start >= at && start < end);
    if (!seen || [...faulty].some((start) => start >= at && start < end)) unsupported.add(citation);
    at = end + 1;
  }
  const stands = (text: string | undefined) =>
    text !== undefined && !canonicalCitations(text).some((citation) => unsupported.has(citation));
  return {
    unsupported: [...unsupported],
    cases: await supportedCases(checkText, cases, asOf),
    guidance: {
      ...guidance,
      steps: steps
        .filter(({ text }) => stands(text))
        .map(({ text, when, where, cost, time }) => ({
          text,
          when,
          where: stands(where) ? where : undefined,
          cost: stands(cost) ? cost : undefined,
          time: stands(time) ? time : undefined,
        })),
      evidence: evidence.filter(stands),
      deadlines: deadlines
        .filter(({ citation }) => !unsupported.has(citation))
        .map((deadline) => (stands(deadline.note) ? deadline : { ...deadline, note: '' })),
    },
  };
}

async function supportedCases(checkText: CheckText, cases: CaseHit[], asOf: string): Promise<CaseHit[]> {
  const checks = await Promise.all(cases.map(({ answer }) => checkText(answer, asOf)));
  return cases.filter((_, index) => checks[index]?.every(({ state }) => state === 'ok'));
}
