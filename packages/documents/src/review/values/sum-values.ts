import { CAPITALS, capitalsOf, MONEY, moneyOf, NUMBER, numberOf, SHARE, shareOf } from '../numbers.ts';
import type { Clause } from '../split-clauses.ts';
import type { BaseFigures } from './base-figures.ts';
import { readPaymentParts } from './payment-parts.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { ValueReading, Values } from './value-names.ts';

const BETWEEN = '[（【]?(?:[，]?(?:大写|小写|人民币|RMB|￥|¥|即|金额|计|：|为)){0,5}';
const FIGURES_FIRST = new RegExp(`(${MONEY})[整]?${BETWEEN}(${CAPITALS})`, 'gu');
const CAPITALS_FIRST = new RegExp(`(${CAPITALS})${BETWEEN}(\\d+(?:\\.\\d+)?(?:万|亿)?)(?:元|[）】])`, 'gu');
const PAID_SHARE = new RegExp(
  `(?:支付|付|付清|结清|预留|扣留|留)[^。；]{0,24}?(?:总价款?|总额|总金额|合同价款|合同款|合同金额|货款|价款|服务费用?|费用|总费用|设计费|工程款|总货款|报酬|总报酬|合同总价)[^。；，\\d百]{0,6}(${SHARE})`,
  'gu',
);
const UNITS =
  '台|套|吨|件|个(?!月|工作日)|箱|只|辆|本|张|平方米|公斤|千克|小时|课时|次|部|株|棵|节|把|块|袋|桶|瓶|盒|卷|米|亩|头|页|份|组|樘|扇|床|罐|包|双|副|幅|盆|盏|根|条|公里|立方米|立方|斤|升|人次|场';
const QUANTITY = new RegExp(`(?:数量|共|合计|采购|购买)(?:为|：|共|计)?(${NUMBER})(?:${UNITS})`, 'gu');
const UNIT_PRICE = new RegExp(
  `单价[^。；，]{0,8}?(${MONEY})|每(?:${UNITS})(?:单价)?(?:人民币)?(?:为)?(${MONEY})`,
  'gu',
);
const RENT_AS_MONTHS = new RegExp(
  `(?:押金|保证金)[^。；]{0,20}?(${NUMBER})个月(?:的)?(?:租金|房租|月租)?(?!内|后|前|以)[^。；\\d]{0,8}?(?:即|计|共|为|合|：|（|，|人民币)[^。；\\d]{0,6}?(${MONEY})|(?:押金|保证金)[^。；\\d]{0,10}?(${MONEY})[^。；]{0,16}?(${NUMBER})个月(?:的)?(?:租金|房租|月租)`,
  'gu',
);
const RENT_SUM = new RegExp(
  `(?:(?<!第[二三四五]年|次年|每|首|[二三四五六七八九十两\\d])年|全年)(?:租金|房租)(?:合计|总额|共计|共)?[^。；，\\d]{0,10}?(${MONEY})`,
  'gu',
);
const RENT_COUNTED = new RegExp(
  `(${NUMBER})个月(?:的)?(?:租金|房租)(?:合计|共计|总计|总额|共)(?:为|是|：|人民币|￥){0,2}(${MONEY})`,
  'gu',
);
const RENT_PERIOD = new RegExp(
  `(每?季度|每三个月|每半年|半年度?)[^。；]{0,16}?(?:租金|支付)[^。；\\d]{0,12}?(${MONEY})`,
  'gu',
);

/** Sums that cannot all be right: in figures and capitals, single price and total, instalments and total. */
export function readSumValues(context: ReadingContext, base: BaseFigures): Values {
  return {
    ...values('capitalsDiffer', capitals(context)),
    ...values('productDiffers', [...products(context, base), ...rents(context, base)]),
    ...values('sharesNotWhole', shares(context)),
    ...values('instalmentsDiffer', readPaymentParts(context, base)),
  };
}

