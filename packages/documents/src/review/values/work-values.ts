import { MONEY, moneyOf, monthsOf, NUMBER, numberOf, PERIOD, SHARE, shareOf } from '../numbers.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import { outerClausesOf } from './stretches.ts';
import type { ValueReading, Values } from './value-names.ts';

const OVERTIME = '(?:加班|加点|延时|延长工作|延长工时|晚间|周末|超时)';
const OVERTIME_MONTH = new RegExp(
  `每(?:个)?月[^。；]{0,16}?(${NUMBER})(?:个)?小时[^。；]{0,12}?${OVERTIME}|每(?:个)?月[^。；，]{0,8}?${OVERTIME}[^。；，\\d]{0,10}?(${NUMBER})(?:个)?小时|${OVERTIME}[^。；]{0,24}?每(?:个)?月[^。；\\d]{0,14}?(${NUMBER})(?:个)?小时`,
  'gu',
);
const OVERTIME_DAY = new RegExp(
  `(?:每日|每天|每晚)[^。；，]{0,10}?(?:加班|延长)[^。；，\\d]{0,8}?(${NUMBER})(?:个)?小时|(?:加班|延长工作时间)[^。；，]{0,8}?(?:每日|每天)[^。；，\\d]{0,8}?(${NUMBER})(?:个)?小时`,
  'gu',
);
const LEAVE_AFTER = new RegExp(
  `(?:年休假|年假|带薪假)[^。；]{0,30}?(?:满|干满|工作|服务|入职)[^。；，\\d]{0,4}?(${PERIOD})|(?:满|干满|工作满|入职满|任职满|服务满)(${PERIOD})[^。；]{0,24}?(?:年休假|年假|带薪假)`,
  'gu',
);
const DEDUCTED = new RegExp(
  `(?:工资|薪资|薪酬|报酬)[^。；]{0,14}?(?:扣|抵)(?:除|减|发|款|付|回|扣)?[^。；]{0,20}?(${SHARE})|(?:扣|抵)(?:除|减|发|款|回|扣)?[^。；，]{0,16}?(?:工资|薪资|月薪|薪酬)[^。；，]{0,6}?(${SHARE})`,
  'gu',
);
const LEFT_OVER = new RegExp(
  `(?:留够|留足|留下|保留|预留|只留|仅留|只发|仅发|留|发给?)[^。；，]{0,12}?(${MONEY})[^。；]{0,14}?(?:其余|余下|剩下|其他|剩余|多出)[^。；]{0,10}?(?:扣|抵)`,
  'gu',
);
const WAGE = new RegExp(
  `(?:月(?:基本|固定)?工资|月薪|每月(?:基本)?工资|工资标准|基本工资|每月工资|工资)(?:为|是|：|共|人民币|每月|标准为|合计|总额){0,4}(${MONEY})`,
  'gu',
);
const PENALTY = new RegExp(
  `违约金[^。；\\d]{0,16}?(${MONEY})|(?:支付|赔偿|付|赔)[^。；，]{0,8}?(${MONEY})[^。；，]{0,6}违约金`,
  'gu',
);

/** Monthly pay as the contract states it first. */
const wageOf = ({ sentences }: ReadingContext): number | null => {
  const sums = findAll(
    sentences.filter(({ text }) => !/试用期(?:内|间)?(?:月)?工资/u.test(text)),
    WAGE,
  ).map(({ words }) => moneyOf(words));
  return sums.find((sum) => sum >= 500) ?? null;
};

/** What labour law bounds beside hours and probation: overtime, leave, deductions, penalties for competing. */
export function readWorkValues(context: ReadingContext): Values {
  if (context.type !== 'employment') return {};
  const { sentences } = context;
  const bare = sentences.filter(({ text }) => !/不得超过|不超过|至多|以内|综合计算/u.test(text));
  return {
    ...values(
      'overtimeHoursAMonth',
      findAll(bare, OVERTIME_MONTH)
        .filter(({ words }) => numberOf(words) < 160)
        .map((found) => reading(numberOf(found.words), found, `每月加班${found.words}小时`)),
    ),
    ...values(
      'overtimeHoursADay',
      findAll(bare, OVERTIME_DAY).map((found) => reading(numberOf(found.words), found, `每天加班${found.words}小时`)),
    ),
    ...values(
      'leaveAfterMonths',
      findAll(sentences, LEAVE_AFTER)
        .filter(
          ({ sentence, words }) =>
            !/不满|不足|未满|(?:10|20|十|二十)年|递增|每满|增加/u.test(sentence.text) && words.endsWith('年'),
        )
        .map((found) => reading(monthsOf(found.words), found, `满${found.words}才有年休假`)),
    ),
    ...values('wageDeductedShare', deductions(context)),
    ...values('competePenaltyMonths', competePenalties(context)),
  };
}

function deductions(context: ReadingContext): ValueReading[] {
  const damages = context.sentences.filter(
    ({ text }) => /赔|损失|抵|欠|罚|扣/u.test(text) && !/个人所得税|社会保险费|提成|绩效/u.test(text),
  );
  const wage = wageOf(context);
  return [
    ...findAll(damages, DEDUCTED)
      .filter(({ sentence }) => !/不得?超过|以内|不低于|加班|试用期|病假|事假/u.test(sentence.text))
      .map((found) => reading(shareOf(found.words), found, `每月从工资中扣${found.words}`)),
    ...findAll(damages, LEFT_OVER).map((found) => {
      const left = moneyOf(found.words);
      const share = wage === null ? (left < 1500 ? 1 : 0) : 1 - left / wage;
      return reading(share, found, `每月只留${found.words}，扣掉工资的${percent(share)}`);
    }),
  ];
}

function competePenalties(context: ReadingContext): ValueReading[] {
  const wage = wageOf(context);
  if (wage === null) return [];
  const about = outerClausesOf(context).filter(({ text, clause }) => /竞业/u.test(`${clause.title ?? ''}${text}`));
  const within = context.sentences.filter(({ from, text }) =>
    about.some((clause) => from >= clause.from && from + text.length <= clause.from + clause.text.length),
  );
  return findAll(within, PENALTY)
    .filter(({ words }) => moneyOf(words) > 0)
    .map((found) => {
      const months = moneyOf(found.words) / wage;
      return reading(months, found, `违约金${found.words}，是月工资${yuan(wage)}的${Math.round(months)}倍`);
    });
}
