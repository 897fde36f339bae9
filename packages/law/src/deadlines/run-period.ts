import { addDays, addMonths, dayInWords, daysBetween, type PeriodLength } from '../calendar/day-arithmetic.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { endInWords, lastDayOf, lengthInWords } from './count-period.ts';
import type { DatedEvent } from './dated-events.ts';
import type { DeadlineCap, DeadlineRegime } from './deadline-schema.ts';

export type PeriodInput = {
  start: DatedEvent;
  length: PeriodLength;
  /** The provision that gives the length. */
  citation: string;
  regime: DeadlineRegime;
  /** The longest that it can last, with the day that is counted from. */
  cap: (DeadlineCap & { day: string; isAssumed: boolean }) | null;
  /** Everything known of the matter; the regime says what interrupts and what suspends. */
  events: DatedEvent[];
  calendar: WorkCalendar;
  nameOf: (event: string) => string;
};

export type RunPeriod = {
  /** Last day on which the right can be used, a working day. */
  end: string;
  /** The same before weekends and holidays moved it. */
  lastDay: string;
  /** Whether the calendar of that year was known. */
  isKnown: boolean;
  /** The arithmetic in plain Chinese, in order, each step with its provision. */
  steps: string[];
};

/** Runs a period from its start to its end: interruption restarts it, suspension adds to it, the cap ends it. */
export function runPeriod(input: PeriodInput): RunPeriod {
  const { start, regime, calendar, nameOf } = input;
  const counting = countingOn(regime, start.day);
  const steps = [firstStep(input, counting)];
  let from = start.day;
  let lastDay = segment(input, from, steps);
  for (const happening of happenings(input)) {
    if (sortDay(happening) <= from) continue;
    const end = calendar.workingDayFrom(lastDay);
    if (happening.interrupts) {
      const what = `${dayInWords(happening.day)}${nameOf(happening.event)}`;
      if (happening.day > end) {
        steps.push(`${what}时，期间已于${dayInWords(end)}届满，不再中断。`);
        continue;
      }
      const anew = startsAnew(happening, regime);
      steps.push(`中断：${what}，${anew.says}；要有证据，不能证明的仍于${dayInWords(end)}届满。`);
      from = anew.from;
      lastDay = segment(input, from, steps);
    } else lastDay = suspended(input, { from, lastDay }, happening, steps);
  }
  lastDay = capped(input, lastDay, steps);
  const rounded = endInWords(lastDay, { calendar, citation: countingOn(regime, lastDay).lastDay });
  const travel = countingOn(regime, lastDay).travel;
  return {
    end: rounded.end,
    lastDay,
    isKnown: rounded.isKnown,
    steps: [
      ...steps,
      ...rounded.steps,
      ...(travel === undefined ? [] : [`路上的时间不算在内，最后一天以前交邮寄出的不算过期（${travel}）。`]),
    ],
  };
}

const countingOn = ({ counting }: DeadlineRegime, day: string) => {
  const [first, ...rest] = counting;
  if (first === undefined) throw new Error('a regime needs at least one way of counting');
  return rest.reduce((found, rule) => (rule.from <= day ? rule : found), first);
};

function firstStep({ start, nameOf }: PeriodInput, counting: { firstDay: string }): string {
  const loosely = { day: '', about: '（按大概的说法推算）', month: '（只说到月，稳妥起见按该月1日）', year: '' };
  const said = `${dayInWords(start.day)}${loosely[start.precision]}${nameOf(start.event)}`;
  return `起算：${said}，当日不计入，从${dayInWords(addDays(start.day, 1))}开始算（${counting.firstDay}）。`;
}

/** One uninterrupted run, with its step. */
function segment(input: PeriodInput, from: string, steps: string[]): string {
  const { length, citation, regime, calendar } = input;
  const { transition } = regime;
  if (transition !== undefined && from < transition.on) {
    const before = lastDayOf(from, transition.earlier, calendar);
    const isSpent = calendar.workingDayFrom(before) < transition.on;
    const earlier = `当时的期间为${lengthInWords(transition.earlier)}（${transition.earlierLaw}），到${dayInWords(before)}`;
    if (isSpent) {
      steps.push(
        `期间：${earlier}，在${dayInWords(transition.on)}以前已经届满，不适用后来的${lengthInWords(length)}（${transition.spent}）。`,
      );
      return before;
    }
    steps.push(
      `过渡：${earlier}；到${dayInWords(transition.on)}还没有届满，适用${lengthInWords(length)}（${transition.lengthened}）。`,
    );
  }
  const lastDay = lastDayOf(from, length, calendar);
  steps.push(
    `期间：${lengthInWords(length)}（${citation}），${howCounted(length, countingOn(regime, lastDay))}，到${dayInWords(lastDay)}。`,
  );
  return lastDay;
}

