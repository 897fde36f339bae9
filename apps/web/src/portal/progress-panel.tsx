import type { MatterStatus } from '@lutai/contracts';
import { Check, LoaderCircle } from 'lucide-react';
import type { MatterProgress } from '../events/use-matter-events.ts';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';
import { progressSteps, stepStates } from './progress-steps.ts';

/** What is being done with the question now. Of the draft itself nothing is shown before a person approved it. */
export function ProgressPanel({ status, progress }: { status: MatterStatus; progress: MatterProgress }) {
  const { matter } = useStrings().portal;
  const states = stepStates(status, progress.step);
  const reviewing = states.review === 'now';
  const title = status === 'approved' ? matter.sendingTitle : reviewing ? matter.reviewTitle : matter.progressTitle;
  return (
    <section aria-live="polite" data-testid="progress" className="panel px-5 py-5 sm:px-6">
      <h2 className="font-semibold">{title}</h2>
      {reviewing && (
        <p className="mt-1 text-sm leading-6 text-soft">
          {progress.step === 'failed' ? matter.failed : matter.reviewBody}
        </p>
      )}
      <ol className="mt-4 flex flex-col gap-2.5 sm:flex-row sm:gap-0">
        {progressSteps.map((step, index) => {
          const state = states[step];
          return (
            <li
              key={step}
              aria-current={state === 'now' ? 'step' : undefined}
              className="relative flex items-center gap-3 sm:flex-1 sm:flex-col sm:gap-2"
            >
              {index > 0 && (
                <span
                  aria-hidden
                  className={classNames(
                    'absolute top-3 right-[calc(50%+1.25rem)] left-[calc(-50%+1.25rem)] hidden h-px sm:block',
                    state === 'ahead' ? 'bg-line' : 'bg-accent',
                  )}
                />
              )}
              <span
                className={classNames(
                  'flex size-6 items-center justify-center rounded-full',
                  state === 'done' && 'bg-accent text-accent-ink',
                  state === 'now' && 'bg-accent-soft text-accent',
                  state === 'ahead' && 'border border-line bg-surface',
                )}
              >
                {state === 'done' && <Check aria-hidden className="size-3.5" strokeWidth={3} />}
                {state === 'now' && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
              </span>
              <span className={classNames('text-sm', state === 'now' ? 'font-medium text-ink' : 'text-faint')}>
                {matter.steps[step]}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
