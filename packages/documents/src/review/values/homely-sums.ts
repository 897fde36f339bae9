import { SHARE, shareOf } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { COUNT, HOMELY_NUMBER, HOMELY_SUM, homelyNumber, isBareSum } from './homely-numbers.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type ReadingContext, reading, yuan } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const placed = ({ from }: Sentence, start: number, length: number) => ({
  from: from + start,
  to: from + start + length,
});
const close = (a: number, b: number) => a > b * 0.6 && a < b * 1.6;

/** Totals, products and instalments that are counted wrongly, in sums as people say them. */
export function readHomelySums(context: ReadingContext): ValueReading[] {
  const { type } = context;
  return paragraphsOf(context).flatMap((one) => [
    ...parts(one),
    ...areas(one),
    ...payouts(one),
    ...products(one),
    ...(type === 'lease' ? [] : instalments(one)),
  ]);
}

/** What a sum is for; without numerals, so that name and number cannot be mistaken for each other. */
const NAME = '[^\\d零一二两三四五六七八九十百千万，。；：、（）元块\\n]{1,9}：?';
const ITEM = `(?:${NAME}(${HOMELY_NUMBER})(?:元|块)?(?=[、，。；和加（）]))`;
const LIST = `((?:${NAME}${HOMELY_NUMBER}(?:元|块)?[、，和加]?){2,8})`;
const TOTAL_FIRST = new RegExp(
  `(?:一共|总共|共计|合计|总价|共)(?:是|为|给)?${HOMELY_SUM}[，：（][^。；\\d]{0,8}?${LIST}`,
  'gu',
);
const TOTAL_LAST = new RegExp(
  `${LIST}[^。；\\d]{0,10}?(?:一共|总共|共计|合计|共|加起来)(?:是|为|每月)?${HOMELY_SUM}`,
  'gu',
);
const NOT_PLAIN = /优惠|减免|扣除|扣减|折|抵|已付|尚欠|剩|违约|赔|罚|每节|单价|一斤|另|试用/u;

function parts(paragraph: Sentence): ValueReading[] {
  const { text } = paragraph;
  return [
    ...[...text.matchAll(TOTAL_FIRST)].map((match) => ({ match, total: match[1] ?? '', list: match[2] ?? '' })),
    ...[...text.matchAll(TOTAL_LAST)].map((match) => ({ match, total: match[2] ?? '', list: match[1] ?? '' })),
  ].flatMap(({ match, total, list }) => {
    const end = text.indexOf(list, match.index) + list.length;
    const items = [...`${list}${text[end] ?? '。'}`.matchAll(new RegExp(ITEM, 'gu'))].map(([, words = '']) => words);
    if (items.length < 2 || items.some((words) => !isBareSum(words)) || NOT_PLAIN.test(match[0])) return [];
    const sum = items.reduce((all, words) => all + homelyNumber(words), 0);
    const whole = homelyNumber(total);
    if (!(whole > 0) || Math.abs(sum - whole) < 1 || !close(sum, whole)) return [];
    if (items.length < 3 && sum < whole * 0.8) return [];
    return [
      reading(1, placed(paragraph, match.index, match[0].length), `各项相加是${yuan(sum)}，总数却写作${yuan(whole)}`),
    ];
  });
}

const AREA = new RegExp(`(${HOMELY_NUMBER})(?:个)?(?:平方米|平方|平米|㎡)`, 'gu');

