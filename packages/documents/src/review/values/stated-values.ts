import { MONEY, moneyOf, monthsOf, numberOf, PERIOD, SHARE, shareOf } from '../numbers.ts';
import { readGuaranteeMode } from './guarantee-mode.ts';
import { readNameValues } from './name-values.ts';
import { type Found, findAll, type ReadingContext, reading, values } from './reading-context.ts';
import { readStatedAgain } from './stated-again.ts';
import type { ValueReading, Values } from './value-names.ts';

const LINK = '(?:总额|数额|金额|标准|为|是|：|共计|合计|人民币|￥|约定|确定|计|仍|（小写）){0,4}';
const sum = (words: string) => new RegExp(`(${words})${LINK}(${MONEY})`, 'gu');
const period = (words: string) =>
  new RegExp(`(${words})(?:限|共|为|是|：|计|约定){0,3}(${PERIOD})(?!内|前|后|以)`, 'gu');
const STATED: { name: string; pattern: RegExp; read: (words: string) => number; unless: RegExp }[] = [
  {
    name: '月租金',
    pattern: sum('(?<!两个|三个|一个|二个|\\d个)月租金|每月租金|租金每月'),
    read: moneyOf,
    unless: /递增|上调|调整|第[二三四]年|续租|转租|车位|车库|仓库|摊位|附属/u,
  },
  {
    name: '押金',
    pattern: sum(
      '(?<!水电|燃气|钥匙|家具|卫生|广告|进场|违章|授权|装修|门卡|清洁|垃圾|设备|电梯|停车|物业|水费|电费)押金|租赁保证金',
    ),
    read: moneyOf,
    unless: /另|门禁|门卡|钥匙|遥控|车位|补足|水电/u,
  },
  { name: '借款金额', pattern: sum('借款金额|借款本金|借款数额'), read: moneyOf, unless: /剩余|尚|部分|期|每/u },
  {
    name: '总价',
    pattern: sum('合同总价款?|合同总金额|合同总额|(?<!不含税)总价款?|总金额|服务费总额|货款总额'),
    read: moneyOf,
    unless: /不含税|分项|其中|预估|单项|每/u,
  },
  { name: '定金', pattern: sum('定金'), read: moneyOf, unless: /双倍|第[二三]/u },
  {
    name: '月工资',
    pattern: sum('(?<!试用期)(?:月工资|月薪|月基本工资|每月工资)'),
    read: moneyOf,
    unless: /试用|加班|绩效|最低|岗位/u,
  },
  {
    name: '租赁期限',
    pattern: period('(?<!续)租赁期|租期'),
    read: monthsOf,
    unless: /续租|续签|满|不足|超过|剩余|每/u,
  },
  { name: '借款期限', pattern: period('借款期'), read: monthsOf, unless: /展期|满|不足|超过|剩余/u },
  { name: '合同期限', pattern: period('合同期|服务期限'), read: monthsOf, unless: /试用|续|满|不足|超过|培训/u },
  { name: '试用期', pattern: period('试用期'), read: monthsOf, unless: /不得|延长|超过/u },
  {
    name: '年利率',
    pattern: new RegExp(`(年利率)(?:为|是|：|按|固定|即){0,3}(${SHARE})`, 'gu'),
    read: shareOf,
    unless: /逾期|罚息|违约|前期|代偿|原借|旧/u,
  },
];

/** One thing that the contract gives two values, and parties and clauses that it names but does not have. */
export function readStatedValues(context: ReadingContext): Values {
  return {
    ...values('statedTwice', [...statedTwice(context), ...readStatedAgain(context)]),
    ...values('nameDiffers', readNameValues(context)),
    ...values('guaranteeModeDiffers', readGuaranteeMode(context)),
    ...values('clauseUnknown', clausesUnknown(context)),
    ...values('partyUnknown', partiesUnknown(context)),
  };
}

function statedTwice({ sentences }: ReadingContext): ValueReading[] {
  return STATED.flatMap(({ name, pattern, read, unless }) => {
    const found = findAll(sentences, pattern).filter(({ sentence }) => !unless.test(sentence.text));
    const [first] = found;
    const readOne = ({ match }: Found) => read(match[2] ?? '');
    const other = first && found.find((one) => Math.abs(readOne(one) - readOne(first)) > 1e-6);
    if (!first || !other) return [];
    return [reading(1, other, `${name}一处写作${first.match[2]}，另一处写作${other.match[2]}`)];
  });
}

const REFERENCE = /第([零〇一二两三四五六七八九十百]{1,5}|\d{1,3}(?:\.\d{1,2}){0,2})条|第(\d{1,2}\.\d{1,2})[款项]/gu;
/** 「《民法典》第五百条、第五百零一条」 refers to a law. */
const OF_A_LAW =
  /(?:[》]|法|条例|解释|规定|办法|规则|章程|制度|手册)(?:（[^）]{0,20}）)?(?:的|之)?(?:第[^，。；》]{1,12}[条款项][、和及或与至]?){0,6}$/u;

function clausesUnknown({ sentences, clauses }: ReadingContext): ValueReading[] {
  const labels = clauses.map(({ number }) => number).filter((number) => number !== null);
  const known = new Set(labels.map(plainNumber));
  const articles = labels.filter((label) => /^第.+条$/u.test(label)).length;
  if (articles < 3 && labels.length < 5) return [];
  const found = findAll(sentences, REFERENCE).filter(({ words, sentence, match, from, to }) => {
    const before = sentence.text.slice(Math.max(0, (match.index ?? 0) - 60), match.index);
    return !known.has(plainNumber(words)) && !OF_A_LAW.test(before) && from < to;
  });
  const seen = new Set<string>();
  return found.flatMap((one) => {
    if (seen.has(one.match[0])) return [];
    seen.add(one.match[0]);
    return [reading(1, one, `合同里没有${one.match[0]}`)];
  });
}

function plainNumber(label: string): string {
  const bare = label.replace(/[第条（）]/gu, '').normalize('NFKC');
  if (/^[\d.]+$/u.test(bare)) return bare;
  const value = numberOf(bare);
  return Number.isNaN(value) ? bare : String(value);
}

function partiesUnknown({ sentences, parties }: ReadingContext): ValueReading[] {
  const known = new Set(parties.map(({ alias }) => alias));
  if (!known.has('甲方') || !known.has('乙方')) return [];
  const strange = findAll(sentences, /([丙丁]方)/gu).find(({ words }) => !known.has(words));
  return strange ? [reading(1, strange, `合同的当事人里没有${strange.words}`)] : [];
}
