import { monthsOf, PERIOD } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import { DAY, type Day, dayOf, inDays, monthsBetween } from './dates.ts';
import { inMonths, type ReadingContext, reading } from './reading-context.ts';
import { outerClausesOf } from './stretches.ts';
import type { ValueReading } from './value-names.ts';

const LENGTH = new RegExp(
  `(?<!免租|试用|质保|保修|宽限|服务|付款|保证|诉讼|有效|异议)(?:借款期限|租赁期限|合同期限|借期|租期|租赁期|工期|会籍(?:期限)?|施工期|为期|期限|周期)(?:共|总共|总计|共计|为|是|：|约定|暂定){0,2}(${PERIOD})(?!内|前|后|以)`,
  'u',
);
/** Under a heading that names the term. */
const OPENING = new RegExp(`^(?:为|共|约定)?(${PERIOD})(?!内|前|后|以)`, 'u');
const START = new RegExp(
  `(?:开工|开始|起租|起算|进场|开业|起始|生效|起|入住)(?:日期|时间|日)?(?:为|：|是|于)?(${DAY})|(?:自|从|于|在)?(${DAY})(?:起|开始|开工|进场|入住|生效|到账|放款|转账|转给)`,
  'u',
);
const END = new RegExp(
  `(?:竣工|完工|结束|届满|到期|截止|终止|还清|期满|交付|还款|归还)(?:日期|时间|日|期限)?(?:为|：|是|于)?(${DAY})|(?:至迟|最迟|最晚|不晚于|不迟于|至|到|于|在)?(?:在|于)?(${DAY})(?:这天|当天|当日|之前|以前|前|止)?(?:一次性?|全部|足额|应|须|需|本息|将|把|本金|工程){0,4}(?:届满|到期|竣工|完工|结束|还清|归还|偿还|付清本息)`,
  'u',
);
const FROM_SIGNING =
  /(?:从|自)?(?:(?:本)?(?:合同|协议))?(?:签订|签字|签署|签约|到账|放款|交付|生效|收到(?:借款|款项)?|转账)[^。；，]{0,4}(?:之日|那天|当日|当天|日)?(?:起|算起|开始|计算)/u;

/** A length and two days that one number of the contract names apart: 「工期七十五天」 … 「竣工日期为」. */
export function readSplitPeriods(context: ReadingContext, signed: Day | null): ValueReading[] {
  return outerClausesOf(context).flatMap((clause) => {
    const text = clause.text.slice(0, 600);
    const isTerm = /期限?$/u.test(clause.clause.title ?? '') && !/保|试用|付款/u.test(clause.clause.title ?? '');
    const length = LENGTH.exec(text) ?? (isTerm ? OPENING.exec(text) : null);
    if (length === null || /工作日/u.test(length[1] ?? '')) return [];
    return compared(clause, length, text, signed);
  });
}

function compared(clause: Sentence, length: RegExpExecArray, text: string, signed: Day | null): ValueReading[] {
  const [written = '', starts, ends] = [length[1], START.exec(text), END.exec(text)];
  const fromSigning = starts === null && FROM_SIGNING.test(text);
  const start = starts ? dayOf(starts[1] ?? starts[2] ?? '') : fromSigning ? signed : null;
  const end = ends ? dayOf(ends[1] ?? ends[2] ?? '') : null;
  const said = monthsOf(written);
  if (!start || !end || end.number <= start.number || !(said > 0)) return [];
  if (starts && ends && Math.abs(starts.index - ends.index) < 2) return [];
  if (/展期|顺延至|延长至|续/u.test(text)) return [];
  const counted = monthsBetween(start, end);
  const slack = fromSigning ? 1 : 0.2;
  const differs = /[日天]$/u.test(written)
    ? Math.abs(end.number - start.number - said * 30) > (fromSigning ? 30 : 1.5)
    : Math.abs(counted - said) > slack;
  if (!differs) return [];
  const at = { from: clause.from + length.index, to: clause.from + length.index + length[0].length };
  const counting = `${inDays(start)}${fromSigning ? '（签订日）' : ''}至${inDays(end)}是${inMonths(counted)}`;
  return [reading(Math.abs(counted - said), at, `${counting}，合同却写作${written}`)];
}
