import type { MatterStatus } from '@lutai/contracts';
import type { DraftStep } from '../events/use-matter-events.ts';

export const progressSteps = ['triage', 'retrieve', 'write', 'check', 'review'] as const;
export type ProgressStep = (typeof progressSteps)[number];
export type StepState = 'done' | 'now' | 'ahead';

/** How far each step is, from the matter's status and the last step that the drafting told of (null: none yet). */
export function stepStates(status: MatterStatus, step: DraftStep | null): Record<ProgressStep, StepState> {
  const now = currentStep(status, step);
  return Object.fromEntries(
    progressSteps.map((name, index) => [name, index < now ? 'done' : index === now ? 'now' : 'ahead']),
    // The keys are those of `progressSteps`, which `fromEntries` cannot say.
  ) as Record<ProgressStep, StepState>;
}

function currentStep(status: MatterStatus, step: DraftStep | null): number {
  if (status === 'in-review') return progressSteps.indexOf('review');
  if (status !== 'received' && status !== 'drafting') return progressSteps.length;
  if (step === null) return 0;
  // After drafting ends, well or badly, a person has it.
  if (step === 'done' || step === 'failed') return progressSteps.indexOf('review');
  return progressSteps.indexOf(step);
}
