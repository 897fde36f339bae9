import type { TraceCheck } from '@lutai/contracts';
import type { ModelAnswer } from '../model-answer.ts';
import { calculate, operandsOf } from './calculate.ts';
import type { KnownNumbers } from './known-numbers.ts';

export type CheckedCalculation = { what: string; line: string; result: number; check: TraceCheck };

/** Numbers that everybody uses in a reckoning: months of a year, days of a month and a year, shares. */
const usual = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 30, 31, 52, 100, 250, 360, 365, 21.75, 0.5, 1.5]);
const tolerance = 0.01;

/** Recomputes each sum that the model states. One that is wrong, or that uses a number from nowhere, is not ok. */
export function checkCalculations(
  calculations: ModelAnswer['calculations'],
  known: KnownNumbers,
  round: 1 | 2,
): CheckedCalculation[] {
  return calculations.map(({ what, expression, result }) => {
    const value = calculate(expression);
    const operands = operandsOf(expression);
    const isKnown = (operand: number) => known.values.has(operand) || known.words.includes(String(operand));
    const stray = operands.filter((operand) => !usual.has(operand) && !isKnown(operand));
    const groundless = operands.every((operand) => usual.has(operand) && !known.sums.has(operand));
    const stated = Number(String(result).replace(/[,，元\s]/gu, ''));
    const why =
      value === null
        ? '算式读不懂'
        : Math.abs(value - stated) > Math.max(tolerance, Math.abs(value) * 0.0001)
          ? `重新计算得${rounded(value)}，不是${result}`
          : stray.length > 0
            ? `算式里的${stray.join('、')}没有出处`
            : groundless
              ? '算式里没有一个数来自问题或者法条'
              : '';
    const subject = `${what}：${expression}＝${result}`;
    return {
      what,
      line: `${what}：${expression.replace(/\s+/gu, ' ')}＝${rounded(value ?? stated)}元`,
      result: value ?? Number.NaN,
      check: { round, kind: 'sum', subject, ok: why === '', why },
    };
  });
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);
