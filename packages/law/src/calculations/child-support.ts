import { createWorking, yuan } from './calculation.ts';
import { CalculationInputError, defineCalculator } from './calculator.ts';
import { exact, times } from './exact.ts';
import { familyRule } from './laws.ts';

const article = familyRule('四十九');

export const childSupport = defineCalculator({
  id: 'child-support',
  name: '子女抚养费',
  about: '按月总收入的比例估算抚养费的幅度',
  citations: [article],
  fields: {
    income: { kind: 'money', label: '月总收入', help: '不直接抚养一方的月总收入，元', required: true },
    children: { kind: 'count', label: '子女人数', help: '要负担几个子女', fallback: '1' },
    fixed: {
      kind: 'choice',
      label: '收入是否固定',
      help: '不固定的，填当年总收入或者同行业平均收入折成的月收入',
      fallback: 'yes',
      choices: [
        { id: 'yes', label: '固定' },
        { id: 'no', label: '不固定' },
      ],
    },
  },
  calculate({ income, children, fixed }) {
    const working = createWorking();
    const { step, result, note } = working;
    if (children < 1) throw new CalculationInputError('children', '“子女人数”至少为1。');
    const low = times(income, exact(20, 100));
    const high = times(income, exact(children > 1 ? 50 : 30, 100));
    if (fixed === 'no') step('没有固定收入的，依据当年总收入或者同行业平均收入，参照下列比例。', [article]);
    step(`一般按月总收入的百分之二十至三十：${yuan(income)}×20%，为下限。`, [article], low);
    if (children > 1)
      step('负担两个以上子女的，比例可以适当提高，但一般不超过百分之五十（各子女合计）。', [article], high);
    else step(`${yuan(income)}×30%，为上限。`, [article], high);
    result('least', '每月抚养费（低）', low);
    result('most', children > 1 ? '每月抚养费合计（高）' : '每月抚养费（高）', high);
    note('还要看子女的实际需要、双方的负担能力和当地的实际生活水平；有特殊情况的可以适当提高或者降低。');
    return working.working;
  },
});
