import { daysBetween } from '../calendar/day-arithmetic.ts';
import { compare, dividedBy, type Exact, exact, isPositive, least, minus, plus, times, zero } from './exact.ts';
import type { Payment } from './fields.ts';

/** A stretch of days (`from` included, `to` not) with one yearly rate. `why` says what the rate rests on. */
export type RatedSpan = { from: string; to: string; rate: Exact; why: string; citations: string[] };

export type LedgerLine =
  | { kind: 'interest'; span: RatedSpan; days: number; principal: Exact; interest: Exact }
  | { kind: 'payment'; day: string; amount: Exact; toCosts: Exact; toInterest: Exact; toPrincipal: Exact; left: Exact };

/** Sums are exact, not rounded: rounding is for what is shown. */
export type Ledger = {
  lines: LedgerLine[];
  accrued: Exact;
  costs: Exact;
  interest: Exact;
  principal: Exact;
  /** What was paid beyond everything owed. */
  surplus: Exact;
};

/** Simple interest of a sum for some days. */
export const simpleInterest = (principal: Exact, rate: Exact, days: number, yearDays: number): Exact =>
  dividedBy(times(times(principal, rate), exact(days)), exact(yearDays));

/**
 * Runs a debt through its rates and payments, day by day in spirit: interest is never added to the principal; a payment
 * covers the costs first, then the interest accrued to that day, then the principal (Civil Code, Article 561).
 */
export function runLedger(debt: {
  principal: Exact;
  costs: Exact;
  spans: RatedSpan[];
  payments: Payment[];
  yearDays: number;
}): Ledger {
  const lines: LedgerLine[] = [];
  const payments = [...debt.payments].sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  let { principal, costs } = debt;
  let [accrued, interest, surplus] = [zero, zero, zero];

  const accrue = (span: RatedSpan, from: string, to: string) => {
    const days = daysBetween(from, to);
    if (days <= 0 || !isPositive(principal)) return;
    const grown = simpleInterest(principal, span.rate, days, debt.yearDays);
    lines.push({ kind: 'interest', span: { ...span, from, to }, days, principal, interest: grown });
    accrued = plus(accrued, grown);
    interest = plus(interest, grown);
  };
  const pay = ({ day, amount }: Payment) => {
    const toCosts = least(amount, costs);
    const toInterest = least(minus(amount, toCosts), interest);
    const toPrincipal = least(minus(minus(amount, toCosts), toInterest), principal);
    const left = minus(minus(minus(amount, toCosts), toInterest), toPrincipal);
    [costs, interest, principal] = [minus(costs, toCosts), minus(interest, toInterest), minus(principal, toPrincipal)];
    surplus = plus(surplus, left);
    lines.push({ kind: 'payment', day, amount, toCosts, toInterest, toPrincipal, left: principal });
  };

  let next = 0;
  const payUntil = (day: string, include: boolean) => {
    for (; next < payments.length; next += 1) {
      const payment = payments[next];
      if (payment === undefined || payment.day > day || (!include && payment.day === day)) return;
      pay(payment);
    }
  };
  for (const span of debt.spans) {
    let from = span.from;
    payUntil(from, true);
    for (;;) {
      const payment = payments[next];
      if (payment === undefined || payment.day >= span.to) break;
      accrue(span, from, payment.day);
      from = payment.day;
      payUntil(from, true);
    }
    accrue(span, from, span.to);
  }
  payUntil(debt.spans.at(-1)?.to ?? '', true);
  return { lines, accrued, costs, interest, principal, surplus };
}

export const isMore = (left: Exact, right: Exact) => compare(left, right) > 0;
