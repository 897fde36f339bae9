import { useEffect, useRef } from 'react';
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
  future: 'border-warn border-dashed bg-canvas',
};
/** From the dot of a version to that of the next: downwards on phones, to the right elsewhere. */
const lineToNext =
  'before:absolute before:top-6 before:-bottom-1.5 before:left-[0.6875rem] before:w-px before:bg-line sm:before:top-4 sm:before:bottom-auto sm:before:left-5 sm:before:h-px sm:before:w-full';

/** The versions through time: beside each other where there is room, else one below the other. */
export function LawTimeline({ points, shownId, onVersion }: LawTimelineProps) {
  const { line } = useStrings().lawTime;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>(`[data-version="${CSS.escape(shownId)}"]`);
    if (shown && list.current) list.current.scrollLeft = shown.offsetLeft - list.current.clientWidth / 2;
  }, [shownId]);
  const away = points.filter(isAway).length;
  return (
    <nav aria-label={line.title} data-testid="law-timeline" className="mt-5">
      <ol ref={list} className="relative flex flex-col sm:flex-row sm:overflow-x-auto sm:pb-2">
        {points.map((point, index) => (
          <li
            key={point.key}
            data-version={point.versionId}
            className={classNames(
              'relative pb-2 last:pb-0 sm:min-w-28 sm:flex-1 sm:pb-0',
              index < points.length - 1 && lineToNext,
              isAway(point) && 'max-sm:hidden',
            )}
          >
            <Point point={point} shown={point.versionId === shownId} onVersion={onVersion} />
          </li>
        ))}
      </ol>
      {away > 0 && <p className="mt-1 text-xs text-faint sm:hidden">{line.earlier(away)}</p>}
    </nav>
  );
}

/** Ended and not held: nothing to be opened on a small screen. */
const isAway = ({ versionId, state }: TimelinePoint) => versionId === null && state === 'ended';

function Point({ point, shown, onVersion }: { point: TimelinePoint; shown: boolean; onVersion: (id: string) => void }) {
  const { line } = useStrings().lawTime;
  const { versionId, day, madeOn, until, state } = point;
  const quiet = state === 'ended' && !shown;
  const body = (
    <>
      <span className="flex h-5 items-center">
        <span aria-hidden className={classNames('relative z-10 block size-2.5 rounded-full border-2', dots[state])} />
      </span>
      <span className="flex min-w-0 flex-col text-left">
        <span className={classNames('tabular text-sm font-medium leading-5', quiet && 'text-soft')}>
          {day === null ? line.unknown : line.from(day)}
        </span>
        <span className="tabular text-xs leading-5 text-faint">
          {state === 'ended' && until ? line.until(until) : line[state]}
        </span>
        {versionId === null && <span className="text-xs leading-5 text-faint">{line.notHeld}</span>}
      </span>
    </>
  );
  const layout = 'flex w-full gap-3 rounded-lg p-1.5 sm:flex-col sm:gap-1.5 sm:px-3';
  const title = madeOn ? line.made(madeOn) : undefined;
  if (versionId === null) {
    return (
      <span title={title} className={layout}>
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
      className={classNames(layout, 'hover:bg-sunken', shown && 'bg-accent-soft hover:bg-accent-soft')}
    >
      {body}
    </button>
  );
}
