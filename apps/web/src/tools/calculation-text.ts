import type { CalculationAnswer } from '@lutai/contracts';

/** 「12,300.50」: yuan as a decimal with its thousands set apart. */
export function groupedYuan(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const resultText = ({ value, unit }: CalculationAnswer['results'][number]): string =>
  unit === 'yuan' ? `${groupedYuan(value)} 元` : value;

interface Headings {
  steps: string;
  rates: string;
  notes: string;
  needs: string;
  from: (day: string) => string;
}

/** A calculation as plain text, to be put into a letter: what came out, how, with which rates. */
export function calculationText(answer: CalculationAnswer, headings: Headings): string {
  const { name, results, steps, rates, needs, notes } = answer;
  const section = (title: string, lines: string[]) => (lines.length === 0 ? [] : [[title, ...lines].join('\n')]);
  return [
    [name, ...results.map((result) => `${result.label}：${resultText(result)}`)].join('\n'),
    ...section(
      headings.needs,
      needs.map(({ text }) => text),
    ),
    ...section(
      headings.steps,
      steps.map(
        ({ text, citations }, at) => `${at + 1}. ${text}${citations.length ? `（${citations.join('；')}）` : ''}`,
      ),
    ),
    ...section(
      headings.rates,
      rates.map(({ name: rate, rate: value, from, source }) => `${rate} ${value}，${headings.from(from)}，${source}`),
    ),
    ...section(headings.notes, notes),
  ].join('\n\n');
}
