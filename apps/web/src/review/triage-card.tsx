import type { Triage } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';

export function TriageCard({ triage }: { triage: Triage }) {
  const { review, words } = useStrings();
  return (
    <section data-testid="triage">
      <h2 className="mb-2.5 text-sm font-semibold">{review.triage}</h2>
      <div className="flex flex-wrap gap-1.5">
        <Badge tone="accent">{words.area[triage.area]}</Badge>
        <Badge tone={triage.urgency === 'critical' ? 'danger' : triage.urgency === 'urgent' ? 'warn' : 'neutral'}>
          {words.urgency[triage.urgency]}
        </Badge>
        <Badge>{words.complexity[triage.complexity]}</Badge>
        <Badge>
          {review.priority} {triage.priority}
        </Badge>
        <Badge>{review.dueIn(triage.dueInHours)}</Badge>
      </div>
      {triage.reasons.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1.5 text-sm leading-6 text-soft">
          {triage.reasons.map((reason) => (
            <li key={`${reason.field}:${reason.why}`} className="flex gap-2">
              <span className="shrink-0 text-faint">{words.triageField[reason.field] ?? reason.field}</span>
              <span>{reason.why}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
