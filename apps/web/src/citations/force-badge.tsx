import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { today } from '../ui/relative-time.ts';
import { forceOn } from './effective-dates.ts';

/** Whether a text applies on a day (today unless told otherwise). */
export function ForceBadge(props: { effectiveFrom: string | null; effectiveTo: string | null; day?: string }) {
  const { dates } = useStrings().common;
  const force = forceOn(props, props.day ?? today());
  if (force === 'in-force') return <Badge tone="ok">{dates.inForce}</Badge>;
  return <Badge tone="warn">{force === 'not-yet' ? dates.notYet : dates.ended}</Badge>;
}
