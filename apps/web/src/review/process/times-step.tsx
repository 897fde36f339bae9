import type { DraftTrace } from '@lutai/contracts';
import { useStrings } from '../../language/language.tsx';
import { duration, stepTimes } from './trace-view.ts';

/** How long each step took, drawn to the longest. */
export function TimesStep({ stepMs }: { stepMs: DraftTrace['stepMs'] }) {
  const { times: words } = useStrings().drafting;
  return (
    <ul className="flex flex-col gap-1">
      {stepTimes(stepMs).map(({ step, ms, share }) => (
        <li key={step} className="grid grid-cols-[5rem_minmax(0,1fr)_4rem] items-center gap-2">
          <span className="text-faint">{words.step[step] ?? step}</span>
          <span aria-hidden className="h-1.5 rounded-full bg-sunken">
            <span className="block h-full min-w-0.5 rounded-full bg-accent/60" style={{ width: `${share * 100}%` }} />
          </span>
          <span className="tabular text-right text-soft">{duration(ms)}</span>
        </li>
      ))}
    </ul>
  );
}
