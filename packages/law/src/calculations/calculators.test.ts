import { describe, expect, it } from 'vitest';
import { calculatorById, calculators } from './calculators.ts';
import { readFields } from './fields.ts';
import { shippedRates } from './shipped-rates.ts';

const run = (name: string, input: Record<string, string>) => {
  const outcome = calculatorById(name)?.run(input, shippedRates());
  if (outcome === undefined) throw new Error(`no calculator ${name}`);
  return outcome;
};
const calculated = (name: string, input: Record<string, string>) => {
  const outcome = run(name, input);
  if (outcome.kind !== 'calculated') throw new Error(JSON.stringify(outcome.issues));
  return outcome.calculation;
};
const loan = { principal: '100000', contractedOn: '2022-01-05', from: '2022-01-05', to: '2023-01-05', rate: '月息2分' };

describe('every calculator', () => {
  it.each(calculators.map((one) => [one.id, one] as const))(
    '%s asks for what it must know, by field',
    (_id, calculator) => {
      const outcome = calculator.run({}, shippedRates());
      if (outcome.kind !== 'calculated') throw new Error(JSON.stringify(outcome));
      expect(outcome.calculation.results).toEqual([]);
      expect(outcome.calculation.needs.length).toBeGreaterThan(0);
      const required = Object.entries(calculator.fields).filter(([, field]) => field.required);
      if (required.length > 0)
        expect(outcome.calculation.needs.map(({ field }) => field)).toEqual(required.map(([id]) => id));
    },
  );

  it.each(calculators.map((one) => [one.id, one] as const))(
    '%s has a form whose defaults can be read',
    (_id, { fields }) => {
      expect(readFields(fields, {}).issues).toEqual([]);
      for (const field of Object.values(fields)) {
        expect(field.kind === 'choice').toBe(field.choices !== undefined);
        expect(field.label.length * field.help.length).toBeGreaterThan(0);
      }
    },
  );
});

describe('a calculation', () => {
  it('shows its rates with their day and source, and rests its steps on provisions', () => {
    const { rates, steps } = calculated('loan-interest', loan);
    expect(rates).toEqual([
      { name: '一年期LPR', rate: '3.80%', from: '2021-12-20', source: expect.stringContaining('贷款市场报价利率') },
    ]);
    expect(steps.flatMap(({ citations }) => citations)).toContain(
      '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十五条',
    );
  });

  it('names every issue of what does not fit', () => {
    const outcome = run('loan-interest', {
      ...loan,
      principal: '十万',
      to: '2023-02-30',
      rate: '2分',
      colour: 'red',
      yearDays: '366',
    });
    if (outcome.kind !== 'invalid') throw new Error('expected issues');
    expect(outcome.issues.map(({ field }) => field).sort()).toEqual(['colour', 'principal', 'rate', 'to', 'yearDays']);
  });

  it.each([
    ['loan-interest', { ...loan, to: '2021-12-31' }, 'to'],
    ['loan-interest', { ...loan, from: '2022-01-04' }, 'from'],
    ['loan-interest', { ...loan, dueOn: '2021-12-31' }, 'dueOn'],
    ['loan-interest', { ...loan, payments: '2021-12-31:5' }, 'payments'],
    ['severance', { kind: 'n', startedOn: '2024-01-02', endedOn: '2024-01-01', wage: '1' }, 'endedOn'],
    ['court-fee', { kind: 'divorce', localFee: '400' }, 'localFee'],
    ['child-support', { income: '1', children: '0' }, 'children'],
    ['capitals', { words: '若干元' }, 'words'],
    ['capitals', { amount: '1000000000000' }, 'amount'],
    ['delayed-performance', { debt: '1', dueOn: '2024-01-02', to: '2024-02-01', payments: '2024-01-01:1' }, 'payments'],
  ] as const)('%s refuses %j for its %s', (name, input, field) => {
    expect(run(name, input)).toMatchObject({ kind: 'invalid', issues: [{ field }] });
  });

  it('leaves out a payment made after the day it runs to, and says so', () => {
    const { results, notes } = calculated('loan-interest', { ...loan, payments: '2023-02-01:5000' });
    expect(results.find(({ id }) => id === 'paid')?.value).toBe('0.00');
    expect(notes.join('')).toContain('没有计入');
  });

  it('says that interest of the old rule must be asked for, and that a lawyer should look at what was paid', () => {
    const old = {
      ...loan,
      contractedOn: '2019-01-01',
      from: '2019-01-01',
      filedOn: '2023-02-01',
      payments: '2019-12-31:1000',
    };
    const { notes } = calculated('loan-interest', old);
    expect(notes.filter((note) => /须由当事人请求|须由律师核对/u.test(note))).toHaveLength(2);
  });

  it('does not take a loan of which nothing was handed over', () => {
    expect(calculated('loan-interest', { ...loan, deducted: '100000' }).needs[0]?.field).toBe('principal');
  });

  it('compares damages with the loss only where the loss is given', () => {
    const { results, notes } = calculated('liquidated-damages', { agreed: '50000' });
    expect(results.map(({ id }) => id)).toEqual(['damages']);
    expect(notes.join('')).toContain('没有填写实际损失');
  });
});
