import { MONEY, moneyOf, SHARE, shareOf } from '../numbers.ts';
import type { BaseFigures } from './base-figures.ts';
import { findAll, percent, type ReadingContext, reading, values, yuan } from './reading-context.ts';
import type { Values } from './value-names.ts';

const FEE =
  '(?:过户费|转让费|手续费|改期费|变更费|退费|解约金|解约费|取消费|退订费|退会费|退卡费|退课费|空置费|折损费|劳务费|补偿金|赔偿金|违约补偿|误工费|退货费|折旧费|损失费)';
const OF_WHAT =
  '(?:卡面|总额|总价|总金额|总费用|总款|合同|价款|货款|服务费|学费|课时费|已付|已交|已缴|会费|租金|余额|剩余|全部|预付款|定金|费用|房款|车款|车价|房价)';
const FEE_SHARE = new RegExp(
  `${OF_WHAT}[^。；，\\d]{0,10}?(${SHARE})(?:的|作为|作|为|的标准)?[^。；，]{0,8}?${FEE}|${FEE}[^。；\\d]{0,10}?${OF_WHAT}[^。；，\\d]{0,8}?(${SHARE})|(?:扣除|扣|扣收|扣下)(?:总|全部)?${OF_WHAT}[^。；，\\d]{0,8}?(${SHARE})[^。；]{0,20}?(?:退|余)`,
  'gu',
);
const NOT_A_FEE = /违约金|利率|利息|税|每[日天]|至少|不低于|退还[^。；，]{0,10}(?:百分|\d)|贷款|提成|佣金/u;
const CALLED_OFF =
  '(?:不办|取消|解除|解约|退订|不做了|不要了|不想|反悔|中途|提前终止|退出|退课|毁约|悔约|放弃|退货|不再(?:购买|要|办))';
const CALLED_OFF_SUM = new RegExp(
  `${CALLED_OFF}[^。；]{0,40}?(?:付足|付清|支付|补足|赔付|赔偿|缴纳|交纳|承担|付|赔|交)[^。；，退返\\d]{0,14}?(${MONEY})`,
  'gu',
);
const LIABILITY_CAP = new RegExp(
  `(?:赔偿|赔付|责任)[^。；]{0,24}?(?:不超过|最高|至多|最多|上限|以内|封顶|只赔|仅赔)[^。；，\\d]{0,10}?(${MONEY})|(?:只|仅|最多|至多|最高)(?:退还?|赔偿?|赔付|补偿|承担)[^。；，\\d]{0,10}?(${MONEY})`,
  'gu',
);

/** Sums and shares that are taken once, against the price. */
export function readOneOffValues({ sentences }: ReadingContext, { total }: BaseFigures): Values {
  const share = (sum: string) => moneyOf(sum) / (total ?? Number.NaN);
  return {
    ...values(
      'feeShare',
      findAll(sentences, FEE_SHARE)
        .filter(({ match, sentence }) => !NOT_A_FEE.test(match[0]) && !/违约金/u.test(sentence.text))
        .map((found) => reading(shareOf(found.words), found, `收取的费用是${found.words}`)),
    ),
    ...values(
      'cancelShare',
      findAll(sentences, CALLED_OFF_SUM)
        .filter(({ match }) => !/违约金|退还|返还|定金|退回|余款|尾款/u.test(match[0]))
        .map((found) =>
          reading(
            share(found.words),
            found,
            `不再履行也要付${found.words}，是总价${yuan(total ?? 0)}的${percent(share(found.words))}`,
          ),
        ),
    ),
    ...values(
      'damagesCapShare',
      findAll(sentences, LIABILITY_CAP)
        .filter(
          ({ match, sentence }) =>
            !/违约金|逾期|每[日天次件]|定金|保险/u.test(match[0]) &&
            !/逾期|违约金|故意|重大过失|不得/u.test(sentence.text),
        )
        .map((found) =>
          reading(
            share(found.words),
            found,
            `赔偿限于${found.words}，只有总价${yuan(total ?? 0)}的${percent(share(found.words))}`,
          ),
        ),
    ),
  };
}
