import { addDays, addMonths } from '../calendar/day-arithmetic.ts';
import { chineseToNumber } from '../numerals.ts';
import { monthOf, weekdayOf, yearOf } from './calendar-days.ts';
import { around, centredOn, type DateSpan, onDay } from './date-span.ts';
import { PART_OF_MONTH, readInMonth, SMALL } from './date-words.ts';
import type { DateForm } from './dated-mentions.ts';

const form = (source: string, read: DateForm['read']): DateForm => ({ pattern: new RegExp(source, 'gu'), read });

const AGO = '(?:[之以]前|前)(?!夕|提|台|期|任|妻|夫)';
const DAYS: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  昨儿: -1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  今晨: 0,
  刚才: 0,
  刚刚: 0,
  明天: 1,
  后天: 2,
};
const COUNT = '[0-9０-９零〇一二两三四五六七八九十]{1,3}';

/** 「两年多」 is 2, 「一年半」 is 1.5, 「半年」 is 0.5; null where it is no number. */
function readCount(count: string | undefined, half: string | undefined): number | null {
  if (count === '半' || count === '大半' || count === '小半') return 0.5;
  // 「五六年」 is five or six of them.
  if (/^(?:一两|两三|二三|三四|四五|五六|六七|七八|八九)$/u.test(count ?? '')) {
    return (chineseToNumber(count?.[0] ?? '') ?? 0) + 0.5;
  }
  const value = chineseToNumber(count ?? '');
  return value === null ? null : value + (half === '半' ? 0.5 : 0);
}

const SOME: Record<string, (askedOn: string) => DateSpan> = {
  天: (day) => around(addDays(day, -9), addDays(day, -2), 'week'),
  月: (day) => around(addMonths(day, -9), addMonths(day, -2), 'season'),
  年: (day) => around(addMonths(day, -9 * 12), addMonths(day, -2 * 12), 'decade'),
};

