import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';

/** 1 is first. Told by number and weight, not by colour alone. */
export function PriorityMark({ priority }: { priority: number }) {
  const { desk } = useStrings();
  return (
    <span
      role="img"
      aria-label={desk.queue.priorityOf(priority)}
      title={desk.queue.priorityOf(priority)}
      className={classNames(
        'tabular inline-flex size-7 shrink-0 items-center justify-center rounded-lg text-sm font-semibold',
        priority <= 1 && 'bg-danger-soft text-danger',
        priority === 2 && 'bg-warn-soft text-warn',
        priority >= 3 && 'bg-sunken text-soft',
      )}
    >
      {priority}
    </span>
  );
}
