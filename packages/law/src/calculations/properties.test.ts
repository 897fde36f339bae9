import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../calendar/day-arithmetic.ts';
import { calculatorById } from './calculators.ts';
import { compare, exact, inDecimals, inYuan, minus, plus, readDecimal, times, zero } from './exact.ts';
import { executionBands, feeByBands, feeOf, preservationBands, propertyBands, propertyFee } from './fee-bands.ts';
import { runLedger, simpleInterest } from './interest-ledger.ts';
import { serviceYears } from './service-years.ts';
import { shippedRates } from './shipped-rates.ts';

const rates = shippedRates();
const sums = fc.bigInt({ min: 1n, max: 10_000_000_000n }).map((fen) => exact(fen, 100n));
const dayFrom = (first: string, last: string) =>
  fc.integer({ min: 0, max: daysBetween(first, last) }).map((days) => addDays(first, days));
const lent = dayFrom('2020-09-01', '2026-10-01');
const yearly = fc.integer({ min: 1, max: 4000 }).map((points) => exact(points, 10_000));

function figure(name: string, input: Record<string, string>, id: string): number {
  const outcome = calculatorById(name)?.run(input, rates);
  if (outcome?.kind !== 'calculated') throw new Error(JSON.stringify(outcome));
  const found = outcome.calculation.results.find((result) => result.id === id)?.value;
  if (found === undefined) throw new Error(JSON.stringify(outcome.calculation.needs));
  return Math.round(Number(found) * 100);
}
const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

describe('exact sums', () => {
  it('are rounded half up to the fen, once', () => {
    expect(['0.005', '0.0049', '1.115', '2.675'].map((text) => inYuan(readDecimal(text) ?? zero))).toEqual([
      '0.01',
      '0.00',
      '1.12',
      '2.68',
    ]);
    expect(inDecimals(exact(-1, 200), 2)).toBe('-0.01');
    expect(inYuan(times(exact(1, 3), exact(3)))).toBe('1.00');
  });

  it.each(['-1', '1e5', '1,00', '', '0x10', '1.2.3', 'NaN'])('“%s” is no sum', (text) => {
    expect(readDecimal(text)).toBeNull();
  });
});