/** Areas of parts and the area of the whole: three of them at least, one of which is called the whole. */
function areas(paragraph: Sentence): ValueReading[] {
  const { text } = paragraph;
  const all = [...text.matchAll(AREA)].map((match) => ({
    value: homelyNumber(match[1] ?? ''),
    start: match.index,
    length: match[0].length,
    whole: /(?:合计|总共|一共|共计|总面积|共)[^。；，\d]{0,8}$/u.test(
      text.slice(Math.max(0, match.index - 12), match.index),
    ),
    each: /每(?:个)?$/u.test(text.slice(Math.max(0, match.index - 2), match.index)),
  }));
  const wholes = all.filter(({ whole }) => whole);
  const rest = all.filter(({ whole, each, value }) => !whole && !each && value > 1);
  const [total] = wholes;
  if (!total || wholes.length > 1 || rest.length < 2 || /另|其余|等(?:[，。；）]|$)|公摊|附赠|不含/u.test(text))
    return [];
  if (rest.some(({ value }) => value >= total.value)) return [];
  const sum = rest.reduce((added, { value }) => added + value, 0);
  if (Math.abs(sum - total.value) < total.value * 0.001 || sum < total.value * 0.7 || sum > total.value * 1.5)
    return [];
  return [
    reading(
      1,
      placed(paragraph, total.start, total.length),
      `各处相加是${Math.round(sum * 100) / 100}平方米，合计却写作${total.value}平方米`,
    ),
  ];
}

const PIECE = new RegExp(
  `(?:头一|第[一二三四五]|首|末|最后一|另一|后一|前一)(?:笔|期|次|回)(?:款|转|付|给|还|是|为|：|转账){0,2}(${HOMELY_NUMBER})(?:元|块)?(?=[，。；、（]|$|转|付|给|还)`,
  'gu',
);
const SPLIT = new RegExp(`分(?:成|作|为)?(${COUNT})(?:笔|期|次|回)`, 'u');
const BORROWED = new RegExp(
  `(?:一共|总共|共|合计|总价|总额|借|价钱|价款|车价|工钱)(?:借|是|为|给|款|到)?(?:人民币)?${HOMELY_SUM}`,
  'u',
);

/** 「一共借十二万元，分两笔转：头一笔七万，第二笔四万」. */
function payouts(paragraph: Sentence): ValueReading[] {
  const { text } = paragraph;
  const [whole, split] = [BORROWED.exec(text), SPLIT.exec(text)];
  const pieces = [...text.matchAll(PIECE)].filter(([, words = '']) => isBareSum(words));
  if (!whole || !split || pieces.length < 2 || pieces.length !== homelyNumber(split[1] ?? '')) return [];
  const [sum, total] = [
    pieces.reduce((all, [, words = '']) => all + homelyNumber(words), 0),
    homelyNumber(whole[1] ?? ''),
  ];
  const last = pieces.at(-1);
  if (!last || !close(sum, total) || Math.abs(sum - total) < 1) return [];
  return [reading(1, placed(paragraph, last.index, last[0].length), `各笔相加是${yuan(sum)}，总数却是${yuan(total)}`)];
}

const UNIT = '斤|公斤|吨|台|只|头|箱|筐|袋|亩|棵|株|套|件|把|桶|瓶|节|车|平方|平方米|米';
const EACH = new RegExp(
  `(?:每|一)(${UNIT})(?:按|是|卖|算|价|：)?${HOMELY_SUM}|${HOMELY_SUM}(?:一|每|/)(${UNIT})`,
  'gu',
);
const TOTAL = new RegExp(`(?:货款|总价|价款|一共|合计|总共|共计|共|全款|总计)[^。；，\\d]{0,3}?${HOMELY_SUM}`, 'gu');

/** 「一斤3.2元，总共收30000斤，货款合九万九千元」. */
function products(paragraph: Sentence): ValueReading[] {
  const { text } = paragraph;
  const prices = [...text.matchAll(EACH)];
  const [price] = prices;
  const unit = price?.[1] ?? price?.[4];
  if (!price || unit === undefined || prices.length > 1) return [];
  const counts = [...text.matchAll(new RegExp(`(${HOMELY_NUMBER})(?:${unit})(?!方)`, 'gu'))].filter(
    ({ index, 1: words = '' }) =>
      homelyNumber(words) > 1 && (index < price.index || index >= price.index + price[0].length),
  );
  const totals = [...text.matchAll(TOTAL)].filter(({ index }) => index > price.index);
  const [count, total] = [counts[0], totals[0]];
  if (!count || !total || new Set(counts.map(([, words]) => words)).size > 1 || totals.length > 1) return [];
  const [each, whole] = [homelyNumber(price[2] ?? price[3] ?? ''), homelyNumber(total[1] ?? '')];
  const product = each * homelyNumber(count[1] ?? '');
  if (
    !close(product, whole) ||
    Math.abs(product - whole) < 1 ||
    /折|优惠|另|加|扣|减|送/u.test(text.slice(0, total.index + total[0].length))
  )
    return [];
  const note = `${price[0]}乘以${count[0]}是${yuan(product)}，总数却写作${yuan(whole)}`;
  return [reading(1, placed(paragraph, total.index, total[0].length), note)];
}

