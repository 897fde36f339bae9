import { MONEY, moneyOf, NUMBER, numberOf } from '../numbers.ts';
import { findAll, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import { stretchesOf } from './stretches.ts';
import type { ValueReading, Values } from './value-names.ts';

/** Typical contracts of the third book of the Civil Code: first and last article. */
const CHAPTERS: [RegExp, number, number, string][] = [
  [/买卖|购销|销售|采购/u, 595, 647, 'sale'],
  [/供用电|供电|供水|供热/u, 648, 656, 'other'],
  [/赠与/u, 657, 666, 'other'],
  [/借款|借贷|贷款/u, 667, 680, 'loan'],
  [/保证/u, 681, 702, 'loan'],
  [/融资租赁/u, 735, 760, 'other'],
  [/租赁|出租/u, 703, 734, 'lease'],
  [/保理/u, 761, 769, 'other'],
  [/承揽|加工|定作/u, 770, 787, 'service'],
  [/建设工程|施工/u, 788, 808, 'service'],
  [/运输/u, 809, 842, 'service'],
  [/技术/u, 843, 887, 'service'],
  [/保管/u, 888, 903, 'service'],
  [/仓储/u, 904, 918, 'service'],
  [/委托/u, 919, 936, 'service'],
  [/物业/u, 937, 950, 'service'],
  [/行纪/u, 951, 960, 'service'],
  [/中介|居间/u, 961, 966, 'service'],
  [/合伙/u, 967, 978, 'other'],
];
const CITED =
  /《(?:中华人民共和国)?民法典》(?:合同编)?第([零一二三四五六七八九十百千]{1,9}|\d{1,4})条([^。；]{0,40})/gu;
const ANNEX = /附件([一二三四五六七八九十]{1,3}|\d{1,2})(?!份|页|个)/gu;
const ANNEX_NAME = /附件([一二三四五六七八九十]{1,3}|\d{1,2})(?:为|：|是)?《([^》]{2,24})》/gu;
const ANNEX_HEADING = /(?:^|\n|附件：|附件包括：?|附件清单：?)附件([一二三四五六七八九十]{1,3}|\d{1,2})[：《、.]/gu;
/** 「本合同附件为附件一……」: all that there are. */
const ANNEX_LIST = /附件(?:共[^。；，]{1,4}[份个件]|分别)?(?:为|有|包括|如下|是|：){1,2}[^。；]{0,8}附件[一1]/u;
const ANNEX_COUNT = new RegExp(`附件(?:一?共|合计|共计|总计|计)(?:有|为|计)?(${NUMBER})(?:份|个|件|项)`, 'gu');
const COURT =
  /(?:由|向|至|到|交|在|提交)((?:[\u4e00-\u9fa5]{2,4}(?:省|自治区))?(?:[\u4e00-\u9fa5]{2,6}?(?:市|州|盟))?(?:[\u4e00-\u9fa5]{1,6}?(?:区|县|旗|市))?)(?:初级|基层|中级)?人民法院/gu;
const TRAINING_COST = new RegExp(`(?:出资|培训费用?|培训|学费|课程费)[^。；违]{0,16}?(${MONEY})`, 'gu');
const SERVICE_PENALTY = new RegExp(`(?:违约金|赔偿|赔付|退还|返还)[^。；，\\d]{0,12}?(${MONEY})`, 'gu');

/** What the contract points to outside its clauses: annexes, courts, chapters of the Civil Code, costs of training. */
export function readReferenceValues(context: ReadingContext): Values {
  return {
    ...values('annexUnknown', annexesUnknown(context)),
    ...values('courtUnconnected', courtsUnconnected(context)),
    ...values('chapterWrong', chaptersWrong(context)),
    ...values('trainingPenaltyOver', context.type === 'employment' ? trainingPenalties(context) : []),
  };
}

/** An annex beyond those that are counted or listed, or whose number leaves a gap after those that are named. */
function annexesUnknown(context: ReadingContext): ValueReading[] {
  const { sentences, text } = context;
  const found = findAll(sentences, ANNEX).map((one) => ({ one, number: numberOf(one.words) }));
  const named = new Set(found.map(({ number }) => number));
  const counted = [...text.matchAll(ANNEX_COUNT)].map(([, count = '']) => numberOf(count));
  const lists = stretchesOf(context).flatMap((stretch) =>
    ANNEX_LIST.test(stretch.text) || /^附件[一1][：《，、]/u.test(stretch.text) ? findAll([stretch], ANNEX) : [],
  );
  const listed = [
    ...[...text.matchAll(ANNEX_HEADING)].map(([, number = '']) => numberOf(number)),
    ...lists.map(({ words }) => numberOf(words)),
    ...counted,
  ];
  const missing = found.filter(({ number }) =>
    listed.length > 0
      ? !listed.includes(number) && number > Math.max(...listed)
      : number > 1 && named.size > 1 && !named.has(number - 1),
  );
  return [
    ...missing.slice(0, 1).map(({ one }) => reading(1, one, `合同没有附${one.match[0]}`)),
    ...annexesNamedTwice(sentences),
  ];
}

function annexesNamedTwice(sentences: ReadingContext['sentences']): ValueReading[] {
  const named = findAll(sentences, ANNEX_NAME).map((one) => ({
    one,
    number: numberOf(one.words),
    name: one.match[2] ?? '',
  }));
  return named.flatMap(({ one, number, name }, index) => {
    const first = named.slice(0, index).find((other) => other.number === number);
    const same = first === undefined || first.name.includes(name) || name.includes(first.name);
    return same ? [] : [reading(1, one, `附件${one.words}一处是《${first.name}》，另一处是《${name}》`)];
  });
}

/** A court named by a place that appears nowhere else in a contract which does name places. */
function courtsUnconnected({ sentences, text }: ReadingContext): ValueReading[] {
  return findAll(sentences, COURT).flatMap((one) => {
    const place = one.words;
    const names = place
      .split(/省|自治区|市|州|盟|区|县|旗/u)
      .map((name) => name.replace(/^(?:有管辖权的|被告|原告)/u, ''))
      .filter((name) => name.length >= 2);
    const lead = one.sentence.text.slice(Math.max(0, (one.match.index ?? 0) - 12), one.match.index);
    if (
      names.length === 0 ||
      /(?:所在|住所|履行|签订)地?(?:的)?$/u.test(lead) ||
      /所在|住所|履行|签订|管辖|居住|经常|当地|辖|^地的/u.test(place)
    )
      return [];
    const rest = text.replaceAll(one.sentence.text, '');
    const places = rest.match(/[\u4e00-\u9fa5]{2,4}(?:市|县)[\u4e00-\u9fa5]{0,6}/gu) ?? [];
    if (places.length === 0 || names.some((name) => rest.includes(name))) return [];
    return [reading(1, one, `${place}与当事人、履行地都没有关系`)];
  });
}

function chaptersWrong({ sentences, type }: ReadingContext): ValueReading[] {
  return findAll(sentences, CITED).flatMap((one) => {
    const [article, after] = [numberOf(one.words), one.match[2] ?? ''];
    const about = /^[^，]{0,12}?(?:关于|有关|对)([^，]{1,14}?)的?(?:规定|内容|条款|要求)/u.exec(after)?.[1] ?? '';
    const cited = CHAPTERS.find(([, first, last]) => article >= first && article <= last);
    const named = CHAPTERS.find(([word]) => word.test(about));
    const founding = /(?:订立|签订|达成|订|签署)/u.test(after);
    const special = article < 463 || article > 988;
    const wrongOfName = named && (cited ? cited !== named : special) && !/责任|解除|违约/u.test(about);
    const wrongOfType =
      founding &&
      type !== 'other' &&
      ((cited && cited[3] !== type) || article > 1000) &&
      !(type === 'service' && cited?.[3] === 'sale');
    if (!wrongOfName && !wrongOfType) return [];
    const right = named ?? CHAPTERS.find(([, , , of]) => of === type);
    const span = right ? `，${right[0].source.split('|')[0]}合同规定在第${right[1]}条至第${right[2]}条` : '';
    return [reading(1, one, `《民法典》第${article}条说的不是这件事${span}`)];
  });
}

/** Penalty for leaving before the service period ends against what the training cost. */
function trainingPenalties({ sentences }: ReadingContext): ValueReading[] {
  const about = sentences.filter(({ text, clause }) => /培训|服务期|进修|课程/u.test(text + (clause.title ?? '')));
  const cost = Math.max(0, ...findAll(about, TRAINING_COST).map(({ words }) => moneyOf(words)));
  if (cost === 0) return [];
  return findAll(
    about.filter(({ text }) => /离职|服务期|辞职|解除|未满/u.test(text)),
    SERVICE_PENALTY,
  )
    .filter(({ words }) => moneyOf(words) > cost)
    .map((one) => reading(1, one, `违约金${one.words}，超过培训费用${yuan(cost)}`));
}
