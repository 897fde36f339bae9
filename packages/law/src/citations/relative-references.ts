import { chineseToNumber } from '../numerals.ts';
import { type Pinpoint, readPinpoints } from './pinpoints.ts';

/** A reference by place: to a provision that the words around it name. */
export interface RelativeReference {
  start: number;
  end: number;
  /** `previous`: 前条, 前两款; `same`: 该条, 同款; `own`: 本条, 本款; `bare`: 「第二款」 without its article. */
  kind: 'previous' | 'same' | 'own' | 'bare';
  unit: '条' | '款' | '项';
  /** 3 of 「前三款」. */
  count: number;
  pinpoints: Pinpoint[];
  /** Followed by words that only law has (规定, 所列): to be reported even when nobody can say what it means. */
  certain: boolean;
}

const N = '[0-9０-９零〇○一二两三四五六七八九十百千]';
const RELATIVE = new RegExp(
  `(前)([一二两三四五六七八九])?(条|款|项)|(本|该|此|同一?|上述|前述)(条|款|项)|(?<![条款项之、])第\\s?(?:${N}{1,3}|[（(]${N}{1,3}[）)])(?:\\s?[、和及与或至到]\\s?(?:第\\s?)?(?:${N}{1,3}|[（(]${N}{1,3}[）)])){0,6}\\s?(款|项)`,
  'gu',
);
/** 该条例, 前款项, 该条款, 本项目: other words. */
const OTHER_WORD = /^(?:例|件|款|目|约|路|街|线|河|裤|鱼|命|工作|业务|服务|工程|费用|支出|任务|式|等)/u;
const LAW_FOLLOWS = /^\s*(?:的?规定|所列|所称|所指|所述|列举|但书|前段|后段|情形|行为|第)/u;
const NUMBERED_THING = /^(?:费|钱|建议|意见|理由|请求|诉讼请求|主张|证据|工作|争议|约定|违约)/u;

/** 前款, 前两款, 该条第二款, 本条, and 款 or 项 named without their article. Linear time. */
export function relativeReferences(text: string): RelativeReference[] {
  const found: RelativeReference[] = [];
  for (const match of text.matchAll(RELATIVE)) {
    const bareUnit = match[6];
    const unit = (match[3] ?? match[5] ?? bareUnit) as RelativeReference['unit'];
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
    if (bareUnit === undefined && unit !== '款' && OTHER_WORD.test(after)) continue;
    if (NUMBERED_THING.test(after)) continue;
    const certain = LAW_FOLLOWS.test(after);
    // 「该项」, 「该款」 and 「前项」 mostly mean a matter or a sum of money.
    if (!certain && (unit === '项' || (match[5] === '款' && unit === '款')) && bareUnit === undefined) continue;
    const kind = match[1] ? 'previous' : bareUnit ? 'bare' : match[4] === '本' ? 'own' : 'same';
    const from = kind === 'bare' ? match.index : match.index + match[0].length;
    const { end, pinpoints, broken } = readPinpoints(text, from);
    if (kind === 'bare' && (broken || pinpoints.length === 0)) continue;
    const last = found.at(-1);
    if (last && match.index < last.end) continue;
    found.push({
      start: match.index,
      end: Math.max(end, match.index + match[0].length),
      kind,
      unit,
      count: match[2] === undefined ? 1 : (chineseToNumber(match[2]) ?? 1),
      pinpoints,
      certain,
    });
  }
  return found;
}
