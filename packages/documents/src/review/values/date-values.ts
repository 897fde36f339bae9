import { monthsOf, PERIOD } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { DAY, type Day, dayOf, inDays, monthsBetween } from './dates.ts';
import { readDayValues } from './day-values.ts';
import { findAll, inMonths, type ReadingContext, reading, values } from './reading-context.ts';
import { readSplitPeriods } from './split-periods.ts';
import type { ValueReading, Values } from './value-names.ts';

const RANGE = new RegExp(
  `(${DAY})[起始]?(?:计算|开始|生效|算)?[，]?(?:至|到|截至|截止到|—{1,2}|-{1,2}|~|～|–)(${DAY})`,
  'gu',
);
const LENGTH_AFTER = new RegExp(
  `^[止]?[^。；\\d一二三四五六七八九十半试质保前首头最其免]{0,10}?(?<!每)(${PERIOD})(?!内|前|后|以|为?试用|为?免租)`,
  'u',
);
const LENGTH_BEFORE = new RegExp(
  `(?:期限?|共计?|为期|期间|(?:订立|签订)[^。；，]{0,4})[^。；\\d]{0,3}?(${PERIOD})(?!内|前|后|以)[^。；\\d一二三四五六七八九十]{0,18}$`,
  'u',
);
const SIGNED = new RegExp(
  `(?:签订|签署|订立)(?:日期|时间|日)?[为：于]{0,2}(${DAY})|于(${DAY})[^。；，]{0,12}(?:签订|签署|订立)`,
  'gu',
);
const ANY_DAY = new RegExp(`(${DAY})`, 'gu');
const TERM_WORDS = /租赁期|租期|借款期|合同期限|服务期|有效期|期限|起租/u;

export interface Term {
  from: Day;
  to: Day;
  at: { from: number; to: number };
}

/** Spans of days that the contract names, in order. */
export function readTerms({ sentences }: ReadingContext): Term[] {
  return findAll(sentences, RANGE).flatMap(({ match, from, to }) => {
    const [start, end] = [dayOf(match[1] ?? ''), dayOf(match[2] ?? '')];
    return start && end ? [{ from: start, to: end, at: { from, to } }] : [];
  });
}

export function readDateValues(context: ReadingContext): Values {
  const terms = readTerms(context);
  return {
    ...values(
      'endsBeforeStart',
      terms
        .filter(({ from, to }) => to.number < from.number)
        .map(({ from, to, at }) => reading(1, at, `${inDays(from)}在${inDays(to)}之后`)),
    ),
    ...values('periodDiffers', [
      ...periodsThatDiffer(context),
      ...readSplitPeriods(context, signedOn(context)?.day ?? null),
    ]),
    ...values('dayDiffers', readDayValues(context)),
    ...values('signedAfterStart', signedLate(context, terms)),
    ...values('dateImpossible', impossible(context)),
  };
}

function periodsThatDiffer({ sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, RANGE).flatMap(({ match, sentence, from, to }) => {
    const [start, end] = [dayOf(match[1] ?? ''), dayOf(match[2] ?? '')];
    if (!start || !end || end.number < start.number) return [];
    const at = match.index ?? 0;
    const written =
      LENGTH_BEFORE.exec(sentence.text.slice(Math.max(0, at - 40), at))?.[1] ??
      LENGTH_AFTER.exec(sentence.text.slice(at + match[0].length, at + match[0].length + 40))?.[1];
    if (written === undefined || /工作日/u.test(written)) return [];
    const [counted, said] = [monthsBetween(start, end), monthsOf(written)];
    const differs = /[日天]$/u.test(written)
      ? Math.abs(end.number - start.number - said * 30) > 1.5
      : Math.abs(counted - said) > 0.2;
    if (!differs || !(said > 0)) return [];
    return [
      reading(
        Math.abs(counted - said),
        { from, to },
        `${inDays(start)}至${inDays(end)}是${inMonths(counted)}，合同却写作${written}`,
      ),
    ];
  });
}

/** The day of signing as the text says it, else the first day beside the signatures. */
function signedOn(context: Pick<ReadingContext, 'sentences'>) {
  const inSignature = findAll(
    context.sentences.filter(({ clause }) => clause.kind === 'signature'),
    ANY_DAY,
  );
  return [...findAll(context.sentences, SIGNED), ...inSignature].map((found) => ({
    found,
    day: dayOf(found.words),
  }))[0];
}

/** `YYYY-MM-DD`; null where the contract does not say it, or says a day that there is none of. */
export function readSigningDay(sentences: readonly Sentence[]): string | null {
  const day = signedOn({ sentences })?.day;
  if (!day?.exists) return null;
  return [String(day.year), ...[day.month, day.day].map((part) => String(part).padStart(2, '0'))].join('-');
}

function signedLate(context: ReadingContext, terms: readonly Term[]): ValueReading[] {
  const term = terms.find(({ at }) => TERM_WORDS.test(context.text.slice(Math.max(0, at.from - 40), at.from)));
  const signed = signedOn(context);
  if (!term || !signed?.day || (context.type === 'employment' && signed.day.number - term.from.number <= 30)) return [];
  const late = signed.day.number - term.from.number;
  return late > 0
    ? [reading(late, signed.found, `签订日期是${inDays(signed.day)}，期限却从${inDays(term.from)}开始`)]
    : [];
}

function impossible({ sentences }: ReadingContext): ValueReading[] {
  return findAll(sentences, ANY_DAY).flatMap((found) => {
    const day = dayOf(found.words);
    return day && !day.exists ? [reading(1, found, `日历上没有${found.words}`)] : [];
  });
}
