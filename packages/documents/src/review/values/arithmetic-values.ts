import { MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { readAreaPrices, readDerivedSums } from './derived-sums.ts';
import { readListedTotals } from './listed-totals.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import { readSums } from './stretches.ts';
import type { ValueReading, Values } from './value-names.ts';

const EACH_INSTALMENT = new RegExp(
  `每(?:个)?(?:月|期|季度?|年|次)[^。；，\\d]{0,16}?(${MONEY})[^。；]{0,16}?(?:分|共|连续|还|付)[^。；，\\d]{0,4}?(${NUMBER})(?:个)?(?:期|月|次|季度?)`,
  'gu',
);
const NUMBER_FIRST = new RegExp(
  `(?:分|共|分为|分成|分作)(${NUMBER})(?:个)?(?:期|月|次|季度?)[^。；]{0,24}?每(?:个)?(?:期|月|次|季度?)[^。；，\\d]{0,14}?(${MONEY})`,
  'gu',
);
const PART_SHARE = new RegExp(
  `(?:支付|付款|付清|预付|付|收取|占|享有|分得|承担|持股|持有|尾款|余款|质保金|定金)[^，、；。%\\d]{0,18}?(${SHARE})`,
  'gu',
);
const OTHER_SHARE = /违约|逾期|赔偿|退还|滞纳|利率|利息|至(?:合同|总)|累计|上浮|提成|税率/u;

/** Sums, parts and instalments that the contract itself counts wrongly. */
export function readArithmeticValues(context: ReadingContext, base: BaseFigures): Values {
  return {
    ...values('totalWrong', readListedTotals(context)),
    ...values('derivedSumWrong', [...readDerivedSums(context), ...readAreaPrices(context)]),
    ...values('instalmentProductDiffers', instalmentProducts(context, base)),
    ...values('sharesOverWhole', sharesOverWhole(context)),
  };
}

function instalmentProducts({ sentences, type }: ReadingContext, { principal, total }: BaseFigures): ValueReading[] {
  const whole = type === 'loan' ? principal : total;
  if (whole === null || type === 'lease' || type === 'employment') return [];
  const found = [
    ...findAll(sentences, EACH_INSTALMENT).map((one) => ({ one, each: one.match[1], count: one.match[2] })),
    ...findAll(sentences, NUMBER_FIRST).map((one) => ({ one, each: one.match[2], count: one.match[1] })),
  ];
  return found.flatMap(({ one, each = '', count = '' }) => {
    const product = moneyOf(each) * numberOf(count);
    const withInterest = /本息|利息(?:在内|一并)|含息/u.test(one.match[0]);
    if (type === 'loan' && !withInterest && /利息|服务费|手续费/u.test(one.match[0])) return [];
    const wrong = withInterest ? product < whole - 1 : Math.abs(product - whole) > numberOf(count);
    const besides = readSums(one.sentence.text).some(({ value }) => value < whole - 1 && value !== moneyOf(each));
    return wrong && !besides && /还|付|缴|交/u.test(one.sentence.text)
      ? [
          reading(
            1,
            one,
            `每期${each}乘以${count}期是${yuan(product)}，${type === 'loan' ? '本金' : '总价'}却是${yuan(whole)}`,
          ),
        ]
      : [];
  });
}

function sharesOverWhole({ sentences }: ReadingContext): ValueReading[] {
  return sentences.flatMap((sentence) => {
    if (OTHER_SHARE.test(sentence.text)) return [];
    const parts = findAll([sentence], PART_SHARE);
    const sum = parts.reduce((all, { words }) => all + shareOf(words), 0);
    const last = parts.at(-1);
    const short = parts.length >= 3 && sum >= 0.6 && sum < 0.999 && !/[余剩尾其]/u.test(sentence.text);
    if (parts.length < 2 || !last || (sum < 1.001 && !short)) return [];
    return [reading(Math.abs(sum - 1), last, `各部分的比例相加是${percent(sum)}，不是100%`)];
  });
}
