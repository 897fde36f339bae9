import { MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { ValueReading, Values } from './value-names.ts';

const TOTAL_AFTER = new RegExp(
  `${MONEY}[整]?(?:[（(][^）]{0,20}[）)])?(?:/[^，。；\\d]{1,3}|的?标准)?(?:[，、](?:共|数量|购买?)?${NUMBER}[^，。；\\d]{1,3})?[，、：]?(?:以上|上述|前述|两项|三项|各项|费用|款项|价款|总价|总额|金额|共|总){0,3}(?:合计|共计|总计|小计|计|等于|=|为总价)(?:为|：|是|费用|价款|总额|金额)?(?:人民币|￥)?(${MONEY})`,
  'gu',
);
const PARTS_AFTER = new RegExp(
  `(${MONEY})[^。；\\d]{0,10}(?:其中(?:包括|包含)?|包括|包含|分别(?:为|是)?|由)([^。；]{6,120})`,
  'gu',
);
const A_SUM = new RegExp(MONEY, 'gu');
const A_NUMBER = new RegExp(NUMBER, 'gu');
/** 「第二批」 counts nothing. */
const ORDINAL = new RegExp(`第${NUMBER}`, 'gu');
/** Words after which a total is not the plain sum of what stands before it. */
const NOT_PLAIN = /优惠|减免|扣除|扣减|折|抵扣|已付|已经支付|剩余|尚欠|税率|税额|增值税|利息|本息|不含|违约金/u;
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
    ...values('totalWrong', [...totalsAfter(context), ...partsAfter(context)]),
    ...values('instalmentProductDiffers', instalmentProducts(context, base)),
    ...values('sharesOverWhole', sharesOverWhole(context)),
  };
}

function totalsAfter({ sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, TOTAL_AFTER).flatMap((found) => {
    const total = moneyOf(found.words);
    const end = (found.match.index ?? 0) + found.match[0].length - found.words.length;
    const before = found.sentence.text.slice(0, end);
    const sums = (before.match(A_SUM) ?? []).map(moneyOf);
    const counts = countsIn(before);
    const plain = !NOT_PLAIN.test(found.sentence.text) && sums.length + counts.length >= 2 && sums.length <= 8;
    if (!plain || isExplained(total, sums, counts)) return [];
    return [reading(1, found, `前面各项怎么算也不是${yuan(total)}`)];
  });
}

/** How often something is counted in the words: 「四十节」, 「4台」, 「每季度」. */
function countsIn(words: string): number[] {
  const bare = words.replace(A_SUM, '元').replace(ORDINAL, '');
  const numbers = (bare.match(A_NUMBER) ?? []).map(numberOf).filter((one) => one > 1 && one < 100_000);
  const periods: [RegExp, number][] = [
    [/季/u, 3],
    [/半年/u, 6],
    [/年/u, 12],
    [/年/u, 4],
  ];
  return [...new Set([...numbers, ...periods.flatMap(([word, times]) => (word.test(bare) ? [times] : []))])];
}

/** Whether the total is one of the sums, or several added, each taken once or as often as a count says. */
function isExplained(total: number, sums: readonly number[], counts: readonly number[]): boolean {
  let reached = new Set<number>([0]);
  for (const sum of sums) {
    const times = [0, 1, ...counts, ...counts.flatMap((a) => counts.map((b) => a * b))];
    const next = new Set<number>();
    for (const start of reached) {
      for (const count of times) next.add(Math.round((start + sum * count) * 100) / 100);
      if (next.size > 20_000) return true;
    }
    reached = next;
  }
  return [...reached].some((one) => Math.abs(one - total) < 1);
}

function partsAfter({ sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, PARTS_AFTER).flatMap((found) => {
    const listed = found.match[2] ?? '';
    const parts = (listed.match(A_SUM) ?? []).map(moneyOf);
    const [total, sum] = [moneyOf(found.words), parts.reduce((all, one) => all + one, 0)];
    const complete = /(?:构成|组成|分别)/u.test(found.match[0]);
    const wrong = sum > total + 1 || (complete && sum < total - 1);
    if (parts.length < 2 || !wrong || NOT_PLAIN.test(found.sentence.text) || /每|单价|\/|合计|共计/u.test(listed))
      return [];
    return [reading(Math.abs(sum - total), found, `各项相加是${yuan(sum)}，总额却写作${yuan(total)}`)];
  });
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
    return wrong && /还|付|缴|交/u.test(one.sentence.text)
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
