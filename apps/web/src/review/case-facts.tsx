import type { Draft } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { DeadlineItem } from './deadline-item.tsx';

/** What is not known yet, and which days must not be missed. */
export function CaseFacts({ draft }: { draft: Draft }) {
  const { review } = useStrings();
  return (
    <>
      {draft.missingFacts.length > 0 && (
        <section data-testid="missing-facts">
          <h2 className="mb-2.5 text-sm font-semibold">{review.missingFacts}</h2>
          <ul className="flex flex-col gap-3">
            {draft.missingFacts.map((fact) => (
              <li key={fact.key} className="border-l-2 border-warn/50 pl-3 leading-6">
                <p>{fact.question}</p>
                <p className="text-sm text-faint">{fact.why}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {draft.deadlines.length > 0 && (
        <section data-testid="deadlines">
          <h2 className="mb-2.5 text-sm font-semibold">{review.deadlines}</h2>
          <ul className="flex flex-col gap-4">
            {draft.deadlines.map((deadline) => (
              <DeadlineItem
                key={`${deadline.name}:${deadline.citation}`}
                {...{ deadline, draftId: draft.id, matterId: draft.matterId, editable: draft.status === 'ready' }}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
