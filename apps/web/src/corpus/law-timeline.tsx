import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';
import type { TimelinePoint } from './timeline-view.ts';

interface LawTimelineProps {
  points: readonly TimelinePoint[];
  shownId: string;
  onVersion: (versionId: string) => void;
}

const dots = {
  ended: 'border-line-strong bg-canvas',
  current: 'border-ok bg-ok',
  future: 'border-warn bg-canvas border-dashed',
};

/** The versions through time: beside each other where there is room, else one below the other. */
export function LawTimeline({ points, shownId, onVersion }: LawTimelineProps) {
  const { line } = useStrings().lawTime;
  return (
    <nav aria-label={line.title} data-testid="law-timeline" className="mt-5">
      <ol className="flex flex-col sm:flex-row sm:overflow-x-auto sm:pb-2">
        {points.map((point, index) => (
          <li
            key={point.key}
            className={classNames(
              'relative flex gap-3 pb-4 last:pb-0 sm:min-w-32 sm:flex-1 sm:flex-col sm:gap-2 sm:pb-0',
              // The line from this version to the next.
              index < points.length - 1 &&
                'before:absolute before:top-5 before:bottom-0 before:left-[1.0625rem] before:w-px before:bg-line sm:before:top-[1.0625rem] sm:before:right-0 sm:before:bottom-auto sm:before:left-5 sm:before:h-px sm:before:w-auto',
              index > 0 &&
                'sm:after:absolute sm:after:top-[1.0625rem] sm:after:left-0 sm:after:h-px sm:after:w-3 sm:after:bg-line',
            )}
          >
            <Point point={point} shown={point.versionId === shownId} onVersion={onVersion} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Point({ point, shown, onVersion }: { point: TimelinePoint; shown: boolean; onVersion: (id: string) => void }) {
  const { line } = useStrings().lawTime;
  const { versionId, day, madeOn, until, state } = point;
  const body = (
    <>
      <span className="flex h-5 items-center">
        <span aria-hidden className={classNames('relative z-10 block size-2.5 rounded-full border-2', dots[state])} />
      </span>
      <span className="flex min-w-0 flex-col text-left">
        <span
          className={classNames('tabular text-sm font-medium leading-5', state === 'ended' && !shown && 'text-soft')}
        >
          {day === null ? line.unknown : line.from(day)}
        </span>
        <span className="tabular text-xs leading-5 text-faint">
          {state === 'ended' && until ? line.until(until) : line[state]}
          {versionId === null && ` · ${line.notHeld}`}
        </span>
      </span>
    </>
  );
  const layout = 'flex gap-3 rounded-lg p-1.5 sm:flex-col sm:gap-1.5 sm:px-3';
  const title = madeOn ? line.made(madeOn) : undefined;
  if (versionId === null) {
    return (
      <span title={title} className={classNames(layout, 'opacity-75')}>
        {body}
      </span>
    );
  }
  return (
    <button
      type="button"
      title={title}
      aria-current={shown ? 'true' : undefined}
      onClick={() => onVersion(versionId)}
      data-testid="timeline-version"
      className={classNames(layout, 'relative hover:bg-sunken', shown && 'bg-accent-soft hover:bg-accent-soft')}
    >
      {body}
    </button>
  );
}
