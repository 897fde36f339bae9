import { z } from 'zod';

/** One field of a calculator's form; its value travels as the words that a person would type. */
export const calculatorFieldSchema = z.object({
  id: z.string(),
  /** money: yuan · percent · number · count: whole · rate: a rate in words · day · payments: 日期:金额, … · spans: 起/止, … · lpr: 日期=一年期/五年期以上 */
  kind: z.enum(['money', 'percent', 'number', 'count', 'rate', 'day', 'text', 'choice', 'payments', 'spans', 'lpr']),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  /** What is taken where the field is left out. */
  fallback: z.string().optional(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
});
export type CalculatorField = z.infer<typeof calculatorFieldSchema>;

export const calculatorSchema = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  citations: z.array(z.string()),
  fields: z.array(calculatorFieldSchema),
});
export type CalculatorDescription = z.infer<typeof calculatorSchema>;

/** `lprThrough` is the last day for which the loan prime rate is held. */
export const calculatorListSchema = z.object({ calculators: z.array(calculatorSchema), lprThrough: z.string() });
export type CalculatorList = z.infer<typeof calculatorListSchema>;

/** Field ids and their words, `{ "principal": "50000", "rate": "年利率12%" }`. */
export const calculationRequestSchema = z.record(z.string().max(50), z.string().max(10_000));
export type CalculationRequest = z.infer<typeof calculationRequestSchema>;

/** Sums in yuan as decimals, `12300.50`. Where `needs` is not empty, `results` holds only what can be said without them. */
export const calculationSchema = z.object({
  calculator: z.string(),
  name: z.string(),
  results: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), unit: z.enum(['yuan', 'text']) })),
  steps: z.array(z.object({ text: z.string(), amount: z.string().optional(), citations: z.array(z.string()) })),
  rates: z.array(z.object({ name: z.string(), rate: z.string(), from: z.string(), source: z.string() })),
  needs: z.array(z.object({ field: z.string().nullable(), text: z.string() })),
  notes: z.array(z.string()),
});
export type CalculationAnswer = z.infer<typeof calculationSchema>;
