import { monthsOf, PERIOD } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { DAY, type Day, dayOf, inDays, monthsBetween } from './dates.ts';
import { paragraphsOf } from './paragraphs.ts';
import { findAll, inMonths, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const LENGTH = new RegExp(
  `(?<![试转续再补装免减房]|保修|质保)(?:签|订|租|借|住|干|做|聘|雇|包|工期|为期|约期|年限)(?:上|下)?(?:的?就?是|了|期|个|给[^。；，]{1,4})?(?:整整|足足|整|足|共|约定|总共)?(${PERIOD})(?!以?[内前后]|多|左右)(?=[，。；、（：]|$|的)`,
  'u',
);
const STARTS = new RegExp(
  `(?<![到至晚迟过])(${DAY})[^。；，\\d]{0,10}?(?:起|开始|开工|进场|上工|上班|入住|交钥匙|住到|干到|做到|租到|(?:到|至)(?=\\d)|转|到账|动工)`,
  'u',
);
const ENDS = new RegExp(
  `(?:到|至|住到|干到|做到|租到|用到|最晚|最迟|不过|不晚于|截止|于|，|在)[^。；，\\d]{0,6}(${DAY})(?=[^。；]{0,24})`,
  'gu',
);
const END_WORDS =
  /^(?:这天|那天|当天|之前|以前|前)?(?:[^。；，\d利息首]{0,14}?(?:止|到头|到期|收摊|还清|还完|一次还|还到|归还|还本|钥匙|完工|完活|交活|交房|竣工|结束|收工|搬走|那天)|[，。；]|$)/u;
const FROM_TODAY = /从(?:今天|今日|签字|签名|写字据|拿钱|到账)[^。；，]{0,6}(?:起|算|开始)|今天起/u;
const LATE = /延|顺延|续|展期|逾期|违约|晚/u;

/** 「租五年，2022年7月1日起算，做到2028年6月30日」: a length and the days that it does not fit. */
export function readHomelyPeriods(context: ReadingContext): ValueReading[] {
  return [
    ...paragraphsOf(context).flatMap((one) => differing(one, context)),
    ...lengthsAgain(context),
    ...heads(context),
  ];
}

function differing(paragraph: Sentence, context: ReadingContext): ValueReading[] {
  const text = paragraph.text.slice(0, 260);
  const length = LENGTH.exec(text);
  if (!length || /工作日/u.test(length[1] ?? '')) return [];
  const starts = STARTS.exec(text);
  const start = starts ? dayOf(starts[1] ?? '') : startElsewhere(text, context);
  const after = starts ? starts.index + starts[0].length - 1 : 0;
  const ends = [...text.matchAll(ENDS)].find(
    (one) => one.index >= after - 1 && one[1] !== starts?.[1] && END_WORDS.test(text.slice(one.index + one[0].length)),
  );
  const end = ends && dayOf(ends[1] ?? '');
  if (!start || !end || end.number <= start.number) return [];
  const between = text.slice(Math.min(length.index, starts?.index ?? 0), ends.index);
  if (LATE.test(between) || between.length > 90) return [];
  const said = monthsOf(length[1] ?? '');
  const counted = monthsBetween(start, end);
  const days = end.number - start.number;
  const differs = /[日天]$/u.test(length[1] ?? '') ? Math.abs(days - said * 30) > 5 : Math.abs(counted - said) > 0.6;
  if (!differs || !(said > 0)) return [];
  const at = { from: paragraph.from + length.index, to: paragraph.from + length.index + length[0].length };
  return [reading(1, at, `${inDays(start)}至${inDays(end)}是${inMonths(counted)}，合同却写作${length[1]}`)];
}

/** The day of signing under the text, or of a loan the day of its payment. */
function startElsewhere(text: string, { sentences, type }: ReadingContext): Day | null {
  if (!FROM_TODAY.test(text) && type !== 'loan') return null;
  const paid = new RegExp(`借[^。；]{0,40}?(${DAY})[^。；，]{0,24}(?:转|交|给|打|到账)`, 'u');
  const match =
    type === 'loan' && !FROM_TODAY.test(text) ? sentences.map((one) => paid.exec(one.text)).find(Boolean) : null;
  if (match) return dayOf(match[1] ?? '');
  const alone = new RegExp(`^[　]*(${DAY})[写立签]?[。]?$`, 'u');
  const last = sentences
    .slice(-4)
    .map((one) => alone.exec(one.text.trim())?.[1])
    .find(Boolean);
  const signed = last ? dayOf(last) : null;
  return FROM_TODAY.test(text) ? signed : null;
}

const SPAN = new RegExp(
  `(?:租赁期限?|租期|借款期限?|合同期限?|服务期限?|期限)[^。；]{0,12}?(?:自|从)(${DAY})[^。；，]{0,4}[，]?[至到](${DAY})`,
  'u',
);
const AGAIN = new RegExp(
  `(?<!续)(?<!试用)(${PERIOD})(?:的)?(?:租期|租赁期限?|借期|借款期限|合同期限|服务期限)(?!内的|的?\\d)`,
  'gu',
);

/** 「本合同18个月租期届满后」 where the term is of two years. */
function lengthsAgain({ sentences }: ReadingContext): ValueReading[] {
  const span = sentences.map((one) => SPAN.exec(one.text)).find(Boolean);
  const [from, to] = [dayOf(span?.[1] ?? ''), dayOf(span?.[2] ?? '')];
  if (!from || !to || to.number <= from.number) return [];
  const counted = monthsBetween(from, to);
  return findAll(sentences, AGAIN)
    .filter(
      ({ words, sentence }) =>
        Math.abs(monthsOf(words) - counted) > 0.6 &&
        !/续|剩余|剩|延|不足|超过|每|满/u.test(sentence.text.replace('届满', '')),
    )
    .map((one) => reading(1, one, `${inDays(from)}至${inDays(to)}是${inMonths(counted)}，这里却写作${one.match[0]}`));
}

const HEAD_LEASE = new RegExp(
  `(?:(?:大|原|上家)?房东|原出租人|原出租方|产权人|业主|上家)[^。；]{0,12}(?:合同|租约|租期|租赁期限?|约)[^。；]{0,10}?[到至](${DAY})`,
  'u',
);
const RANGE_END = new RegExp(`(?:自|从)(${DAY})[^。；，]{0,4}[，]?[至到](${DAY})`, 'u');

/** A sublease that goes on after the lease above it has ended. */
function heads({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'lease') return [];
  return sentences.flatMap((sentence) => {
    const head = HEAD_LEASE.exec(sentence.text);
    const end = head && dayOf(head[1] ?? '');
    if (!head || !end) return [];
    const own = sentences.map((one) => (one === sentence ? null : RANGE_END.exec(one.text))).find(Boolean);
    const to = own && dayOf(own[2] ?? '');
    if (!to || to.number <= end.number) return [];
    const at = { from: sentence.from + head.index, to: sentence.from + head.index + head[0].length };
    return [reading(1, at, `租到${inDays(to)}，而上一手的租约到${inDays(end)}就满了`)];
  });
}
