import { MONEY, moneyOf, monthsOf, NUMBER, PERIOD } from '../numbers.ts';
import { type Found, findAll, type ReadingContext } from './reading-context.ts';

/** What other values are measured against; null where the contract does not say. */
export interface BaseFigures {
  monthlyRent: number | null;
  total: number | null;
  principal: number | null;
  termMonths: number | null;
}

const GAP = '[^。；，]{0,14}?';
const RENT = new RegExp(
  `(?:月租金?|每月(?:租金|房租)|(?:租金|房租)(?:标准)?(?:为|是)?(?:人民币)?每(?:个)?月|(?:租金|房租)[：为]?每(?:个)?月|租金按月)${GAP}(${MONEY})|租金${GAP}(${MONEY})[（]?(?:[^）。；，]{0,24}[）])?(?:/|每)月`,
  'gu',
);
const TOTAL = new RegExp(
  `(?:车价|车款|房价|房款|机价|成交价|售价|作价|转让(?:价款?|款|费|价格)|购(?:车|房)(?:款|价))(?:款|格)?(?![^。；，]{0,14}?(?:每|/|平方|千分|万分|百分|的\\d))${GAP}(${MONEY})|(?:合同总?(?:价款?|金额|价)|总(?:价款?|金额|额|价|费用|货款|报酬)|(?:货款|价款|服务费用?|费用|报酬|房款|车款)(?:总额|总计|共计|合计|为|：|总价))(?!的)${GAP}(${MONEY})|(?:共计|合计|总计)(?:人民币)?(${MONEY})`,
  'gu',
);
const PRINCIPAL = new RegExp(
  `(?:借款(?:金额|本金|数额|总额)?|本金|出借|借给[^。；，\\d]{0,12}|借到[^。；，]{0,20})${GAP}(${MONEY})`,
  'gu',
);
export const TERM = new RegExp(
  `(?:租赁期限?|租期|借款期限|合同期限|劳动合同期限|服务期限|合同有效期|有效期|协议期限)(?!届满|内|满|的|间)[^。；，]{0,10}?(${PERIOD})(?!内|前|以|的)`,
  'gu',
);

const first = (found: readonly Found[], read: (words: string) => number): number | null => {
  const value = found.map(({ words }) => read(words)).find((one) => one > 0);
  return value ?? null;
};

export function readBaseFigures({ sentences }: ReadingContext): BaseFigures {
  return {
    monthlyRent: first(findAll(sentences, RENT), moneyOf),
    total: first(findAll(sentences, TOTAL), moneyOf),
    principal: first(findAll(sentences, PRINCIPAL), moneyOf),
    termMonths: first(findAll(sentences, TERM), monthsOf),
  };
}

/** 「两个月租金」: how many months. */
export const RENT_MONTHS = new RegExp(`(${NUMBER})个月(?:房屋|房)?(?:的)?租金|(${NUMBER})倍月租金`, 'gu');