describe('interest', () => {
  it('of a period that is split is that of the whole, exactly', () => {
    fc.assert(
      fc.property(sums, yearly, lent, lent, lent, (principal, rate, a, b, c) => {
        const [from = a, middle = b, to = c] = [a, b, c].sort();
        const interest = (start: string, end: string) => simpleInterest(principal, rate, daysBetween(start, end), 365);
        return compare(plus(interest(from, middle), interest(middle, to)), interest(from, to)) === 0;
      }),
    );
  });

  it('by the LPR of a split period is that of the whole, to a fen', () => {
    const by = (principal: string, from: string, to: string) =>
      figure('lpr-interest', { principal, from, to }, 'interest');
    fc.assert(
      fc.property(sums, lent, lent, lent, (principal, a, b, c) => {
        const [from = a, middle = b, to = c] = [a, b, c].sort();
        const sum = inYuan(principal);
        return Math.abs(by(sum, from, middle) + by(sum, middle, to) - by(sum, from, to)) <= 1;
      }),
    );
  });

  it('never shrinks with more delay, with a larger principal or a higher rate, and never passes its ceiling', () => {
    const owed = (principal: string, rate: string, to: string) =>
      figure(
        'loan-interest',
        { principal, rate, to, contractedOn: '2020-09-01', from: '2020-09-01', dueOn: '2021-09-01' },
        'interest',
      );
    fc.assert(
      fc.property(sums, sums, fc.nat(60), fc.nat(60), lent, lent, (p, q, r, s, a, b) => {
        const [less, more] = compare(p, q) <= 0 ? [inYuan(p), inYuan(q)] : [inYuan(q), inYuan(p)];
        const [low, high] = r < s ? [r, s] : [s, r];
        const [early, late] = ordered(a, b);
        const base = owed(less, `年利率${low}%`, early);
        const ceiling = simpleInterest(p, exact(154, 1000), daysBetween('2020-09-01', a), 365);
        expect(owed(less, `年利率${low}%`, late)).toBeGreaterThanOrEqual(base);
        expect(owed(more, `年利率${low}%`, early)).toBeGreaterThanOrEqual(base);
        expect(owed(less, `年利率${high}%`, early)).toBeGreaterThanOrEqual(base);
        expect(owed(inYuan(p), `年利率${r}%`, a)).toBeLessThanOrEqual(Number(inYuan(ceiling)) * 100 + 0.5);
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing of a payment: what was paid is what was covered, and earlier payments never cost more', () => {
    fc.assert(
      fc.property(sums, yearly, fc.array(fc.tuple(lent, sums), { maxLength: 5 }), (principal, rate, paid) => {
        const span = { from: '2020-09-01', to: '2026-10-01', rate, why: '', citations: [] };
        const payments = paid.map(([day, amount]) => ({ day, amount }));
        const run = (list: typeof payments) =>
          runLedger({ principal, costs: exact(500), spans: [span], payments: list, yearDays: 365 });
        const ledger = run(payments);
        const total = payments.reduce((sum, { amount }) => plus(sum, amount), zero);
        const left = plus(plus(ledger.costs, ledger.interest), ledger.principal);
        const debt = plus(plus(principal, exact(500)), ledger.accrued);
        expect(compare(plus(left, minus(total, ledger.surplus)), debt)).toBe(0);
        const earlier = run(payments.map(({ amount }) => ({ day: '2020-09-01', amount })));
        expect(compare(earlier.accrued, ledger.accrued)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('for delayed performance grows with each day and falls with each payment', () => {
    fc.assert(
      fc.property(sums, lent, lent, lent, (debt, a, b, c) => {
        const [dueOn = a, middle = b, to = c] = [a, b, c].sort();
        const by = (more: Record<string, string>) =>
          figure('delayed-performance', { debt: inYuan(debt), dueOn, to, ...more }, 'interest');
        expect(by({ to: middle })).toBeLessThanOrEqual(by({}));
        expect(by({ payments: `${middle}:100` })).toBeLessThanOrEqual(by({}));
        expect(by({ excluded: `${middle}/${to}` })).toBeLessThanOrEqual(by({}));
      }),
    );
  });
});

describe('fees', () => {
  const step = exact(1, 100);
  it.each([
    ['property', 50, 10_000, propertyBands],
    ['execution', 50, 10_000, executionBands],
    ['preservation', 30, 1000, preservationBands],
  ] as const)('of %s are continuous where the bands meet, and never fall', (_name, base, start, bands) => {
    const fee = (sum: ReturnType<typeof exact>) => feeOf(base, feeByBands(sum, start, [...bands]));
    for (const edge of [start, ...bands.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]))]) {
      const jump = minus(fee(plus(exact(edge), step)), fee(exact(edge)));
      expect(compare(jump, step)).toBeLessThan(0);
    }
    fc.assert(fc.property(sums, sums, (a, b) => compare(a, b) > 0 || compare(fee(a), fee(b)) <= 0));
  });

  it('of a claim split in two are never less than of the whole', () => {
    fc.assert(
      fc.property(sums, sums, (a, b) => compare(plus(propertyFee(a), propertyFee(b)), propertyFee(plus(a, b))) >= 0),
    );
  });
});

describe('work', () => {
  it('counts no fewer years for a later last day, and at most a year more than was worked', () => {
    const day = dayFrom('2008-01-01', '2026-10-01');
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from = a, to = b, later = c] = [a, b, c].sort();
        const { years } = serviceYears(from, to);
        expect(compare(years, serviceYears(from, later).years)).toBeLessThanOrEqual(0);
        const worked = (daysBetween(from, to) + 1) / 365.25;
        const counted = Number(years.over) / Number(years.under);
        expect(counted).toBeGreaterThanOrEqual(worked - 0.01);
        expect(counted).toBeLessThan(worked + 0.52);
      }),
    );
  });

  it('pays double wages for at most eleven months, and never less for a later day', () => {
    const day = dayFrom('2022-01-01', '2026-10-01');
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [startedOn = a, to = b, later = c] = [a, b, c].sort();
        const by = (end: string) =>
          figure('double-wages', { startedOn, to: end, wage: '8000', workedDays: '10' }, 'extra');
        expect(by(to)).toBeLessThanOrEqual(by(later));
        expect(by(later)).toBeLessThanOrEqual(8000 * 11 * 100);
      }),
    );
  });
});
