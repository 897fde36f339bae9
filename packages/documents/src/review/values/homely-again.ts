import { monthsOf, PERIOD } from '../numbers.ts';
import { HOMELY_SUM, homelyNumber } from './homely-numbers.ts';
import { type Found, findAll, type ReadingContext, reading, yuan } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

/** One thing said twice and differently in plain words, as `readStatedAgain` reads it in formal ones. */
export function readHomelyAgain(context: ReadingContext): ValueReading[] {
  return [
    ...attributes(context),
    ...deposits(context),
    ...trials(context),
    ...warranties(context),
    ...rooms(context),
    ...tails(context),
    ...credit(context),
  ];
}

const ATTRIBUTES: { name: string; pattern: RegExp; read: (words: string) => number; slack: number; unless: RegExp }[] =
  [
    {
      name: '里程',
      pattern:
        /(?:里程表?|公里数|公里表|表显)(?:的)?(?:读数|显示|数字|数)?(?:约|为|是|：|大概|有|：){0,2}(\d{1,7}(?:\.\d{1,3})?万?)(?:多)?公里/gu,
      read: homelyNumber,
      slack: 0.02,
      unless: /以内|先到|保养|每|质保|保修|超过/u,
    },
    {
      name: '上牌的年份',
      pattern:
        /(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上的?牌|上的?户|首次登记|初次登记|挂的?牌)|(?:注册|首次登记|初次登记|上牌|初登)(?:日期|时间|登记)?(?:是|为|：|在|于)?(\d{4})年/gu,
      read: Number,
      slack: 0,
      unless: /公司|营业|商标|过户/u,
    },
    {
      name: '出厂的年份',
      pattern:
        /(\d{4})年(?:\d{1,2}月)?(?:份)?(?:出厂|出的?厂|生产的?|造的)(?!商|经营)|(?:出厂|生产)(?:日期|时间|年份)(?:是|为|：)?(\d{4})年/gu,
      read: Number,
      slack: 0,
      unless: /批|保质/u,
    },
  ];

function attributes({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'sale') return [];
  return ATTRIBUTES.flatMap(({ name, pattern, read, slack, unless }) => {
    const found = findAll(sentences, pattern).filter(({ sentence }) => !unless.test(sentence.text));
    const [first] = found;
    const other =
      first && found.find(({ words }) => Math.abs(read(words) - read(first.words)) > read(first.words) * slack);
    return other ? [reading(1, other, `${name}一处写作${first.words}，另一处写作${other.words}`)] : [];
  });
}

const KEPT = '押金|(?<!质量)保证金|订金|定金';
const TAKEN = new RegExp(`(${KEPT})(?:就|只|先|一共|共)?(?:收|付|交|给|为|是)?[^。；\\d]{0,10}?${HOMELY_SUM}`, 'gu');
const BACK = new RegExp(
  `(?:收到|收了|今收|退还|返还|退回|退)[^。；]{0,20}?(${KEPT})(?:为|人民币|共)?${HOMELY_SUM}`,
  'gu',
);

/** A deposit that is acknowledged or given back in another amount than was taken. */
function deposits({ sentences }: ReadingContext): ValueReading[] {
  const taken = findAll(
    sentences.filter(({ text }) => !/退|收到|双倍|扣|罚/u.test(text.slice(0, 40))),
    TAKEN,
  ).filter(({ match }) => !/退|每[天日]|一天/u.test(match[0]));
  return findAll(sentences, BACK).flatMap((back) => {
    const first = taken.find(({ match, sentence }) => match[1] === back.match[1] && sentence !== back.sentence);
    const [sum, other] = [homelyNumber(first?.match[2] ?? ''), homelyNumber(back.match[2] ?? '')];
    if (!first || !(sum > 0) || !(other > 0) || sum === other) return [];
    if (/扣|部分|一半|双倍|剩|余|其中|第[二三]/u.test(back.match[0])) return [];
    return [reading(1, back, `${back.match[1]}一处写作${yuan(sum)}，另一处写作${yuan(other)}`)];
  });
}

const differing = (name: string, found: readonly Found[], slack: number): ValueReading[] => {
  const [first] = found;
  const other = first && found.find(({ words }) => Math.abs(monthsOf(words) - monthsOf(first.words)) > slack);
  return other ? [reading(1, other, `${name}一处写作${first.words}，另一处写作${other.words}`)] : [];
};

const TRIAL = new RegExp(
  `(?:先试|试用期?|试工期?|试岗期?|试做|试满|试干)(?:为|是|共|满|算|定)?(${PERIOD})(?!以?[内前后]|工资)|(?:前|头)(${PERIOD})(?:是|算|为|作)?(?:试用|试工|试岗)`,
  'gu',
);

