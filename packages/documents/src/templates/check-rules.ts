import { addDays, addMonths, daysBetween, serviceYears } from '@lutai/law';
import { allHold } from './conditions.ts';
import type { Field } from './field-schema.ts';
import { formatMoney, partiesOf } from './format-value.ts';
import { identityProblems } from './identity-numbers.ts';
import type { Values } from './missing-fields.ts';
import type { Rule } from './rule-schema.ts';
import { fieldsOfRule } from './template-references.ts';

/** Something that does not hold between the values. `message` is Chinese; a document with an error is not complete. */
export interface FillProblem {
  rule: Rule['rule'] | 'identity' | 'shape' | 'reference';
  fields: string[];
  severity: 'error' | 'warning';
  message: string;
  provision: string | null;
}

/** The highest yearly rate in percent that courts protect for a loan made on `day` (YYYY-MM-DD); null where it is not known. */
export type LendingRateCap = (day: string) => { percent: number; source: string } | null;

export interface RuleDeps {
  lendingRateCap?: LendingRateCap | undefined;
}

/** What the rules and the numbers of the parties find in values that are in play. */
export function checkRules(
  fields: readonly Field[],
  rules: readonly Rule[],
  values: Values,
  deps: RuleDeps,
): FillProblem[] {
  const broken = rules.filter(({ when }) => allHold(when, values)).flatMap((rule) => checkRule(rule, values, deps));
  const identities = fields
    .filter(({ type }) => type === 'party' || type === 'person' || type === 'organisation')
    .flatMap(({ key, label }) =>
      partiesOf(values[key]).flatMap((party) =>
        identityProblems(party).map((why) => problem('identity', [key], `${label}（${party.name ?? ''}）的${why}`)),
      ),
    );
  return [...broken, ...identities];
}

function checkRule(rule: Rule, values: Values, deps: RuleDeps): FillProblem[] {
  const day = (key: string) => (typeof values[key] === 'string' ? values[key] : undefined);
  const number = (term: string) => termOf(values, term);
  const fail = (message = rule.message) => [
    { ...problem(rule.rule, fieldsOfRule(rule), message), severity: rule.severity, provision: rule.provision ?? null },
  ];
  switch (rule.rule) {
    case 'order': {
      const [first, second] = [day(rule.first), day(rule.second)];
      return first && second && first > second ? fail() : [];
    }
    case 'within': {
      const [first, second] = [day(rule.first), day(rule.second)];
      if (!first || !second) return [];
      const months = (rule.years ?? 0) * 12 + (rule.months ?? 0);
      return second > addDays(addMonths(first, months), rule.days ?? 0) ? fail() : [];
    }
    case 'at-least': {
      const [first, second] = [day(rule.first), day(rule.second)];
      return first && second && daysBetween(first, second) < rule.days ? fail() : [];
    }
    case 'product': {
      const total = number(rule.total);
      const parts = rule.of.map(number);
      if (total === undefined || parts.includes(undefined)) return [];
      const product = parts.reduce<number>((before, part) => before * (part ?? 0), 1);
      if (Math.abs(total - product) < 0.015) return [];
      return fail(`${rule.message}（相乘是 ${formatMoney(product, null)}，写的是 ${formatMoney(total, null)}）`);
    }
    case 'sum': {
      const total = number(rule.total);
      const parts = rule.of.map(number);
      if (total === undefined || parts.includes(undefined)) return [];
      const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
      if (Math.abs(total - sum) < 0.005) return [];
      return fail(`${rule.message}（各项相加是 ${formatMoney(sum, null)}，写的是 ${formatMoney(total, null)}）`);
    }
    case 'share': {
      const [field, of] = [number(rule.field), number(rule.of)];
      return field !== undefined && of !== undefined && field > of * rule.share + 0.005 ? fail() : [];
    }
    case 'at-least-share': {
      const [field, of] = [number(rule.field), number(rule.of)];
      return field !== undefined && of !== undefined && field < of * rule.share - 0.005 ? fail() : [];
    }
    case 'at-most': {
      const field = number(rule.field);
      return field !== undefined && field > rule.most ? fail() : [];
    }
    case 'different': {
      const [first, second] = [identity(values[rule.first]), identity(values[rule.second])];
      return first !== '' && first === second ? fail() : [];
    }
    case 'probation':
      return probationTooLong(number(rule.months), day(rule.from), day(rule.to)) ? fail() : [];
    case 'service-years': {
      const [count, from, to] = [number(rule.count), day(rule.from), day(rule.to)];
      if (count === undefined || !from || !to || from > to) return [];
      const { years, words } = serviceYears(from, to);
      const due = Number(years.over) / Number(years.under);
      return count === due ? [] : fail(`${rule.message}（${words}，是 ${due} 个月，写的是 ${count} 个月）`);
    }
    case 'lending-cap': {
      const [rate, on] = [number(rule.rate), day(rule.day)];
      if (rate === undefined || on === undefined) return [];
      const cap = deps.lendingRateCap?.(on) ?? null;
      if (cap !== null) return rate > cap.percent ? fail(`${rule.message}（${cap.source}，上限 ${cap.percent}%）`) : [];
      const unknown = '还不知道合同成立时的一年期贷款市场报价利率，利率有没有超过上限请人工核对';
      return [{ ...problem(rule.rule, [rule.rate], unknown), severity: 'warning', provision: rule.provision ?? null }];
    }
  }
}

export const problem = (rule: FillProblem['rule'], fields: string[], message: string): FillProblem => ({
  rule,
  fields,
  severity: 'error',
  message,
  provision: null,
});

/** A number of a field, or the sum of a column of rows. */
export function termOf(values: Values, term: string): number | undefined {
  const [key = '', column] = term.split('.');
  const value = values[key];
  if (typeof value === 'number') return value;
  if (column === undefined || !Array.isArray(value)) return undefined;
  const cells = value.map((row: Record<string, unknown>) => row[column]).filter((cell) => typeof cell === 'number');
  return Math.round(cells.reduce((sum, cell) => sum + cell, 0) * 100) / 100;
}

const identity = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : partiesOf(value)
        .map((party) => (party.kind === 'person' ? party.idNumber : party.creditCode) ?? party.name ?? '')
        .join('、');

/** 劳动合同法第十九条: none below three months, one month below a year, two below three years, else six. */
function probationTooLong(months: number | undefined, from: string | undefined, to: string | undefined): boolean {
  if (months === undefined || months <= 0 || from === undefined) return false;
  if (to === undefined) return months > 6;
  const lasts = (length: number) => daysBetween(addMonths(from, length), addDays(to, 1)) >= 0;
  if (lasts(36)) return months > 6;
  if (lasts(12)) return months > 2;
  return lasts(3) ? months > 1 : true;
}
