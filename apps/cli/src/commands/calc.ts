import { calculators } from '@lutai/law';
import { defineCommand } from 'citty';
import { describeCalculator } from './calc/describe-calculator.ts';

export const calc = defineCommand({
  meta: { name: 'calc', description: '利息、违约金、经济补偿、诉讼费等的计算，逐步写明依据' },
  subCommands: Object.fromEntries(calculators.map((calculator) => [calculator.id, describeCalculator(calculator)])),
});
