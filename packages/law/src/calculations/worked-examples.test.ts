import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calculatorById, calculators } from './calculators.ts';
import { shippedRates } from './shipped-rates.ts';

const exampleSchema = z.strictObject({
  id: z.string(),
  calculator: z.string(),
  input: z.record(z.string(), z.string()),
  expected: z.record(z.string(), z.string()),
  needs: z.array(z.string().nullable()).default([]),
  basis: z.string().min(1),
  /** The same figure by hand. */
  arithmetic: z.record(z.string(), z.string()).optional(),
  /** Where the example was published. */
  source: z.string().optional(),
});

const file = new URL('../../../../evals/own/calculations.jsonl', import.meta.url);
const examples = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => exampleSchema.parse(JSON.parse(line)));

describe('the worked examples', () => {
  it.each(examples.map((example) => [example.id, example.calculator, example.basis, example] as const))(
    '%s: %s by %s',
    (_id, name, _basis, { input, expected, needs }) => {
      const outcome = calculatorById(name)?.run(input, shippedRates());
      if (outcome?.kind !== 'calculated') throw new Error(JSON.stringify(outcome));
      const { calculation } = outcome;
      expect(calculation.needs.map(({ field }) => field)).toEqual(needs);
      const found = Object.fromEntries(calculation.results.map(({ id, value }) => [id, value]));
      expect(found).toMatchObject(expected);
      if (Object.keys(expected).length === 0) expect(calculation.results).toEqual([]);
      for (const { text } of calculation.steps) expect(text).toMatch(/。$/u);
    },
  );

  it('are at least sixty, and some for every calculator', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60);
    const covered = new Set(examples.map(({ calculator }) => calculator));
    expect([...covered].sort()).toEqual(calculators.map(({ id }) => id).sort());
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });
});
