import { CAPITALS, numberOf, SHARE, shareOf } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { percent, type ReadingContext, reading, yuan } from './reading-context.ts';
import { readSums, type StatedSum, stretchesOf } from './stretches.ts';
import type { ValueReading } from './value-names.ts';

const SUM = `(?:人民币|￥|¥)?(?:${CAPITALS}|\\d{1,12}(?:\\.\\d{1,4})?(?:万|亿|千)?元)`;
/** 「总价的20%，即20000元」, 「30%（60000元）」. */
const SHARE_THEN_SUM = new RegExp(
  `(${SHARE})(?:的?(?:首付款?|预付款|进度款|定金|尾款|余款|质保金|款项?|费用|部分|违约金|保证金|租金|工资|货款))?(?:[，、]?(?:即|计|也就是|折合|合计|共计|共|合|为|等于|相当于)|[（])[^。；，、\\d%]{0,10}?(${SUM})`,
  'gu',
);
/** 「60000元（占总价的30%）」. */
const SUM_THEN_SHARE = new RegExp(
  `(${SUM})[整正]?(?:[，、]?|[（][^）]{0,12}[）][，]?|[（])(?:即|占|为|相当于|也就是|合)[^。；，\\d]{0,12}?的?(${SHARE})`,
  'gu',
);
const RISES = new RegExp(
  `(递增|上浮|上调|上涨|增长|提高|增加|涨|递减|下调|下浮|降低|减少|优惠|下降)[^。；，\\d]{0,8}?(${SHARE})([^。；]{0,60}?)(?:即|分别为|依次为|则|计算为|调整为|变为|执行)[^。；\\d]{0,24}`,
  'gu',
);
const DISCOUNT =
  /(?:打|按|享|享受|给予)?([一二三四五六七八九\d](?:[.点]?[一二三四五六七八九\d])?)折(?:优惠|计算|后|计|结算|收取|支付)?/gu;
const FOUND_AFTER = /(?:实付|实收|实际|折后|优惠后|即|为|计|只收|应付|合计|后)[^。；\d]{0,12}$/u;

/** Sums that the contract derives from another by a share, a rise or a discount, and derives wrongly. */
export function readDerivedSums(context: ReadingContext): ValueReading[] {
  const stated = [...new Set(readSums(context.text).map(({ value }) => value))].slice(0, 80);
  return stretchesOf(context).flatMap((stretch) => [
    ...sharesOfSums(stretch, stated),
    ...rises(stretch, stated),
    ...discounts(stretch, stated),
  ]);
}

const placed = ({ from }: Sentence, start: number, length: number) => ({
  from: from + start,
  to: from + start + length,
});
const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.max(1, b * 0.001);

function sharesOfSums(stretch: Sentence, stated: readonly number[]): ValueReading[] {
  const pairs = [
    ...[...stretch.text.matchAll(SHARE_THEN_SUM)].map((match) => ({
      match,
      share: match[1] ?? '',
      sum: match[2] ?? '',
    })),
    ...[...stretch.text.matchAll(SUM_THEN_SHARE)].map((match) => ({
      match,
      share: match[2] ?? '',
      sum: match[1] ?? '',
    })),
  ];
  return pairs.flatMap(({ match, share, sum }) => {
    const part = readSums(sum)[0]?.value ?? Number.NaN;
    const ratio = shareOf(share);
    const bases = stated.filter((one) => one !== part);
    const lead = stretch.text.slice(Math.max(0, match.index - 16), match.index);
    if (!(part > 0 && ratio > 0 && ratio < 1) || bases.length === 0) return [];
    if (/每[日天]|日息|月息|利率|税率|超过|不足|万分|上浮|递增|上涨|增长|降低|下浮/u.test(lead + match[0])) return [];
    const wholes = [...bases, ...bases.flatMap((one) => [one * 12, one * 3, one * 6]), ...pairSums(bases)];
    if (wholes.some((one) => isNear(one * ratio, part) || isNear(one * (1 - ratio), part))) return [];
    const likely = bases.find((one) => one * ratio > part * 0.6 && one * ratio < part * 1.6);
    if (likely === undefined) return [];
    const note = `${yuan(likely)}的${percent(ratio)}是${yuan(likely * ratio)}，合同却写作${yuan(part)}`;
    return [reading(1, placed(stretch, match.index, match[0].length), note)];
  });
}

const pairSums = (values: readonly number[]) =>
  values.length > 20 ? [] : values.flatMap((a) => values.map((b) => (a === b ? a * 2 : a + b)));

