import { addDays } from '../calendar/day-arithmetic.ts';
import type { Working } from './calculation.ts';
import { compare, type Exact, exact, inPercent, least, times, zero } from './exact.ts';
import type { RatedSpan } from './interest-ledger.ts';
import { formerLendingRule, lendingRule } from './laws.ts';
import type { LprTable } from './lpr-table.ts';
import { annualRate, rateInWords, type StatedRate } from './rate-words.ts';

/** From this day on, four times the LPR is the ceiling; the day of the rule of 2015 before it. */
export const newCeilingFrom = '2020-08-20';
const formerRuleFrom = '2015-09-01';

export type LoanTerms = {
  contractedOn: string;
  from: string;
  to: string;
  dueOn: string | null;
  filedOn: string | null;
  /** Null where none was agreed. */
  rate: StatedRate | null;
  overdueRate: StatedRate | null;
  yearDays: number;
};
type Ceiling = { rate: Exact; words: string; citations: string[] };

/** The rates of a loan stretch by stretch, none above its ceiling; null where something must be known first. */
export function loanRates(working: Working, terms: LoanTerms, lpr: LprTable): RatedSpan[] | null {
  const { need } = working;
  const isOld = terms.contractedOn < newCeilingFrom;
  if (terms.contractedOn < formerRuleFrom) {
    need(null, '合同成立于2015年9月1日之前，适用更早的规定，须由律师核对。');
    return null;
  }
  if (isOld && terms.filedOn === null && terms.to > newCeilingFrom) {
    need('filedOn', '合同成立于2020年8月20日之前：请补充起诉（立案）日期，之后的利息按起诉时的标准计算。');
    return null;
  }
  const ends = [terms.dueOn, isOld ? newCeilingFrom : null].filter((day) => day !== null);
  const days = [terms.from, ...ends.filter((day) => day > terms.from && day < terms.to).sort(), terms.to];
  const spans: RatedSpan[] = [];
  for (const [index, from] of days.slice(0, -1).entries()) {
    const to = days[index + 1] ?? from;
    const isOverdue = terms.dueOn !== null && from >= terms.dueOn;
    const agreed = isOverdue ? overdueRate(working, terms, lpr) : termRate(terms);
    if (agreed === null) return null;
    if (compare(agreed.rate, zero) === 0) {
      spans.push({ from, to, ...agreed, why: agreed.words });
      continue;
    }
    const ceiling = ceilingOf(working, terms, from, lpr);
    if (ceiling === null) return null;
    const isCut = compare(agreed.rate, ceiling.rate) > 0;
    const why = isCut
      ? `${agreed.words}，超过上限${ceiling.words}，按上限计算`
      : `${agreed.words}，未超过上限${ceiling.words}`;
    const citations = [...new Set([...agreed.citations, ...ceiling.citations])];
    spans.push({ from, to, rate: least(agreed.rate, ceiling.rate), why, citations });
  }
  return spans;
}

function termRate({ rate, yearDays }: LoanTerms): Ceiling {
  if (rate === null) return { rate: zero, words: '借期内没有利息', citations: [lendingRule('二十四')] };
  return { rate: annualRate(rate, yearDays), words: `借期内约定${rateInWords(rate, yearDays)}`, citations: [] };
}

function overdueRate(working: Working, terms: LoanTerms, lpr: LprTable): Ceiling | null {
  const citations = [lendingRule('二十八')];
  const { rate, overdueRate: overdue, yearDays, dueOn } = terms;
  if (overdue !== null)
    return { rate: annualRate(overdue, yearDays), words: `逾期约定${rateInWords(overdue, yearDays)}`, citations };
  if (rate !== null) {
    const words = `没有约定逾期利率，按借期内利率${rateInWords(rate, yearDays)}`;
    return { rate: annualRate(rate, yearDays), words, citations };
  }
  if (terms.contractedOn < newCeilingFrom) {
    working.need(null, '2020年8月20日之前成立的合同，借期和逾期都没有约定利率：前后两段标准不同，须由律师核对。');
    return null;
  }
  const overdueFrom = addDays(dueOn ?? terms.from, 1);
  const found = lprNeeded(working, lpr, overdueFrom, '逾期之日');
  if (found === null) return null;
  return {
    rate: found.rate,
    words: `借期和逾期都没有约定利率，按逾期之日（${overdueFrom}）的一年期LPR${found.percent}%`,
    citations,
  };
}

function ceilingOf(working: Working, terms: LoanTerms, from: string, lpr: LprTable): Ceiling | null {
  const { contractedOn, filedOn } = terms;
  if (contractedOn >= newCeilingFrom) return fourTimes(working, lpr, contractedOn, '合同成立时', ['二十五']);
  const isFormer = from < newCeilingFrom || (filedOn !== null && filedOn < newCeilingFrom);
  if (!isFormer) return fourTimes(working, lpr, filedOn ?? from, '起诉时', ['二十五', '三十一']);
  const rate = exact(24, 100);
  return { rate, words: `年利率${inPercent(rate)}`, citations: [formerLendingRule('二十六'), lendingRule('三十一')] };
}

function fourTimes(working: Working, lpr: LprTable, day: string, when: string, articles: string[]): Ceiling | null {
  const found = lprNeeded(working, lpr, day, when);
  if (found === null) return null;
  const rate = times(found.rate, exact(4));
  const words = `${inPercent(rate)}（${when}一年期LPR${found.percent}%的四倍）`;
  return { rate, words, citations: articles.map(lendingRule) };
}

function lprNeeded(working: Working, lpr: LprTable, day: string, when: string) {
  const found = lpr.on(day, '1y');
  if (found === null) working.need('lpr', askForLpr(day, when, lpr));
  else working.usedLpr(found, '1y');
  return found;
}

export const askForLpr = (day: string, when: string, { firstDay, lastDay }: LprTable) =>
  `没有${when}（${day}）适用的LPR（已收录${firstDay}至${lastDay}）：请查明后在“另行提供的LPR”中填写。`;