function howCounted({ workingDays, days }: PeriodLength, { monthEnd }: { monthEnd?: string | undefined }): string {
  if (workingDays !== undefined) return '只算工作日，周末和节假日不算';
  if (days !== undefined) return '按日历日连续计算，中间的节假日不扣除';
  return `到期月的对应日为最后一日，没有对应日的为月末日${monthEnd === undefined ? '' : `（${monthEnd}）`}`;
}

/** From when an interrupted period runs again: proceedings interrupt it until they are over. */
function startsAnew(
  { event, day, until }: DatedEvent,
  { interruption }: DeadlineRegime,
): { from: string; says: string } {
  const citation = interruption?.citation;
  if (!interruption?.lasting.includes(event)) return { from: day, says: `期间从这天起重新计算（${citation}）` };
  if (until !== null) return { from: until, says: `期间从有关程序终结的${dayInWords(until)}起重新计算（${citation}）` };
  return {
    from: day,
    says: `期间从有关程序终结时起重新计算（${citation}）；还不知道程序何时终结，稳妥起见从这天起推算`,
  };
}

function happenings({ regime, events }: PeriodInput): (DatedEvent & { interrupts: boolean })[] {
  const interrupting = regime.interruption?.events ?? [];
  const suspending = regime.suspension?.events ?? [];
  return events
    .filter(({ event, precision }) => precision !== 'year' && [...interrupting, ...suspending].includes(event))
    .map((event) => ({ ...event, interrupts: interrupting.includes(event.event) }))
    .sort((left, right) => (sortDay(left) < sortDay(right) ? -1 : 1));
}

/** An obstacle is weighed when it ends: only then is it known what was left. */
const sortDay = ({ interrupts, day, until }: DatedEvent & { interrupts: boolean }) =>
  interrupts ? day : (until ?? day);

function suspended(
  { regime, nameOf, length, calendar }: PeriodInput,
  run: { from: string; lastDay: string },
  obstacle: DatedEvent,
  steps: string[],
): string {
  const { suspension } = regime;
  if (suspension === undefined) return run.lastDay;
  const { lastMonths, citation } = suspension;
  const opens = lastMonths === null ? run.from : later(addMonths(run.lastDay, -lastMonths), run.from);
  const name = nameOf(obstacle.event);
  if (obstacle.until === null) {
    steps.push(`中止：${dayInWords(obstacle.day)}起${name}；需要知道障碍消除的日期，才能算出还剩多久（${citation}）。`);
    return run.lastDay;
  }
  const span = `${dayInWords(obstacle.day)}至${dayInWords(obstacle.until)}${name}`;
  if (obstacle.until < opens || obstacle.day > run.lastDay) {
    steps.push(
      `${span}，不在${lastMonths === null ? '期间' : `期间的最后${lastMonths}个月`}内，不中止（${citation}）。`,
    );
    return run.lastDay;
  }
  if (suspension.afterwards === 'six-months') {
    const lastDay = later(addMonths(obstacle.until, 6), run.lastDay);
    steps.push(`中止：${span}，自障碍消除之日起满六个月届满，到${dayInWords(lastDay)}（${citation}）。`);
    return lastDay;
  }
  // What is left is at most the whole window, by the calendar: its months are not of equal length.
  const whole = lastDayOf(obstacle.until, lastMonths === null ? length : { months: lastMonths }, calendar);
  const left = daysBetween(obstacle.day, run.lastDay);
  const resumed = addDays(obstacle.until, left);
  const isWhole = obstacle.day <= opens || resumed > whole;
  const lastDay = later(isWhole ? whole : resumed, run.lastDay);
  const remains = isWhole ? (lastMonths === null ? '全部期间' : `${lastMonths}个月`) : `${left}日`;
  steps.push(`中止：${span}，停止时还剩${remains}，障碍消除后继续计算，到${dayInWords(lastDay)}（${citation}）。`);
  return lastDay;
}

const later = (left: string, right: string) => (left > right ? left : right);

function capped({ cap, calendar }: PeriodInput, lastDay: string, steps: string[]): string {
  if (cap === null) return lastDay;
  const longest = lastDayOf(cap.day, cap.length, calendar);
  const from = cap.isAssumed ? `（按起算日推算，实际从更早的那天算）` : `（自${dayInWords(cap.day)}起）`;
  const says = `最长：${lengthInWords(cap.length)}${from}，到${dayInWords(longest)}（${cap.citation}）`;
  steps.push(longest < lastDay ? `${says}，期间到此为止。` : `${says}，没有超过。`);
  return longest < lastDay ? longest : lastDay;
}
