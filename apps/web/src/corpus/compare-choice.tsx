import { useStrings } from '../language/language.tsx';
import { controlBase } from '../ui/field.tsx';
import type { TimelinePoint } from './timeline-view.ts';

interface CompareChoiceProps {
  points: readonly TimelinePoint[];
  shownId: string;
  /** The version that the one shown is compared with. */
  compare: string | undefined;
  onCompare: (versionId: string | undefined) => void;
}

/** Which other text the one shown is set against; nothing where no other is held. */
export function CompareChoice({ points, shownId, compare, onCompare }: CompareChoiceProps) {
  const { line } = useStrings().lawTime;
  const others = points.filter(({ versionId }) => versionId !== null && versionId !== shownId);
  if (others.length === 0) return null;
  return (
    <label className="mt-4 flex flex-wrap items-center gap-3 text-sm">
      <span className="text-soft">{line.compareWith}</span>
      <select
        data-testid="compare-with"
        value={compare ?? ''}
        onChange={(event) => onCompare(event.target.value === '' ? undefined : event.target.value)}
        className={`${controlBase} h-9 max-w-full text-sm`}
      >
        <option value="">{line.compareNone}</option>
        {others.map(({ key, versionId, day }) => (
          <option key={key} value={versionId ?? ''}>
            {day === null ? line.unknown : line.from(day)}
          </option>
        ))}
      </select>
    </label>
  );
}
