import { MONEY, moneyOf, monthsOf, NUMBER, numberOf, PERIOD } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import { outerClausesOf } from './stretches.ts';
import type { ValueReading, Values } from './value-names.ts';

const WATERPROOF = '(?:防水|防渗漏?|渗漏水?|漏水)';
const WATERPROOF_LENGTH = new RegExp(
  `${WATERPROOF}[^。；]{0,20}?(?:保修|质保|质量保证|包修)[^。；，\\d]{0,10}?(${PERIOD})|(?:保修|质保|质量保证|包修)[^。；]{0,40}?${WATERPROOF}[^。；，\\d]{0,10}?(${PERIOD})|${WATERPROOF}(?:工程|部分|部位|层)?(?:为|：|只|仅)?(${PERIOD})`,
  'gu',
);
const ONE_MISSED =
  '(?:(?:任何|任意|某|其中|只要有?|有)(?:的)?(?:一|1)(?:期|次|笔|个月)|(?:一|1)(?:期|次|笔)(?:款项?|分期款|货款)?)[^。；]{0,20}?(?:未付|未按|没有?付|没付|不付|晚付|迟付|逾期|迟延|拖欠|晚|未足额|未能|没交|没有按)';
const ALL_DUE =
  '(?:剩余|余下|其余|未到期|未付|后续|以后|全部)[^。；]{0,14}?(?:立即|全部|一次|提前|当即|均|都|马上)?[^。；，]{0,8}?(?:到期|付清|支付|结清|缴清)';
const ACCELERATION = new RegExp(`${ONE_MISSED}[^。；]{0,60}?${ALL_DUE}`, 'gu');
const EACH_INSTALMENT = new RegExp(
  `每(?:个)?(?:期|月|次|季度?)[^。；]{0,16}?(?:付款?|支付|缴|交|还)?[^。；，\\d]{0,6}?(${MONEY})`,
  'gu',
);
const INSTALMENT_COUNT = new RegExp(`(?:分|共|分为|分成|分作)(${NUMBER})(?:个)?(?:期|次|个月|笔|季度)`, 'u');
const HANDED_OVER = new RegExp(
  `(?:实际|净|到手|最终)(?:只|仅)?(?:到账|到手|交付|转账?|支付|打款|收到|汇款?|给付|拿到|出借|得款)[^。；，\\d]{0,10}?(${MONEY})|到手[^。；，\\d]{0,6}(${MONEY})`,
  'gu',
);
const OLD_STANDARD =
  /(?:司法解释|法律|法院|国家|规定|现行)[^。；]{0,24}?(?:年利率|利率|利息|年息)?[^。；，]{0,8}?(?:24%|百分之二十四|36%|百分之三十六|两分|二分|三分|银行同期(?:贷款)?利率的?(?:四|4)倍)[^。；]{0,24}?(?:保护|支持|合法|允许|有效|以内|认可)|(?:年利率|利率|利息)[^。；，]{0,10}?(?:24%|百分之二十四|36%|百分之三十六)[^。；]{0,16}?(?:受(?:法律|司法)?[^。；，]{0,4}保护|符合(?:法律|司法|国家)|(?:法律|司法|法院|国家)[^。；，]{0,6}(?:保护|支持|允许))/gu;

/** What the law sets a bound to in goods, works and loans. */
export function readBoundedValues(context: ReadingContext, base: BaseFigures): Values {
  const { type, sentences } = context;
  return {
    ...(type === 'service' || type === 'sale' ? values('waterproofMonths', waterproof(context)) : {}),
    ...(type === 'sale' ? values('accelerationShare', acceleration(context, base)) : {}),
    ...(type === 'loan' ? values('deliveredLess', deliveredLess(context, base)) : {}),
    ...(type === 'loan'
      ? values(
          'oldRateStandard',
          findAll(sentences, OLD_STANDARD)
            .filter(({ sentence }) => !/不受|废止|不再/u.test(sentence.text))
            .map((found) => reading(1, found, `“${found.match[0]}”是已经不用的标准`)),
        )
      : {}),
  };
}

const waterproof = ({ sentences }: ReadingContext): ValueReading[] =>
  findAll(sentences, WATERPROOF_LENGTH)
    .filter(({ words, match }) => !/小时|闭水|[日天]$/u.test(words + match[0].slice(-2)))
    .map((found) => reading(monthsOf(found.words), found, `防水只保修${found.words}`));

/** One missed instalment makes all due: what share of the price it is. */
function acceleration(context: ReadingContext, { total }: BaseFigures): ValueReading[] {
  const outer = outerClausesOf(context);
  const text = outer.map((clause) => clause.text).join('\n');
  const count = numberOf(INSTALMENT_COUNT.exec(text)?.[1] ?? '');
  const each = findAll(outer, EACH_INSTALMENT).map(({ words }) => moneyOf(words));
  const share = total !== null && each[0] !== undefined ? each[0] / total : 1 / count;
  if (!(share > 0) || !(count >= 3 || each.length > 0)) return [];
  return findAll(context.sentences, ACCELERATION)
    .filter(({ sentence }) => !/五分之一|20%|百分之二十/u.test(sentence.text))
    .map((found) => reading(share, found, `一期只有总价的${percent(share)}，欠一期就要付清全部`));
}

function deliveredLess({ sentences }: ReadingContext, { principal }: BaseFigures): ValueReading[] {
  if (principal === null) return [];
  return findAll(sentences, HANDED_OVER)
    .filter(({ sentence }) => !/为准|按实际|以实际|认定|据实/u.test(sentence.text))
    .map((found) => {
      const sum = moneyOf(found.words);
      return reading(
        sum > principal * 0.5 ? principal - sum : 0,
        found,
        `实际到手${found.words}，本金却写作${yuan(principal)}`,
      );
    });
}