export const RELATIVE_FORMS: readonly DateForm[] = [
  form(Object.keys(DAYS).join('|'), (match, askedOn) => onDay(addDays(askedOn, DAYS[match[0]] ?? 0))),
  form(
    `(?<![第十百千万几好多0-9０-９.])(?:(?<count>${COUNT}|大半|小半|半)个?(?<half>半)?)年(?<more>[多半来])?(?:零?${COUNT}个月)?${AGO}`,
    (match, askedOn) => {
      const years = readCount(match.groups?.count, match.groups?.half ?? match.groups?.more);
      if (years === null || years > 99) return null;
      const day = addMonths(askedOn, -Math.round(years * 12));
      return centredOn(day, years < 1 ? 'month' : 'year');
    },
  ),
  form(`(?<![第几好多0-9０-９.])(?<count>${COUNT})个?(?<half>半)?月多?${AGO}`, (match, askedOn) => {
    // 「三月前」 without 个 is the month of March.
    if (!match[0].includes('个')) return null;
    const months = readCount(match.groups?.count, /个半/.test(match[0]) ? '半' : undefined);
    return months === null
      ? null
      : centredOn(addDays(addMonths(askedOn, -Math.floor(months)), months % 1 ? -15 : 0), 'month');
  }),
  form(`半个?月${AGO}`, (_match, askedOn) => around(addDays(askedOn, -20), addDays(askedOn, -10), 'week')),
  form(`(?<![第几0-9０-９.])(?<count>${COUNT})(?:周|个?星期|个?礼拜)${AGO}`, (match, askedOn) => {
    const weeks = readCount(match.groups?.count, undefined);
    if (weeks === null) return null;
    const day = addDays(askedOn, -Math.round(7 * weeks));
    return { from: addDays(day, -3), to: addDays(day, 3), day, precision: 'week' };
  }),
  form(`(?<![第几0-9０-９.])(?<count>${COUNT})[天日]${AGO}`, (match, askedOn) => {
    const days = readCount(match.groups?.count, undefined);
    if (days === null) return null;
    return days % 1
      ? around(addDays(askedOn, -Math.ceil(days)), addDays(askedOn, -Math.floor(days)), 'week')
      : onDay(addDays(askedOn, -days));
  }),
  form(`好?几(?:周|个?星期|个?礼拜)${AGO}`, (_match, askedOn) =>
    around(addDays(askedOn, -60), addDays(askedOn, -14), 'season'),
  ),
  form('(?:去年|前年)的?(?:今天|这个时候|这会儿)', (match, askedOn) => {
    const day = addMonths(askedOn, match[0].startsWith('去') ? -12 : -24);
    return match[0].endsWith('今天') ? onDay(day) : centredOn(day, 'month');
  }),
  form('(?<![每上下这本到至个一])(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![到至、和])', (match, askedOn) => {
    const weekday = '一二三四五六日天'.indexOf(match.groups?.weekday ?? '一') + 1;
    const back = (weekdayOf(askedOn) - Math.min(weekday, 7) + 7) % 7;
    return onDay(addDays(askedOn, -back));
  }),
  form(`(?:${COUNT}|几|半)个?(?:小时|钟头|分钟)${AGO}`, (_match, askedOn) => onDay(askedOn)),
  form(
    `(?:好几|几|好多|多|十几|二十几|几十)(?:个)?(?<unit>[年月天])${AGO}|(?<!提)前几(?<unit2>[年天])|(?<!提)前些(?<unit3>[年天])`,
    (match, askedOn) => {
      const unit = match.groups?.unit ?? match.groups?.unit2 ?? match.groups?.unit3 ?? '年';
      if (/十几|二十几|几十/.test(match[0]) && unit === '年') {
        const tens = match[0].startsWith('十几') ? 10 : 20;
        return around(addMonths(askedOn, -(tens + 9) * 12), addMonths(askedOn, -(tens + 1) * 12), 'decade');
      }
      if (match[0].startsWith('前') && unit === '天') return around(addDays(askedOn, -6), addDays(askedOn, -2), 'week');
      return SOME[unit]?.(askedOn) ?? null;
    },
  ),
  form('(?<!提)前[一两](?<unit>年|天)(?!级)', (match, askedOn) =>
    match.groups?.unit === '年'
      ? around(addMonths(askedOn, -36), addMonths(askedOn, -12), 'decade')
      : around(addDays(askedOn, -3), addDays(askedOn, -1), 'week'),
  ),
  form('前一?阵子?|前段时间|前段日子|前些日子|不久[之以]?前|前不久', (_match, askedOn) =>
    around(addMonths(askedOn, -3), addDays(askedOn, -7), 'season'),
  ),
  form('最近|近期|近日|这两天|这几天|这阵子', (_match, askedOn) => around(addDays(askedOn, -30), askedOn, 'month')),
  form(`(?<which>上上|上|这|本|下)(?:周|个?星期|个?礼拜)(?<day>[一二三四五六日天末])?`, (match, askedOn) => {
    const { which = '', day } = match.groups ?? {};
    const weeks = which === '上上' ? -2 : which === '上' ? -1 : which === '下' ? 1 : 0;
    const monday = addDays(askedOn, 1 - weekdayOf(askedOn) + 7 * weeks);
    if (day === undefined) return around(monday, addDays(monday, 6), 'week');
    if (day === '末') return around(addDays(monday, 5), addDays(monday, 6), 'week');
    return onDay(addDays(monday, '日天'.includes(day) ? 6 : '一二三四五六'.indexOf(day)));
  }),
  form(`(?<which>上上|上|这|本|下)个?月的?(?:(?<day>${SMALL})[日号]|(?<part>${PART_OF_MONTH}))?`, (match, askedOn) => {
    const { which = '', day, part } = match.groups ?? {};
    const months = which === '上上' ? -2 : which === '上' ? -1 : which === '下' ? 1 : 0;
    const month = addMonths(`${askedOn.slice(0, 7)}-01`, months);
    return readInMonth(yearOf(month), monthOf(month), day, part);
  }),
  form(`(?<tens>[0-9零〇一二五六七八九])(?:十|0)?几年(?!前|之前|以前|级|来|的?时间|了)`, (match) =>
    decade(match.groups?.tens ?? ''),
  ),
  form('(?<century>(?:上世纪)|19|20)?(?<tens>[0-9〇零一二五六七八九])[0十]年代', (match) =>
    decade(match.groups?.tens ?? ''),
  ),
];

/** 「零几年」 is 2000 … 2009, 「九几年」 1990 … 1999. */
function decade(tens: string): DateSpan | null {
  const digit = /[零〇]/.test(tens) ? 0 : chineseToNumber(tens);
  if (digit === null || digit > 9) return null;
  const first = (digit >= 5 ? 1900 : 2000) + digit * 10;
  return around(`${first}-01-01`, `${first + 9}-12-31`, 'decade');
}
