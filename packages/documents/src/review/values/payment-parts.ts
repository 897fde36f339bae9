import { NUMBER, numberOf } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import type { BaseFigures } from './base-figures.ts';
import { type ReadingContext, reading, yuan } from './reading-context.ts';
import { addsUp, outerClausesOf, readSums, type StatedSum } from './stretches.ts';
import type { ValueReading } from './value-names.ts';

const PAID =
  /(?:付|交|缴|定金|订金|首付|首期|预付|余款|余下|尾款|剩余|余额|还|转|贷款|汇|放款|拨|打款|打给|质保金|进度款|到货款|验收款|第[一二三四五六]期)[^。；]{0,40}$/u;
/** What the sums add up to the whole by: a rest, or the number of payments. */
const CLOSES = new RegExp(
  `余款|余下|余额|尾款|剩余|剩下|其余|余[^，。；\\d]{0,4}\\d|付清|结清|最后一(?:期|笔|次)|(?:分|共分)(?:为|成|作)?${NUMBER}(?:次|笔|期|批)|(?:各|几)(?:笔|期|次)[^。；]{0,6}(?:相加|加总|合计)|分期`,
  'u',
);
/** Words of a sum that is no part of the price. */
const OTHER =
  /违约|逾期|迟延|赔偿|罚|每日|每天|滞纳|押金|保证金(?!余)|保险|物业|手续费|登记费|税|超过|不足|低于|利息|服务费为|运费|补贴|退还|返还|退回|双倍|每延|每迟|每晚|每拖|折旧|单价|每(?:台|套|吨|件|平方米|小时|课时|节|次课)/u;
const EACH = /每(?:个)?(?:期|月|次|季度?|年|笔)[^。；]{0,14}$/u;
const COUNT = new RegExp(`(${NUMBER})(?:个)?(?:期|次|个月|笔|季度|批)`, 'gu');
const INSTALMENT_WORDS = /付|交|还|转|放/u;

/** Payments listed under one number that do not reach the price, or the loan. */
export function readPaymentParts(context: ReadingContext, { total, principal }: BaseFigures): ValueReading[] {
  const whole = context.type === 'loan' ? principal : total;
  if (whole === null || context.type === 'lease' || context.type === 'employment') return [];
  return outerClausesOf(context).flatMap((clause) => {
    const words = `${clause.clause.title ?? ''}：${clause.text}`;
    if (!CLOSES.test(words) || !INSTALMENT_WORDS.test(words)) return [];
    const parts = paymentsIn(clause, whole);
    if (parts.length < 2) return [];
    const counts = [...words.matchAll(COUNT)].map(([, count = '']) => numberOf(count)).filter((one) => one > 1);
    const counted = parts.map((part) => ({
      value: part.value,
      counts: EACH.test(part.before.slice(-20)) ? counts : [],
    }));
    const sum = counted.reduce((all, one) => all + one.value * Math.max(1, ...one.counts), 0);
    const plain = parts.reduce((all, { value }) => all + value, 0);
    if (addsUp(whole, counted) || [sum, plain].every((one) => one < whole * 0.6 || one > whole * 1.6)) return [];
    const last = parts.at(-1);
    if (!last) return [];
    const summary = /(?:各|几|两|三|四)(?:笔|期|次|项)[^。；]{0,10}(?:相加|加总|合计)[^。；]{0,20}/u.exec(clause.text);
    const [start, end] = summary ? [summary.index, summary.index + summary[0].length] : [last.start, last.end];
    const at = { from: clause.from + start, to: clause.from + end };
    const name = context.type === 'loan' ? '借款' : '总价';
    return [reading(Math.abs(sum - whole), at, `各期相加是${yuan(sum)}，${name}却是${yuan(whole)}`)];
  });
}

function paymentsIn({ text }: Sentence, whole: number): StatedSum[] {
  const sums = readSums(text);
  return sums.filter(({ value, before, start }) => {
    const sentence = before.split(/[。；\n]/u).at(-1) ?? '';
    const segment = sentence.split('，').slice(-2).join('，');
    const lead =
      text
        .slice(Math.max(0, start - 46), start)
        .split(/[。；\n]/u)
        .at(-1) ?? '';
    return value < whole - 1 && PAID.test(lead) && !OTHER.test(segment) && !/违约|逾期/u.test(lead);
  });
}