const INSTALMENTS = new RegExp(
  `(?:剩下|余下|其余|余款|尾款|下剩|欠|借|一共|总共|共)[^。；，\\d]{0,8}?${HOMELY_SUM}[，]?[^。；，\\d]{0,8}分(?:成|作|为)?(${COUNT})(?:个月|期|次|回|年)[^。；，]{0,8}[，]?[^。；，]{0,4}每(?:个)?(?:月|期|次|回|年)(?:\\d{1,2}[日号])?[^。；，\\d]{0,6}?(${HOMELY_NUMBER})(?:元|块)?(?=[，。；、（]|$)`,
  'gu',
);
const MONTHS = new RegExp(
  `分(?:成|作|为)?(${COUNT})个月[^。；]{0,30}?(?:从|自)(\\d{4})年(\\d{1,2})月[^。；，\\d]{0,3}[到至](?:(\\d{4})年)?(\\d{1,2})月(?!\\d)`,
  'gu',
);

function instalments(paragraph: Sentence): ValueReading[] {
  const { text } = paragraph;
  const wrong = [...text.matchAll(INSTALMENTS)].flatMap((match) => {
    const [whole, count, each] = [homelyNumber(match[1] ?? ''), homelyNumber(match[2] ?? ''), match[3] ?? ''];
    const product = count * homelyNumber(each);
    if (
      !isBareSum(each) ||
      !close(product, whole) ||
      Math.abs(product - whole) < count ||
      /利息|息|最后|末/u.test(match[0])
    )
      return [];
    return [
      reading(
        1,
        placed(paragraph, match.index, match[0].length),
        `每期${each}乘以${count}是${yuan(product)}，总数却是${yuan(whole)}`,
      ),
    ];
  });
  const months = [...text.matchAll(MONTHS)].flatMap((match) => {
    const [count, year, first, toYear, last] = [homelyNumber(match[1] ?? ''), ...match.slice(2).map(Number)];
    const to = Number.isNaN(toYear) ? year : toYear;
    const counted = ((to ?? 0) - (year ?? 0)) * 12 + (last ?? 0) - (first ?? 0) + 1;
    if (counted === count || counted < 1) return [];
    return [
      reading(
        1,
        placed(paragraph, match.index, match[0].length),
        `写的是分${count}个月，起止的月份数下来却是${counted}个月`,
      ),
    ];
  });
  return [...wrong, ...months];
}

const EXAMPLE = new RegExp(
  `(${SHARE})[^。；]{0,16}?(?:打个比方|比方说|比如|例如|譬如|好比)[^。；]{0,14}?${HOMELY_SUM}[^。；]{0,12}?(?:拿|得|提|给|是|付|扣|算)[^。；，\\d]{0,5}${HOMELY_SUM}`,
  'gu',
);

/** 「按运费的8%算，打个比方，5000块的活拿350块」. */
export function readExamples(context: ReadingContext): ValueReading[] {
  return paragraphsOf(context).flatMap((paragraph) =>
    [...paragraph.text.matchAll(EXAMPLE)].flatMap((match) => {
      const [rate, base, result] = [
        shareOf(match[1] ?? ''),
        homelyNumber(match[2] ?? ''),
        homelyNumber(match[3] ?? ''),
      ];
      const right = rate * base;
      if (!(right > 0) || Math.abs(right - result) < 1 || !close(result, right)) return [];
      return [
        reading(
          1,
          placed(paragraph, match.index, match[0].length),
          `${yuan(base)}的${match[1]}是${yuan(right)}，举例却写作${yuan(result)}`,
        ),
      ];
    }),
  );
}