function trials({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'employment') return [];
  const found = findAll(
    sentences.filter(({ text }) => !/不得超过|不超过|最长|延长|法律|规定/u.test(text)),
    TRIAL,
  ).filter(({ words }) => monthsOf(words) >= 0.4);
  return differing('试用期', found, 0.2);
}

const WARRANTY = new RegExp(
  `(?:质保|保修|质量保证|包修)期限?(?:为|是|自|从)[^。；，\\d]{0,16}?起(?:计算|算)?(?:，)?(?:共|满)?(${PERIOD})(?!以?[内前后])|(${PERIOD})的?(?:免费)?(?:质保|保修|质量保证|包修)期(?!满)`,
  'gu',
);

function warranties({ sentences }: ReadingContext): ValueReading[] {
  const found = findAll(
    sentences.filter(({ text }) => !/防水|易损|电池|主体|延长|分别|配件|其他|其余|更换后|重新/u.test(text)),
    WARRANTY,
  );
  return differing('质保期', found, 0.1);
}

const BEDS = /(?:住|安排|床位|入住)[^。；，\d]{0,14}?([单双一二两三四六])人间/gu;
const bedsOf = (words: string) => ({ 单: 1, 一: 1, 双: 2, 二: 2, 两: 2, 三: 3, 四: 4, 六: 6 })[words] ?? 0;

/** The room that somebody lives in, by how many share it. */
function rooms({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'service' && type !== 'lease') return [];
  const found = findAll(sentences, BEDS).filter(
    ({ sentence }) => !/调换|换到|改住|升级|如果|可以选|任选/u.test(sentence.text),
  );
  const [first] = found;
  const other =
    first && found.find(({ words, sentence }) => bedsOf(words) !== bedsOf(first.words) && sentence !== first.sentence);
  return other ? [reading(1, other, `一处写作${first.words}人间，另一处写作${other.words}人间`)] : [];
}

const TAIL = /(?<!账号|账户|银行|卡|手机)(?<!卡的?|账户|账号)尾(?:号|数)(?:为|是|：)?(\d{4,6})(?!\d)/gu;
const ROOM = /(\d{1,3}(?:幢|栋|号楼|座))(?:(\d{1,2})单元)?(\d{3,4})(?:室|号|房)?(?!\d)/gu;
const sorted = (digits: string) => [...digits].sort().join('');

/** Numbers whose digits have changed places, and rooms of one house that differ in a digit. */
function tails({ sentences, type, clauses }: ReadingContext): ValueReading[] {
  const marks = findAll(sentences, TAIL).filter(({ sentence }) => !/银行|账户|卡|转/u.test(sentence.text));
  const slipped = marks.find(
    ({ words }) => words !== marks[0]?.words && sorted(words) === sorted(marks[0]?.words ?? ''),
  );
  const numbers = slipped ? [reading(1, slipped, `尾号一处写作${marks[0]?.words}，另一处写作${slipped.words}`)] : [];
  if (type !== 'loan' && type !== 'lease' && type !== 'sale') return numbers;
  const body = clauses.find(({ kind }) => kind === 'clause')?.start ?? 0;
  const found = findAll(
    sentences.filter(({ start, text }) => start >= body && !/住址|住所|通讯地址|联系地址|两套|两间|分别/u.test(text)),
    ROOM,
  );
  const [first] = found;
  const other =
    first &&
    found.find(({ match, sentence }) => {
      const [a, b] = [first.match[3] ?? '', match[3] ?? ''];
      const distance = [...a].filter((digit, index) => digit !== b[index]).length;
      return (
        sentence !== first.sentence &&
        match[1] === first.match[1] &&
        a.length === b.length &&
        a !== b &&
        (distance === 1 || sorted(a) === sorted(b))
      );
    });
  return other
    ? [...numbers, reading(1, other, `房号一处写作${first.match[3]}，另一处写作${other.match[3]}`)]
    : numbers;
}

const MONTHLY =
  /每(?:个)?月\d{1,2}[日号](?:之?前|以前)?[^。；，]{0,4}(?:结清|付清|结|付)(?:上(?:一)?个?月|当月|前一个?月)/gu;
const AFTER = new RegExp(
  `(?:对(?:完|过|清)?(?:了)?账|开票|收到发票|收货|验收|交货)(?:之)?后(?:的)?(${PERIOD})[之以]?内?[^。；，]{0,6}(?:付|结|给|支付)`,
  'gu',
);

function credit({ sentences, type }: ReadingContext): ValueReading[] {
  if (type !== 'sale' && type !== 'service') return [];
  const [monthly] = findAll(sentences, MONTHLY);
  const later = findAll(sentences, AFTER).find(({ words }) => monthsOf(words) > 1.2);
  if (!monthly || !later || later.sentence === monthly.sentence) return [];
  return [reading(1, later, `一处约定每月结清上月的款项，另一处却在${later.words}内付`)];
}
