import { MONEY, moneyOf, monthsOf, NUMBER, numberOf, PERIOD, SHARE, shareOf } from '../numbers.ts';
import { type BaseFigures, TERM } from './base-figures.ts';
import { readTerms } from './date-values.ts';
import { monthsBetween } from './dates.ts';
import { findAll, inMonths, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { ValueReading, Values } from './value-names.ts';

const DEPOSIT_MONTHS = new RegExp(
  `(?:押金|租赁保证金|履约保证金)[^。；]{0,20}?(${NUMBER})个月(?:的)?(?:房屋)?租金|押(${NUMBER})付`,
  'gu',
);
const EXTENDED = new RegExp(
  `(?:自动|再|继续|无条件|当然|自然)(?:再)?(?:自动)?(?:延续|延长|续租|续期|续签|顺延|展期)[^。；，\\d]{0,4}?(${PERIOD})`,
  'gu',
);
const DEPOSIT_SUM = new RegExp(`(?:押金|租赁保证金)[^。；，]{0,14}?(${MONEY})`, 'gu');
const EARNEST = new RegExp(`定金[^。；]{0,30}?(${SHARE})|(${SHARE})(?:的|[^。；，]{0,6}(?:作为|为))定金`, 'gu');
const EARNEST_SUM = new RegExp(`定金[^。；，]{0,16}?(${MONEY})|(${MONEY})[^。；，元]{0,8}(?:作为|为)定金`, 'gu');
const TRIAL = '(?:试用(?:考察)?期|考察期|试岗期|见习期|适应期|试工期|磨合期)';
const PROBATION = new RegExp(
  `${TRIAL}(?!内|满|间|工资|的)[^。；]{0,20}?(${PERIOD})|(${PERIOD})(?:的|为|是|作为|属于|系|算作?)?${TRIAL}`,
  'gu',
);
const PROBATION_PAY = new RegExp(`试用期[^。；]{0,24}?(?:工资|报酬|薪)[^。；]{0,24}?(${SHARE})`, 'gu');
const PROBATION_SUM = new RegExp(`试用期[^。；]{0,16}?(?:工资|报酬|薪)[^。；\\d]{0,14}(${MONEY})`, 'gu');
const FULL_SUM = new RegExp(
  `(?:转正后?|试用期满后?|月工资|工资标准|月薪|正式|基本工资)[^。；\\d试]{0,16}(${MONEY})`,
  'gu',
);
const NON_COMPETE = new RegExp(
  `(?:竞业(?:限制|禁止)?[^。；]{0,50}?|(?:离职|解除|终止)[^。；]{0,16}?)(${PERIOD})(?=[^。；]{0,6}内|[^。；]{0,3}$|[，])`,
  'gu',
);
const WORK = '(?:须|要|应|需|必须|应当)?(?:工作|上班|上满|干满|干|做满|出勤|在岗|当班|值班)';
const HOURS_DAY = new RegExp(
  `(?:每日|每天|一天|每班|(?<!每|平|节假|休息|法定)日)${WORK}(?:时间)?[^。；，]{0,6}?(${NUMBER})个?小时`,
  'gu',
);
const HOURS_WEEK = new RegExp(`每周${WORK}(?:时间)?[^。；，]{0,6}?(${NUMBER})个?小时`, 'gu');
const DAYS_WEEK = new RegExp(
  `每周(?:${WORK})?(?:时间)?(?:为|是)?[^。；，休息]{0,2}?(${NUMBER})[天日](?!休息|休|内)`,
  'gu',
);
/** 「早八点至晚八点」 with an hour for meals. */
const CLOCK = new RegExp(
  `(?:早上?|上午|清晨|早晨)(${NUMBER})(?:点|时|:00)(半)?[^。；，]{0,4}?(?:至|到|-|—)(下午|晚上?|夜里|夜间)(${NUMBER})(?:点|时|:00)(半)?`,
  'gu',
);
const RESIGN = new RegExp(
  `(?:乙方|劳动者|员工)[^。；]{0,20}?(?:辞职|解除|离职)[^。；]{0,16}?提前(${PERIOD})|(?:乙方|劳动者|员工)[^。；，]{0,6}提前(${PERIOD})[^。；]{0,20}(?:辞职|解除|离职)`,
  'gu',
);
const INSPECTION = new RegExp(
  `(?:收货|收到|交付|到货|签收|送达)[^。；]{0,12}?(${PERIOD}|${NUMBER}小时)[之以]?内[^。；]{0,24}(?:异议|检验|验收|质量)|(?:异议期限?|检验期限?|验收期限?)[^。；，]{0,12}?(${PERIOD}|${NUMBER}个?小时)`,
  'gu',
);

/** Periods and parts that the law bounds. */
export function readTermValues(context: ReadingContext, base: BaseFigures): Values {
  const { type } = context;
  return {
    ...(type === 'lease'
      ? { ...values('leaseMonths', leaseMonths(context)), ...values('depositMonths', depositMonths(context, base)) }
      : {}),
    ...values('earnestShare', earnest(context, base)),
    ...(type === 'employment' ? employment(context) : {}),
    ...values(
      'inspectionDays',
      findAll(context.sentences, INSPECTION)
        .filter(
          ({ sentence }) =>
            !/外观|清点|数量|件数/u.test(sentence.text) || /性能|内在|视为|逾期|全部/u.test(sentence.text),
        )
        .map((found) => {
          const days = found.words.endsWith('小时')
            ? numberOf(found.words.slice(0, -2).replace(/个$/u, '')) / 24
            : monthsOf(found.words) * 30;
          return reading(days, found, `检验期限只有${found.words}`);
        }),
    ),
  };
}

function leaseMonths(context: ReadingContext): ValueReading[] {
  const spans = readTerms(context)
    .slice(0, 1)
    .map(({ from, to, at }) => reading(monthsBetween(from, to), at, `租赁期限是${inMonths(monthsBetween(from, to))}`));
  const said = findAll(
    context.sentences.filter(({ text }) => !/更正|原写|原约定|改为|应为/u.test(text)),
    TERM,
  ).map((found) => reading(monthsOf(found.words), found, `租赁期限是${found.words}`));
  const term = Math.max(0, ...[...said, ...spans].map(({ value }) => value));
  const longer = findAll(context.sentences, EXTENDED)
    .filter(({ sentence }) => !/协商|可以续|优先|书面(?:同意|提出)|任何一方(?:均)?(?:可以?|有权)/u.test(sentence.text))
    .map((found) =>
      reading(
        term + monthsOf(found.words),
        found,
        `租期连同${found.match[0]}是${inMonths(term + monthsOf(found.words))}`,
      ),
    );
  return term > 240.5 ? [...said, ...spans] : [...said, ...spans, ...longer];
}

function depositMonths({ sentences }: ReadingContext, { monthlyRent }: BaseFigures): ValueReading[] {
  const said = findAll(sentences, DEPOSIT_MONTHS)
    .filter(({ sentence }) => !/违约金/u.test(sentence.text))
    .map((found) => reading(numberOf(found.words), found, `押金是${found.words}个月租金`));
  if (said.length > 0 || monthlyRent === null) return said;
  return findAll(sentences, DEPOSIT_SUM)
    .slice(0, 1)
    .map((found) => {
      const months = moneyOf(found.words) / monthlyRent;
      return reading(months, found, `押金${found.words}，相当于${Math.round(months * 10) / 10}个月租金`);
    });
}

function earnest({ sentences }: ReadingContext, { total }: BaseFigures): ValueReading[] {
  const said = findAll(sentences, EARNEST)
    .filter(({ match }) => !/违约金|逾期|超过|20%/u.test(match[0]))
    .map((found) => reading(shareOf(found.words), found, `定金是${found.words}`));
  if (said.length > 0 || total === null) return said;
  return findAll(sentences, EARNEST_SUM)
    .slice(0, 1)
    .map((found) => {
      const share = moneyOf(found.words) / total;
      return reading(share, found, `定金${found.words}，是总价${yuan(total)}的${percent(share)}`);
    });
}

function employment(context: ReadingContext): Values {
  const { sentences } = context;
  const dayHours = findAll(sentences, HOURS_DAY).filter(
    ({ sentence }) => !/综合计算|不定时|不得|禁止|无权/u.test(sentence.text),
  );
  const hours = numberOf(dayHours[0]?.words ?? '8');
  return {
    ...values('probationExcess', probationExcess(context)),
    ...values('probationPayShare', probationPay(context)),
    ...values(
      'nonCompeteMonths',
      findAll(
        sentences.filter(({ text }) =>
          /竞业|同类业务|竞争关系|竞争性|同行|同业|相同业务|(?:离职|解除|终止)[^。；]{0,24}不得[^。；]{0,30}(?:从事|任职|入职|经营|就业|开设|开办|投资)/u.test(
            text,
          ),
        ),
        NON_COMPETE,
      ).map((found) => reading(monthsOf(found.words), found, `竞业限制期限是${found.words}`)),
    ),
    ...values('hoursADay', [
      ...dayHours.map((found) => reading(numberOf(found.words), found, `每日工作${found.words}小时`)),
      ...clockHours(sentences),
    ]),
    ...values('hoursAWeek', [
      ...findAll(sentences, HOURS_WEEK).map((found) =>
        reading(numberOf(found.words), found, `每周工作${found.words}小时`),
      ),
      ...findAll(sentences, DAYS_WEEK).map((found) =>
        reading(
          numberOf(found.words) * hours,
          found,
          `每周工作${found.words}天，每天${hours}小时，一周是${numberOf(found.words) * hours}小时`,
        ),
      ),
    ]),
    ...values(
      'resignNoticeDays',
      findAll(sentences, RESIGN).map((found) =>
        reading(monthsOf(found.words) * 30, found, `要求提前${found.words}通知`),
      ),
    ),
  };
}

function clockHours(sentences: ReadingContext['sentences']): ValueReading[] {
  return findAll(
    sentences.filter(
      ({ text }) => /工作|上班|到岗|下班|在岗/u.test(text) && !/轮班|轮休|两班|三班|综合计算|不定时|营业/u.test(text),
    ),
    CLOCK,
  ).flatMap((found) => {
    const [, from = '', half, , to = '', halfTo] = found.match;
    const start = numberOf(from) + (half ? 0.5 : 0);
    const end = numberOf(to) + (numberOf(to) < 12 ? 12 : 0) + (halfTo ? 0.5 : 0);
    const rest = /(?:休息|午休|用餐|吃饭)[^。；，]{0,8}?([一二两三\d])(?:个)?小时/u.exec(found.sentence.text)?.[1];
    const hours = end - start - (rest === undefined ? 2 : numberOf(rest));
    return hours > 8 ? [reading(hours, found, `${found.match[0]}，除去休息每日工作${hours}小时`)] : [];
  });
}

function probationExcess(context: ReadingContext): ValueReading[] {
  const open = /无固定期限(?:的)?劳动合同/u.test(context.text);
  const [span] = readTerms(context);
  const said = findAll(context.sentences, TERM)
    .map(({ words }) => monthsOf(words))
    .find((months) => months > 0);
  const months = span ? monthsBetween(span.from, span.to) : (said ?? (open ? 120 : null));
  if (months === null) return [];
  const most = months < 3 ? 0 : months < 12 ? 1 : months < 36 ? 2 : 6;
  return findAll(context.sentences, PROBATION)
    .filter(({ match }) => !/不得|超过/u.test(match[0]))
    .slice(0, 1)
    .map((found) =>
      reading(
        monthsOf(found.words) - most,
        found,
        `合同期限${inMonths(months)}，试用期最长${most}个月，却约定了${found.words}`,
      ),
    );
}

function probationPay({ sentences }: ReadingContext): ValueReading[] {
  const shares = findAll(sentences, PROBATION_PAY).map((found) =>
    reading(shareOf(found.words), found, `试用期工资是${found.words}`),
  );
  const [trial] = findAll(sentences, PROBATION_SUM);
  const [full] = findAll(sentences, FULL_SUM).filter(
    ({ sentence, match }) => !/试用期(?:内|间|月|的)?$/u.test(sentence.text.slice(0, match.index)),
  );
  if (shares.length > 0 || !trial || !full) return shares;
  const share = moneyOf(trial.words) / moneyOf(full.words);
  return share < 1
    ? [reading(share, trial, `试用期工资${trial.words}，是约定工资${full.words}的${percent(share)}`)]
    : [];
}
