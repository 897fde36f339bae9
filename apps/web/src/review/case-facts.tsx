import type { Draft } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';

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
          <ul className="flex flex-col gap-3">
            {draft.deadlines.map((deadline) => (
              <li key={`${deadline.name}:${deadline.citation}`} className="leading-6">
                <p className="flex flex-wrap justify-between gap-x-3">
                  <span className="font-medium">
                    {deadline.name} · {deadline.period}
                  </span>
                  <span className={deadline.date ? 'tabular font-medium text-warn' : 'text-sm text-faint'}>
                    {deadline.date ?? review.noDate}
                  </span>
                </p>
                <p className="text-sm leading-6 text-soft">{review.runsFrom(deadline.runsFrom)}</p>
                {deadline.note && <p className="text-sm leading-6 text-faint">{deadline.note}</p>}
                <p className="text-sm leading-6 text-faint">{deadline.citation}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