/** 「每年递增6%，即第二年每月5300元」. */
function rises(stretch: Sentence, stated: readonly number[]): ValueReading[] {
  return [...stretch.text.matchAll(RISES)].flatMap((match) => {
    const rate = shareOf(match[2] ?? '');
    const after = match.index + match[0].length;
    const results = readSums(stretch.text.slice(after, after + 120).split(/[。；]/u)[0] ?? '');
    const down = /递减|下|降|减|优惠/u.test(match[1] ?? '');
    const step = 1 + (down ? -rate : rate);
    const known = new Set<number>(stated.filter((one) => !results.some(({ value }) => value === one)));
    if (!(rate > 0 && rate < 1) || results.length === 0 || known.size === 0) return [];
    const wrong = results.find(({ value, before }) => {
      if (/押金|保证金|物业|违约/u.test(before)) return false;
      const reached = [...known].some(
        (base) =>
          base === value || Array.from({ length: 12 }, (_, k) => base * step ** (k + 1)).some((x) => isNear(x, value)),
      );
      const likely = [...known].some((base) => value > base * 0.7 && value < base * 1.6);
      if (reached) known.add(value);
      return !reached && likely;
    });
    if (!wrong) return [];
    const base = [...known].find((one) => wrong.value > one * 0.7 && wrong.value < one * 1.6) ?? 0;
    const note = `${yuan(base)}按${percent(rate)}计算是${yuan(base * step)}，合同却写作${yuan(wrong.value)}`;
    return [reading(1, placed(stretch, after + wrong.start, wrong.end - wrong.start), note)];
  });
}

/** 「总价50000元，打九折，实付46000元」. */
function discounts(stretch: Sentence, stated: readonly number[]): ValueReading[] {
  return [...stretch.text.matchAll(DISCOUNT)].flatMap((match) => {
    const tenths = [...(match[1] ?? '').replace(/[.点]/gu, '')].map((digit) => numberOf(digit));
    const rate = tenths.reduce((all, digit, index) => all + digit / 10 ** (index + 1), 0);
    const after = match.index + match[0].length;
    const result: StatedSum | undefined = readSums(stretch.text.slice(after, after + 40).split(/[。；]/u)[0] ?? '')[0];
    const bases = stated.filter((one) => one !== result?.value);
    if (!result || !FOUND_AFTER.test(match[0] + result.before) || bases.length === 0) return [];
    if (/折旧|损耗|成新/u.test(stretch.text) || bases.some((one) => isNear(one * rate, result.value))) return [];
    const base = bases.find((one) => one * rate > result.value * 0.7 && one * rate < result.value * 1.5);
    if (base === undefined) return [];
    const note = `${yuan(base)}打${match[1]}折是${yuan(base * rate)}，合同却写作${yuan(result.value)}`;
    return [reading(1, placed(stretch, after + result.start, result.end - result.start), note)];
  });
}

/** 「每平方米每月120元」, 「120元/平方米」. */
const PER_METRE = new RegExp(
  `(?:每(?:个)?(?:平方米|平米|㎡)(?:每(?:个)?[月天日年])?|[月日年]/?(?:平方米|㎡))(?:单价|价格|租金|人民币|为|按|：|￥)?(${SUM})|(${SUM})(?:/|每)(?:平方米|平米|㎡)`,
  'gu',
);
const AREA = /(?<![\d.])(\d{1,7}(?:\.\d{1,4})?|[一二三四五六七八九十百千两]{1,8})(?:平方米|平米|㎡)/gu;
const RESULT = /(?:计|共|总|租金|物业费|价款|房款|价|费用?|为)[^。；，\d]{0,8}$/u;

/** Prices of an area that no area of the contract explains. */
export function readAreaPrices(context: ReadingContext): ValueReading[] {
  const areas = [...context.text.matchAll(AREA)]
    .filter(({ index }) => !/每(?:个)?$/u.test(context.text.slice(index - 2, index)))
    .map(([, area = '']) => numberOf(area))
    .filter((area) => area > 1);
  if (areas.length === 0) return [];
  const different = [...new Set(areas)].slice(0, 80);
  const whole = [...different, areas.reduce((all, one) => all + one, 0), ...pairSums(different.slice(0, 8))];
  return stretchesOf(context).flatMap((stretch) => {
    const prices = [...stretch.text.matchAll(PER_METRE)].map((match) => ({
      each: readSums(match[1] ?? match[2] ?? '')[0]?.value ?? Number.NaN,
      end: match.index + match[0].length,
      words: match[0],
    }));
    return prices.flatMap(({ each, end, words }) => {
      const [result] = readSums(stretch.text.slice(end, end + 60).split(/。/u)[0] ?? '');
      if (!result || !RESULT.test(result.before) || /每(?:个)?(?:平方米|平米)|逾期|违约/u.test(result.before))
        return [];
      const times = [1, 3, 6, 12, 30, 365, 365 / 12, 30 * 3, 365 / 4];
      const reached = whole.flatMap((area) => times.map((count) => area * each * count));
      const likely = different.find((area) =>
        times.some((count) => Math.abs(area * each * count - result.value) < result.value * 0.25),
      );
      if (likely === undefined || reached.some((one) => Math.abs(one - result.value) <= Math.max(1, one * 0.002)))
        return [];
      const at = placed(stretch, end + result.start, result.end - result.start);
      return [reading(1, at, `${likely}平方米按${words}计算，得不出${yuan(result.value)}`)];
    });
  });
}
