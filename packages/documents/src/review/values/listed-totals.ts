import { NUMBER, numberOf } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { type ReadingContext, reading, yuan } from './reading-context.ts';
import { addsUp, readSums, stretchesOf } from './stretches.ts';
import type { ValueReading } from './value-names.ts';

const TOTAL_BEFORE =
  /(?:合计|共计|总计|小计|一共|总共|累计共?|相加|加起来|总和|[，、；]共|[，、；]计|等于|=)[^。；，\d]{0,10}$/u;
/** Words with which a total is not the plain sum of what stands beside it. */
const NOT_PLAIN =
  /优惠|减免|扣除|扣减|折|抵扣|已付|已经支付|剩余|尚欠|税率|税额|增值税|利息|本息|不含|违约金|单独|另(?:行|外)|最高|不超过|起步|以上按/u;
const PARTS_INTRODUCED = /^[^。；\d]{0,12}?(?:其中(?:包括|包含)?|包括|包含|分别(?:为|是)?|分为|由|（含|即|构成[：:])/u;
const COMPLETE = /组成|构成|分别|[一二三四五六两](?:部分|项|笔|块)|相加|合计|就是/u;
const OPEN = /其余|余下|剩余|余款|等(?=[，。；）]|$)|不限于|部分为|每|单价|\//u;
const QUANTITY =
  /(?<![\d.])(\d{1,9}(?:\.\d{1,4})?)(平方米|平米|㎡|亩|吨|公斤|千克|课时|小时|件|台|套|只|箱|头|株|棵|人|间|份|米|股)/gu;

/** Totals that are not what is added up beside them, in sums of money and in other quantities. */
export function readListedTotals(context: ReadingContext): ValueReading[] {
  return stretchesOf(context).flatMap((stretch) => [
    ...totalsAfter(stretch),
    ...partsOfSums(stretch),
    ...partsOfQuantities(stretch),
  ]);
}

const at = ({ from }: Sentence, start: number, end: number) => ({ from: from + start, to: from + end });

/** 「甲800元，乙500元，合计1300元」, with whatever is counted in between. */
function totalsAfter(stretch: Sentence): ValueReading[] {
  const { text } = stretch;
  if (NOT_PLAIN.test(text)) return [];
  const sums = readSums(text);
  const found: ValueReading[] = [];
  let first = 0;
  for (const [index, sum] of sums.entries()) {
    if (index === 0 || !TOTAL_BEFORE.test(sum.before)) continue;
    const parts = sums.slice(first, index);
    const counts = countsIn(text.slice(0, sum.start));
    first = index + 1;
    if (parts.length === 0 || parts.length + counts.length < 2 || parts.length > 9) continue;
    const most = parts.reduce((all, { value }) => all + value, 0);
    const plainly = parts.length >= 2 && most > sum.value * 0.4;
    const counted = counts.some((count) => parts.some(({ value }) => near(value * count, sum.value)));
    if (
      !(plainly || counted) ||
      addsUp(
        sum.value,
        parts.map(({ value }) => ({ value, counts })),
      )
    )
      continue;
    found.push(reading(1, at(stretch, sum.start, sum.end), `前面各项怎么算也不是${yuan(sum.value)}`));
  }
  return found;
}

/** Close enough that the one is meant to be the other. */
const near = (a: number, b: number) => a > b * 0.5 && a < b * 2;

/** How often something is counted: 「四十节」, 「4台」, 「每季度」, 「全年」; also two counts multiplied. */
function countsIn(words: string): number[] {
  const bare = words
    .replace(/(?:\d+(?:\.\d+)?(?:万|亿|千)?|[零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,16})元/gu, '元')
    .replace(new RegExp(`第${NUMBER}|${NUMBER}[月日号]`, 'gu'), '');
  const numbers = [...bare.matchAll(new RegExp(NUMBER, 'gu'))]
    .map(([written]) => numberOf(written))
    .filter((one) => one > 1 && one < 100_000);
  const periods: [RegExp, number[]][] = [
    [/季/u, [3]],
    [/半年/u, [6]],
    [/年/u, [12, 4, 2]],
  ];
  const plain = [...new Set([...numbers, ...periods.flatMap(([word, times]) => (word.test(bare) ? times : []))])];
  return [...new Set([...plain, ...plain.flatMap((a) => plain.map((b) => a * b))])].slice(0, 60);
}

/** The list that an 「其中」, 「由」 or the like opens behind a total, to its end; null where none does. */
function listAfter(text: string, from: number): string | null {
  const after = text
    .slice(from, from + 160)
    .replace(/^([整正]?)([（][^）]{0,30}[）])/u, (all) => '　'.repeat(all.length));
  if (!PARTS_INTRODUCED.test(after.replaceAll('　', ''))) return null;
  const closed = /^.{0,150}?(?:组成|构成)(?![：:])/u.exec(after)?.[0];
  if (closed !== undefined) return closed;
  return after.split(/^[^；。]{0,24}：/u.test(after) ? '。' : /[；。]/u)[0] ?? '';
}

/** 「8000元，其中甲5000元、乙4000元」. */
function partsOfSums(stretch: Sentence): ValueReading[] {
  const { text } = stretch;
  const sums = readSums(text);
  return sums.flatMap((total, index) => {
    const list = listAfter(text, total.end);
    if (list === null || NOT_PLAIN.test(list) || /合计|共计|总计/u.test(list)) return [];
    const parts = sums.slice(index + 1).filter(({ start }) => start < total.end + list.length);
    return unequal(
      total.value,
      parts.map(({ value }) => value),
      list,
    )
      ? [
          reading(
            1,
            at(stretch, total.start, total.end),
            `各项相加是${yuan(parts.reduce((all, { value }) => all + value, 0))}，总额却写作${yuan(total.value)}`,
          ),
        ]
      : [];
  });
}

/** 「总面积1860平方米，其中甲1240平方米、乙320平方米、丙200平方米」. */
function partsOfQuantities(stretch: Sentence): ValueReading[] {
  const { text } = stretch;
  const all = [...text.matchAll(QUANTITY)].map((match) => ({
    value: Number(match[1]),
    unit: (match[2] ?? '').replace(/平米|㎡/u, '平方米'),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return all.flatMap((total, index) => {
    if (!/(?:总|共|合计|全部|一共)[^。；，\d]{0,10}$/u.test(text.slice(0, total.start))) return [];
    const list = listAfter(text, total.end);
    if (list === null) return [];
    const parts = all
      .slice(index + 1)
      .filter(({ unit, start }) => unit === total.unit && start < total.end + list.length);
    const sum = parts.reduce((added, { value }) => added + value, 0);
    return unequal(
      total.value,
      parts.map(({ value }) => value),
      list,
    )
      ? [
          reading(
            1,
            at(stretch, total.start, total.end),
            `各部分相加是${Math.round(sum * 100) / 100}${total.unit}，总数却写作${total.value}${total.unit}`,
          ),
        ]
      : [];
  });
}

/** More than the whole, or less where the list says or looks as if it were complete. */
function unequal(total: number, parts: readonly number[], listed: string): boolean {
  const sum = parts.reduce((all, one) => all + one, 0);
  if (parts.length < 2 || Math.abs(sum - total) <= total * 0.0005 || parts.some((part) => part > total)) return false;
  if (/每|单价|\//u.test(listed)) return false;
  if (sum > total) return sum < total * 2;
  const complete = COMPLETE.test(listed) || (parts.length >= 3 ? sum > total * 0.5 : sum > total * 0.9);
  return complete && !OPEN.test(listed);
}
