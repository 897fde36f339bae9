import type { CalculationAnswer } from '@lutai/contracts';
import type { ReactNode } from 'react';
import { CitationLink } from '../citations/citation-link.tsx';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { calculationText, groupedYuan, resultText } from './calculation-text.ts';

interface CalculationResultProps {
  answer: CalculationAnswer;
  /** The form says something else by now. */
  changed: boolean;
  onFill: (field: string) => void;
}

/** What came out, what is still asked for, and how it was worked out. */
export function CalculationResult({ answer, changed, onFill }: CalculationResultProps) {
  const { tools } = useStrings();
  const { results, needs, steps, rates, notes } = answer;
  return (
    <section data-testid="calculation" aria-live="polite" lang="zh-CN" className="flex min-w-0 flex-col gap-6">
      {changed && <Notice tone="warn">{tools.changed}</Notice>}
      {needs.length > 0 && (
        <Notice tone="warn" title={tools.needs}>
          <ul className="flex flex-col gap-1">
            {needs.map(({ field, text }) => (
              <li key={text} data-testid="calculation-need">
                {text}
                {field !== null && (
                  <Button size="sm" variant="ghost" className="ml-1" onClick={() => onFill(field)}>
                    {tools.fill}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {results.length > 0 && (
        <div className="panel px-5 py-4">
          <header className="mb-1 flex items-center justify-between">
            <h2 className="text-sm font-semibold">{tools.result}</h2>
            <CopyButton text={calculationText(answer, tools)} label={tools.copy} />
          </header>
          <dl className="flex flex-col divide-y divide-line">
            {results.map((result) => (
              <div key={result.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <dt className="text-soft">{result.label}</dt>
                <dd
                  data-testid={`result-${result.id}`}
                  className="tabular ml-auto text-right text-lg font-semibold [overflow-wrap:anywhere]"
                >
                  {resultText(result)}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {steps.length > 0 && (
        <Part title={tools.steps}>
          <ol className="flex flex-col gap-3">
            {steps.map((step, at) => (
              <li key={at} className="flex gap-3 leading-7">
                <span className="tabular shrink-0 text-faint">{at + 1}.</span>
                <div className="min-w-0 flex-1">
                  <p>{step.text}</p>
                  {step.citations.length > 0 && (
                    <p className="flex flex-wrap gap-x-4 text-sm">
                      {step.citations.map((citation) => (
                        <CitationLink key={citation} citation={citation} />
                      ))}
                    </p>
                  )}
                </div>
                {step.amount !== undefined && (
                  <span className="tabular shrink-0 font-medium">{groupedYuan(step.amount)}</span>
                )}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {rates.length > 0 && (
        <Part title={tools.rates}>
          <ul className="flex flex-col divide-y divide-line text-sm">
            {rates.map(({ name, rate, from, source }) => (
              <li key={`${name}:${from}`} className="flex flex-wrap gap-x-3 py-2">
                <span>{name}</span>
                <span className="tabular font-medium">{rate}</span>
                <span className="text-faint">{tools.from(from)}</span>
                <span className="basis-full text-faint [overflow-wrap:anywhere]">{source}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {notes.length > 0 && (
        <Part title={tools.notes}>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm leading-6 text-soft">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Part>
      )}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      {children}
    </div>
  );
}
