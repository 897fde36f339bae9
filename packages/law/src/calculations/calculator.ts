import { type Calculation, createWorking } from './calculation.ts';
import { type Field, type FieldIssue, type Fields, readFields, type Values } from './fields.ts';
import type { Rates } from './shipped-rates.ts';

/** A calculation that the desk knows, with the form that it asks for. */
export type Calculator = {
  id: string;
  name: string;
  about: string;
  citations: string[];
  fields: Fields;
  /** Works it out from the words of the form. What is missing is named in `needs`; what does not fit is an issue. */
  run(raw: Readonly<Record<string, string | undefined>>, rates: Rates): CalculatorOutcome;
};
export type CalculatorOutcome =
  | { kind: 'calculated'; calculation: Calculation }
  | { kind: 'invalid'; issues: FieldIssue[] };

/** Something that stands in no single field: a day before another, say. */
export class CalculationInputError extends Error {
  override readonly name = 'CalculationInputError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

export function defineCalculator<const All extends Fields>(definition: {
  id: string;
  name: string;
  about: string;
  citations: string[];
  fields: All;
  calculate: (values: Values<All>, rates: Rates) => Calculation;
}): Calculator {
  const { calculate, fields, ...described } = definition;
  return {
    ...described,
    fields,
    run(raw, rates) {
      const { values, missing, issues } = readFields(fields, raw);
      if (issues.length > 0) return { kind: 'invalid', issues };
      if (missing.length > 0) return { kind: 'calculated', calculation: asking(fields, missing) };
      try {
        // `readFields` has read each field by its kind, and none that is required is missing.
        return { kind: 'calculated', calculation: calculate(values as Values<All>, rates) };
      } catch (error) {
        if (!(error instanceof CalculationInputError)) throw error;
        return { kind: 'invalid', issues: [{ field: error.field, message: error.message }] };
      }
    },
  };
}

function asking(fields: Fields, missing: string[]): Calculation {
  const { working, need } = createWorking();
  for (const id of missing) need(id, askFor(fields[id]));
  return working;
}

const askFor = (field: Field | undefined) => `请补充“${field?.label ?? ''}”：${field?.help ?? ''}`;

/** Throws `CalculationInputError` where the days are not in order. */
export function requireOrder(field: string, from: string, to: string, words: string): void {
  if (from > to) throw new CalculationInputError(field, words);
}
