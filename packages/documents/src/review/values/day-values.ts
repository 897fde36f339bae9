import { numberOf } from '../numbers.ts';
import { DAY, type Day, dayOf, inDays } from './dates.ts';
import { findAll, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

const WEEKDAYS = '日一二三四五六';
const WEEKDAY = new RegExp(
  `(${DAY})(?:[（(]|，|、|即|当天|当日)?(?:农历[^）]{0,8}，)?(?:星期|周|礼拜)([一二三四五六日天])`,
  'gu',
);
const RELATIVE = new RegExp(
  `([\\u4e00-\\u9fa5]{2,12}?)(?:的)?(前一[天日]|前(?:[二两三四五六七八九十]|\\d{1,2})[天日]|后一[天日]|次日|第二天|当[天日]|后(?:[二两三四五六七八九十]|\\d{1,2})[天日])(?:，|、)?[（]?(?:即|也就是|也即|为|是|：|系)(${DAY})`,
  'gu',
);
const OCCASION = '婚礼|婚宴|婚期|活动|会议|演出|宴会|展会|典礼|年会|比赛|仪式|寿宴|庆典|讲座|发布会';
const OCCASION_DAY = new RegExp(
  `(${OCCASION})(?:的)?(?:举行|举办)?(?:日期|时间|日)?(?:定在|定于|为|于|：|是|在)(${DAY})|(?:定于|于)(${DAY})[^。；，]{0,16}(?:举行|举办)[^。；，]{0,10}(${OCCASION})`,
  'gu',
);
const SHORT_DAY = /(?<![年\d])(\d{1,2})月(\d{1,2})日/gu;
const ON_THE_DAY = /当天|当日|流程|迎亲|入场|开场|[早晚]\d|上午|下午|\d时|\d点|仪式|来宾|到达|集合/u;
const ANOTHER_DAY = /前|后|次日|彩排|搭建|进场|撤场|付|交稿|样片|确认|报名|到货|准备|至迟|之内/u;

/** Days of which one must be wrong: weekdays, the day before another, two days for one occasion, two deadlines for one act. */
export function readDayValues(context: ReadingContext): ValueReading[] {
  return [...weekdays(context), ...relativeDays(context), ...occasions(context), ...deadlines(context)];
}

const weekdayOf = (day: Day) => (((day.number + 4) % 7) + 7) % 7;

function weekdays({ sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, WEEKDAY).flatMap((found) => {
    const day = dayOf(found.match[1] ?? '');
    const said = WEEKDAYS.indexOf((found.match[2] ?? '').replace('天', '日'));
    if (!day?.exists || said < 0 || weekdayOf(day) === said) return [];
    return [reading(1, found, `${inDays(day)}是星期${WEEKDAYS[weekdayOf(day)]}，合同却写作星期${WEEKDAYS[said]}`)];
  });
}

/** 「婚礼前一天即2026年10月3日」 where the wedding is on another day. */
function relativeDays({ text, sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, RELATIVE).flatMap((found) => {
    const day = dayOf(found.match[3] ?? '');
    const step = stepOf(found.match[2] ?? '');
    const event = (found.match[1] ?? '').slice(-2);
    if (!day || event.length < 2 || /之日|当日|以前|日期/u.test(event)) return [];
    const near = new RegExp(`${event}[^。；，\\d]{0,10}(${DAY})|(${DAY})[^。；，\\d]{0,10}${event}`, 'gu');
    const days = [...text.matchAll(near)]
      .map((match) => dayOf(match[1] ?? match[2] ?? ''))
      .filter((one) => one !== null && Math.abs(one.number - day.number) < 60 && one.number !== day.number);
    const [other] = days;
    if (!other || days.some((one) => one && one.number + step === day.number)) return [];
    return [reading(1, found, `${event}是${inDays(other)}，${found.match[2]}却写作${inDays(day)}`)];
  });
}

function stepOf(words: string): number {
  if (/当/u.test(words)) return 0;
  if (/次日|第二天/u.test(words)) return 1;
  const count = numberOf(words.slice(1, -1));
  return words.startsWith('前') ? -count : count;
}

/** One occasion, and what happens at it on a day close by that is not its day. */
function occasions({ sentences, type }: ReadingContext): ValueReading[] {
  const [named] = findAll(sentences, OCCASION_DAY);
  const day = named && dayOf(named.match[2] ?? named.match[3] ?? '');
  if (!day || type !== 'service') return [];
  return sentences.flatMap((sentence) => {
    if (!ON_THE_DAY.test(sentence.text)) return [];
    return findAll([sentence], SHORT_DAY).flatMap((found) => {
      const other = dayOf(`${day.year}年${found.match[1]}月${found.match[2]}日`);
      const around = sentence.text.slice(Math.max(0, (found.match.index ?? 0) - 12), (found.match.index ?? 0) + 16);
      const distance = other ? Math.abs(other.number - day.number) : 0;
      if (!other || distance === 0 || distance > 3 || ANOTHER_DAY.test(around)) return [];
      return [reading(1, found, `一处写作${inDays(day)}，当天的安排却写作${found.match[0]}`)];
    });
  });
}

const ACTS: [string, string][] = [
  ['交房', '交房|房屋交|交付(?:该)?房屋|腾空|腾房'],
  ['交车', '交车|车辆交|交付(?:该)?车辆'],
  ['交货', '交货|交付(?:全部)?(?:货物|设备|机器)|(?:货物|设备|机器)(?:交付|运至|送至)|发货'],
  ['过户', '过户|转移登记|变更登记'],
  ['完工', '竣工|完工'],
  ['还款', '还清|还完|结清借款'],
];

/** What is to be done before one day, and is late only, or already, on another. */
function deadlines({ sentences, type }: ReadingContext): ValueReading[] {
  if (type === 'lease') return [];
  return ACTS.flatMap(([name, act]) => {
    const due = findAll(
      sentences.filter(({ text }) => !/首批|第[一二三四五]批|分批|部分|违约|逾期/u.test(text)),
      new RegExp(`(?:于|在|应|须|迟)?(${DAY})(?:之前|以前|前|当日)[^。；]{0,24}?(?:${act})`, 'gu'),
    ).filter(({ match }) => !/未|没有|不能/u.test(match[0]));
    const late = findAll(
      sentences,
      new RegExp(
        `(?:至|到|截至|过)?(${DAY})(?:之前|以前|前|止)?(?:，)?[^。；，\\d]{0,4}(?:仍|还|尚)?(?:未|没有|没|不能)[^。；，]{0,10}(?:${act})`,
        'gu',
      ),
    );
    const [first] = due;
    const day = first && dayOf(first.words);
    if (!day) return [];
    return late.flatMap((found) => {
      const other = dayOf(found.words);
      if (!other || due.some(({ words }) => Math.abs((dayOf(words)?.number ?? 0) - other.number) <= 1)) return [];
      if (other.number > day.number) return [];
      return [reading(1, found, `${name}的期限一处是${inDays(day)}前，另一处按${inDays(other)}算违约`)];
    });
  });
}
