import type { Values } from '../missing-fields.ts';
import { li, wang, zhang, zhao } from './people.ts';

const divorce: Values = {
  husband: zhang,
  wife: li,
  'married-day': '2016-05-20',
  registry: '某市某区民政局',
  why: '感情确已破裂，没有和好可能',
  'has-children': '有',
  children: [{ name: '张小某', birth: '2018-03-03', 'lives-with': '女方', payer: '男方', monthly: 2500 }],
  'support-day': 10,
  'support-account': '李某某，某银行，账号0000000000000000003',
  extra: '教育费、医疗费凭票据由双方各承担一半',
  visits: '男方每月第一、三个周六上午接走子女，当日晚八点前送回；寒暑假可以共同生活各十日。',
  houses: [
    {
      what: '某路1号2单元301室（某（2020）某市不动产权第0000001号）',
      owner: '女方',
      terms: '剩余贷款由女方偿还，男方于离婚登记后三十日内协助过户',
    },
  ],
  balance: 150_000,
  'balance-payer': '女方',
  'balance-day': '2027-03-31',
  'has-debts': '没有',
  date: '2026-11-23',
};

const will: Values = {
  testator: zhao,
  family: [
    { name: '孙某', relation: '儿子' },
    { name: '孙小某', relation: '女儿' },
  ],
  gifts: [{ what: '某路8号501室房屋', share: '二分之一', to: '孙小某', relation: '女儿', id: '999999200001010028' }],
  rest: '儿子孙某和女儿孙小某各一半',
  'only-own': '是',
  copies: 2,
  keeper: '本人和女儿孙小某',
  place: '某省某市某区家中',
  date: '2026-11-23',
};

/** Three sets of values for each family paper, by template; the later ones take other branches. */
export const familySamples: Record<string, readonly Values[]> = {
  'divorce-agreement': [
    divorce,
    {
      ...divorce,
      husband: wang,
      'has-children': '没有',
      balance: undefined,
      'has-debts': '有',
      debts: [{ creditor: '某银行', amount: 80_000, payer: '双方各半' }],
    },
    {
      ...divorce,
      assets: [{ what: '小型轿车一辆（某A00000）', owner: '男方' }],
      help: '男方一次性给付女方经济帮助20000元。',
      children: [
        ...(divorce.children as object[]),
        { name: '张二某', birth: '2021-07-07', 'lives-with': '男方', payer: '女方', monthly: 1000.5 },
      ],
    },
  ],
  will: [
    will,
    {
      ...will,
      testator: wang,
      'only-own': '否',
      executor: li,
      dependent: '母亲王某某没有收入来源，由儿子孙某每月从所得遗产中支付生活费2000元，直至其去世',
    },
    {
      ...will,
      gifts: [
        ...(will.gifts as object[]),
        {
          what: '某银行账号0000000000000000005内的存款',
          share: '全部',
          to: '孙某',
          relation: '儿子',
          id: '999999199801010015',
        },
      ],
      copies: 3,
    },
  ],
};
