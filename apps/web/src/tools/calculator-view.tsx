import type { CalculatorDescription } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { calculate } from '../api/calculations.ts';
import { RequestError } from '../api/request-error.ts';
import { CitationLink } from '../citations/citation-link.tsx';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { CalculationResult } from './calculation-result.tsx';
import { CalculatorInput } from './calculator-input.tsx';

const idOf = (field: string) => `calculator-${field}`;

/** One calculator: its form, and beside it what came out. `beside` where the page is wide enough for both. */
export function CalculatorView({ calculator, beside }: { calculator: CalculatorDescription; beside: boolean }) {
  const { tools } = useStrings();
  const errorText = useErrorText();
  const [values, setValues] = useState<Record<string, string>>({});
  const [cleared, setCleared] = useState(0);
  const mutation = useMutation({ mutationFn: (entered: Record<string, string>) => calculate(calculator.id, entered) });
  const issues = mutation.error instanceof RequestError ? mutation.error.issues : [];
  const errorOf = (field: string) => issues.find(({ path }) => path === field)?.message;
  const told = issues.some(({ path }) => calculator.fields.some(({ id }) => id === path));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate(filled(values));
  };
  const changed =
    mutation.variables !== undefined && JSON.stringify(mutation.variables) !== JSON.stringify(filled(values));
  return (
    <div className={beside ? 'grid gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-10' : 'flex flex-col gap-8'}>
      <form key={cleared} onSubmit={submit} className="flex min-w-0 flex-col gap-5" data-testid="calculator-form">
        <div className="grid items-start gap-x-4 gap-y-5 sm:grid-cols-2">
          {calculator.fields.map((field) => (
            <CalculatorInput
              key={field.id}
              id={idOf(field.id)}
              field={field}
              value={values[field.id] ?? (field.kind === 'choice' ? (field.fallback ?? '') : '')}
              error={errorOf(field.id)}
              onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
            />
          ))}
        </div>
        {mutation.error && !told && (
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        )}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={mutation.isPending} data-testid="calculate">
            {tools.calculate}
          </Button>
          <Button
            variant="ghost"
            onClick={() => {
              setValues({});
              setCleared(cleared + 1);
              mutation.reset();
            }}
          >
            {tools.clear}
          </Button>
        </div>
        <p lang="zh-CN" className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-4 text-sm text-faint">
          {tools.basis}
          {calculator.citations.map((citation) => (
            <CitationLink key={citation} citation={citation} />
          ))}
        </p>
      </form>
      {mutation.data ? (
        <CalculationResult
          answer={mutation.data}
          changed={changed}
          onFill={(field) => {
            const target = document.getElementById(idOf(field));
            target?.scrollIntoView({ block: 'center' });
            target?.focus();
          }}
        />
      ) : (
        beside && (
          <p className="rounded-xl border border-dashed border-line px-6 py-16 text-center text-faint max-lg:hidden lg:self-start">
            {tools.nothingYet}
          </p>
        )
      )}
    </div>
  );
}

const filled = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, words]) => words.trim() !== ''));