function capitals({ sentences }: ReadingContext): ValueReading[] {
  const pairs = [
    ...findAll(sentences, FIGURES_FIRST).map((found) => ({
      found,
      figures: moneyOf(found.match[1] ?? ''),
      words: found.match[2] ?? '',
    })),
    ...findAll(sentences, CAPITALS_FIRST).map((found) => ({
      found,
      figures: moneyOf(found.match[2] ?? ''),
      words: found.match[1] ?? '',
    })),
  ];
  const differing = pairs.filter(
    ({ figures, words }) => capitalsOf(words) > 0 && Math.abs(figures - capitalsOf(words)) > 0.005,
  );
  const seen = new Set<string>();
  return differing.flatMap(({ found, figures, words }) => {
    if (seen.has(words)) return [];
    seen.add(words);
    return [
      reading(
        Math.abs(figures - capitalsOf(words)),
        found,
        `小写是${yuan(figures)}，大写“${words}”是${yuan(capitalsOf(words))}`,
      ),
    ];
  });
}

/** A total of the items of this sentence, not of the contract. */
const OWN_TOTAL = new RegExp(`(?:小计|，计)[^。；\\d]{0,6}${MONEY}`, 'u');

function products({ sentences }: ReadingContext, { total }: BaseFigures): ValueReading[] {
  const [quantities, prices] = [findAll(sentences, QUANTITY), findAll(sentences, UNIT_PRICE)];
  const [quantity, price] = [quantities[0], prices[0]];
  if (total === null || !quantity || !price || quantities.length > 1 || prices.length > 1) return [];
  if (OWN_TOTAL.test(price.sentence.text)) return [];
  const [count, each] = [numberOf(quantity.words), moneyOf(price.words)];
  if (Math.abs(count * each - total) < 1) return [];
  return [
    reading(
      Math.abs(count * each - total),
      price,
      `单价${yuan(each)}乘以数量${count}是${yuan(count * each)}，总价却写作${yuan(total)}`,
    ),
  ];
}

function rents({ sentences }: ReadingContext, { monthlyRent }: BaseFigures): ValueReading[] {
  if (monthlyRent === null) return [];
  const found = [
    ...findAll(sentences, RENT_AS_MONTHS).map((one) => ({
      one,
      months: numberOf(one.match[1] ?? one.match[4] ?? ''),
      sum: moneyOf(one.match[2] ?? one.match[3] ?? ''),
    })),
    ...findAll(sentences, RENT_COUNTED).map((one) => ({
      one,
      months: numberOf(one.match[1] ?? ''),
      sum: moneyOf(one.match[2] ?? ''),
    })),
    ...findAll(sentences, RENT_SUM).map((one) => ({ one, months: 12, sum: moneyOf(one.words) })),
    ...findAll(sentences, RENT_PERIOD).map((one) => ({
      one,
      months: /半年/u.test(one.match[1] ?? '') ? 6 : 3,
      sum: moneyOf(one.match[2] ?? ''),
    })),
  ];
  return found.flatMap(({ one, months, sum }) =>
    Math.abs(months * monthlyRent - sum) < 1 || !(months > 0) || sum === monthlyRent
      ? []
      : [
          reading(
            Math.abs(months * monthlyRent - sum),
            one,
            `月租金${yuan(monthlyRent)}的${months}个月是${yuan(months * monthlyRent)}，合同却写作${yuan(sum)}`,
          ),
        ],
  );
}

/** Sentences of one outermost clause: the parts of a price are listed together. */
function* byClause({ sentences, clauses }: ReadingContext) {
  const groups = new Map<string, (typeof sentences)[number][]>();
  const key = (clause: Clause) => clause.path[0] ?? clause.kind;
  for (const clause of clauses) groups.set(key(clause), []);
  for (const sentence of sentences) groups.get(key(sentence.clause))?.push(sentence);
  yield* groups.values();
}

function shares(context: ReadingContext): ValueReading[] {
  const found: ValueReading[] = [];
  for (const sentences of byClause(context)) {
    const paid = findAll(sentences, PAID_SHARE).filter(({ sentence }) => !/违约|逾期|赔偿|退还/u.test(sentence.text));
    const sum = paid.reduce((total, { words }) => total + shareOf(words), 0);
    const last = paid.at(-1);
    const open = sentences.some(({ text }) => /(?:余款|尾款|剩余|其余)(?![^。；]{0,30}(?:%|分之))/u.test(text));
    const upTo = sentences.some(({ text }) => new RegExp(`(?:至|到)[^。；，]{0,12}${SHARE}`, 'u').test(text));
    if (paid.length < 2 || !last || open || upTo || Math.abs(sum - 1) < 0.001) continue;
    found.push(reading(Math.abs(sum - 1), last, `各期比例相加是${percent(sum)}，不是100%`));
  }
  return found;
}
