import { type Calculator, type CalculatorField, shippedRates } from '@lutai/law';
import { type ArgsDef, defineCommand } from 'citty';
import { UsageError } from '../../command-error.ts';
import { printJson } from '../../output/print.ts';
import { refuseSurplus, sharedOptions } from '../shared-options.ts';
import { printCalculation } from './print-calculation.ts';

const hints: Record<CalculatorField['kind'], string> = {
  money: '元',
  percent: '百分数',
  number: '数',
  count: '整数',
  rate: '利率',
  day: 'YYYY-MM-DD',
  text: '文字',
  choice: '选项',
  payments: '日期:金额,…',
  spans: '起/止,…',
  lpr: '日期=一年期/五年期',
};

/** A command with one option for each field of the calculator. Exit code 1 where something must be known first. */
export function describeCalculator(calculator: Calculator) {
  const fields = Object.entries(calculator.fields);
  const options = fields.map(([id, field]) => [optionOf(id), describeField(field)] as const);
  const args: ArgsDef = { ...Object.fromEntries(options), json: sharedOptions.json };
  return defineCommand({
    meta: { name: calculator.id, description: `${calculator.name}：${calculator.about}` },
    args,
    async run({ args: given }) {
      refuseSurplus(given._, 0);
      const raw = Object.fromEntries(fields.map(([id]) => [id, wordsOf(given[optionOf(id)])]));
      const outcome = calculator.run(raw, shippedRates());
      if (outcome.kind === 'invalid') {
        throw new UsageError(outcome.issues.map(({ field, message }) => `--${optionOf(field)}：${message}`).join('；'));
      }
      const { calculation } = outcome;
      if (given.json === true) printJson({ calculator: calculator.id, name: calculator.name, ...calculation });
      else printCalculation(calculator.name, calculation, optionOf);
      return calculation.needs.length > 0 ? 1 : 0;
    },
  });
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** `contractedOn` is the option `contracted-on`. */
export const optionOf = (field: string) => field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

function describeField({ kind, label, help, required, fallback, choices = [] }: CalculatorField) {
  const options = choices.map(({ id, label: meaning }) => `${id} ${meaning}`).join('、');
  const must = required ? '（必填）' : fallback === undefined ? '' : `（不填按 ${fallback}）`;
  const description = `${label}${must}：${help}${options === '' ? '' : `：${options}`}`;
  return { type: 'string' as const, description, valueHint: hints[kind] };
}
