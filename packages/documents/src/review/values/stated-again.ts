import { monthsOf, numberOf, PERIOD, SHARE, shareOf } from '../numbers.ts';
import type { Found } from './reading-context.ts';
import { findAll, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

/** One thing that is said in two places in different words, and differently. */
export function readStatedAgain(context: ReadingContext): ValueReading[] {
  return [
    ...quantities(context),
    ...warranties(context),
    ...guaranteePeriods(context),
    ...costShares(context),
    ...creditTerms(context),
  ];
}

const QUANTITIES: [string, RegExp, (words: string) => number][] = [
  [
    '里程',
    /(?:行驶里程|表显里程|里程数?|公里数)(?:约|为|是|：|显示|共|已|表显示){0,3}(\d{1,7}(?:\.\d{1,3})?万?)公里/gu,
    (words) => Number.parseFloat(words) * (words.endsWith('万') ? 10_000 : 1),
  ],
  ['出厂年份', /(\d{4})年(?:\d{1,2}月)?(?:出厂|生产|制造)(?!商|厂)/gu, Number],
  [
    '首次登记',
    /(\d{4}年\d{1,2}月)(?:\d{1,2}日)?(?:首次登记|初次登记|上牌)/gu,
    (words) => numberOf(words.replace(/\D/gu, '')),
  ],
  ['排量', /排量(?:为|是|：)?(\d\.\d)(?:升|L|T)/gu, Number],
];

function quantities({ sentences }: ReadingContext): ValueReading[] {
  return QUANTITIES.flatMap(([label, pattern, read]) => {
    const found = findAll(sentences, pattern).filter(
      ({ sentence }) => !/以内|先到为准|先到者|保养|每/u.test(sentence.text),
    );
    const [first] = found;
    const other =
      first &&
      found.find(
        ({ words }) => Math.abs(read(words) - read(first.words)) > (label === '里程' ? read(first.words) * 0.01 : 0),
      );
    return other ? [reading(1, other, `${label}一处写作${first.words}，另一处写作${other.words}`)] : [];
  });
}

const WARRANTY = '(?:质保|保修|质量保证|维保|包修)';
const WARRANTY_LENGTH = new RegExp(
  `(?:免费)?${WARRANTY}(?:期限?|服务期?|时间)?(?:为|是|：|共|计|约定)?(${PERIOD})(?!内|前|后|以)|(${PERIOD})(?:的)?(?:免费)?${WARRANTY}(?!期?满|金)`,
  'gu',
);
const PART_OF_IT = /防水|防渗|渗漏|易损|其他|其余|延长|顺延|电池|配件|赠|期满|届满|更换后|分别|屋面|主体|另/u;

function warranties({ sentences }: ReadingContext): ValueReading[] {
  const whole = sentences
    .map((sentence) => findAll([sentence], WARRANTY_LENGTH))
    .filter((found) => found.length === 1)
    .flat()
    .filter(({ match, sentence: { text } }) => {
      const start = text.lastIndexOf('，', match.index) + 1;
      return !PART_OF_IT.test(text.slice(start, (match.index ?? 0) + match[0].length));
    });
  return differing('保修期', whole);
}

function differing(name: string, found: readonly Found[]): ValueReading[] {
  const [first] = found;
  const other = first && found.find(({ words }) => Math.abs(monthsOf(words) - monthsOf(first.words)) > 0.1);
  return other ? [reading(1, other, `${name}一处写作${first.words}，另一处写作${other.words}`)] : [];
}

const GUARANTEE = [
  new RegExp(`(?:保证|担保)期(?:间|限)(?!内|届满|届|的)[^。；]{0,30}?(?<!内)(${PERIOD})(?!内)`, 'gu'),
  new RegExp(
    `(?:到期|届满|期满)[^。；，]{0,8}?(${PERIOD})内[^。；]{0,6}?(?:未|没有|不)[^。；]{0,30}?(?:保证|担保)[^。；]{0,20}?(?:免责|免除|消灭|解除|不再|不用)`,
    'gu',
  ),
  new RegExp(`(?:保证人|担保人|丙方)[^。；，]{0,12}(${PERIOD})(?:内)?(?:的)?(?:保证|担保)责任`, 'gu'),
];

function guaranteePeriods({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'loan') return [];
  const found = GUARANTEE.flatMap((pattern) => findAll(sentences, pattern)).sort((a, b) => a.from - b.from);
  return differing('保证期间', found);
}

const COSTS = /水费|电费|水电|燃气|宽带|网费|物业|取暖|暖气|运费|税费|登记费|评估费|过户费|利润|亏损|盈利|收益/gu;
const PART = new RegExp(`([二三四五六七八九十]分之[一二三四五六七八九]|${SHARE}|各半|一半|对半|平分)`, 'gu');

function costShares({ sentences }: ReadingContext): ValueReading[] {
  const found = sentences.flatMap((sentence) => {
    const costs: string[] = sentence.text.match(COSTS) ?? [];
    const parts = findAll([sentence], PART);
    const values = new Set(parts.map(({ words }) => partOf(words)));
    if (costs.length === 0 || values.size !== 1 || /违约|逾期|税率|超过|不足|上浮|加收|提成/u.test(sentence.text))
      return [];
    const who: string[] = sentence.text.match(/[甲乙丙]方/gu) ?? [];
    return parts.slice(0, 1).map((part) => ({ part, costs, value: partOf(part.words), who }));
  });
  return found.flatMap((one, index) => {
    const first = found
      .slice(0, index)
      .find(
        (other) => other.costs.some((cost) => one.costs.includes(cost)) && Math.abs(other.value - one.value) > 0.001,
      );
    if (!first || Math.abs(first.value + one.value - 1) < 0.001) return [];
    const sameParty = first.who.length === 0 || one.who.length === 0 || one.who.some((who) => first.who.includes(who));
    const cost = one.costs.find((name) => first.costs.includes(name)) ?? '';
    return sameParty
      ? [reading(1, one.part, `${cost}的分摊一处写作${first.part.words}，另一处写作${one.part.words}`)]
      : [];
  });
}

function partOf(words: string): number {
  if (/半|平分/u.test(words)) return 0.5;
  const [whole, part] = words.split('分之');
  return part !== undefined && !/^[百千万]$/u.test(whole ?? '')
    ? numberOf(part) / numberOf(whole ?? '')
    : shareOf(words);
}

const MONTHLY =
  /(?:每月|次月|当月)?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:之)?前[^。；]{0,16}(?:上月|上个月|当月|前月|上一月)[^。；]{0,10}(?:货款|款项?|费用|服务费|报酬)[^。；]{0,10}(?:付清|支付|结清|付)|(?:上月|当月|上个月)(?:货款|款项?|服务费|费用)[^。；，]{0,10}(?:次月|每月)[^。；，]{0,6}[日号]前/gu;
const CREDIT = new RegExp(
  `(?:账期|付款期限?|付款周期|结算周期|结算期|回款期)[^。；，]{0,14}?(${PERIOD})|(?:收货|到货|验收|签收|收到发票|交货)[^。；，]{0,6}(?:满|后)(${PERIOD})(?:后|届满后)?(?:付款|支付货款|结算|付清货款)`,
  'gu',
);

/** Paid each month for the month before, and yet only after a longer time. */
function creditTerms({ sentences }: ReadingContext): ValueReading[] {
  const [monthly] = findAll(sentences, MONTHLY);
  const credit = findAll(sentences, CREDIT).filter(({ words }) => monthsOf(words) > 2);
  const [first] = credit;
  if (!monthly || !first || first.sentence === monthly.sentence) return [];
  return [reading(1, first, `一处约定按月结清上月的款项，另一处的账期是${first.words}`)];
}
