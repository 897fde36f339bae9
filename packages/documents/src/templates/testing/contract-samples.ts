import type { Values } from '../missing-fields.ts';
import { alpha, beta, li, wang, zhang, zhao } from './people.ts';

const iou: Values = {
  lender: zhang,
  borrower: [li],
  amount: 50_000,
  use: '家庭装修',
  'paid-by': '银行转账',
  'paid-to': '李某某，某银行，账号0000000000000000003',
  'paid-day': '2026-11-20',
  'due-day': '2027-11-19',
  interest: '无利息',
  date: '2026-11-20',
};

const loan: Values = {
  lender: zhang,
  borrower: [li],
  amount: 200_000,
  use: '购买设备',
  'pay-day': '2026-12-01',
  account: '李某某，某银行，账号0000000000000000003',
  'due-day': '2027-11-30',
  repay: '到期一次还本付息',
  interest: '有利息',
  rate: 6,
  'repay-account': '张某某，某银行，账号0000000000000000001',
  'dispute-court': '出借人住所地人民法院',
  'signed-at': '某省某市某区',
  date: '2026-11-23',
};

const lease: Values = {
  lessor: [wang],
  lessee: [zhang],
  address: '某省某市某区某路1号2单元301室',
  area: 89.5,
  title: '某（2020）某市不动产权第0000001号',
  use: '居住',
  from: '2026-12-01',
  to: '2027-11-30',
  'handover-day': '2026-12-01',
  rent: 3500,
  'pay-cycle': '每三个月',
  'pay-ahead': 5,
  account: '王某某，某银行，账号0000000000000000004',
  deposit: 3500,
  fees: '水、电、燃气、网络费',
  'lessor-fees': '物业费、供暖费和房屋租赁税费',
  inventory: [
    { name: '空调', count: 2, state: '正常使用' },
    { name: '洗衣机', count: 1, state: '外壳有划痕' },
  ],
  sublet: '不得转租',
  grace: 15,
  penalty: 3500,
  date: '2026-11-23',
};

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
  keeper: '本人和女儿孙小某各一份',
  place: '某省某市某区家中',
  date: '2026-11-23',
};

const settlement: Values = {
  first: [zhang],
  second: [alpha],
  dispute: '甲公司拖欠张某某2026年8月至9月的工资16000元，双方因此发生劳动争议',
  stage: '没有起诉或者仲裁',
  amount: 15_000,
  payments: [
    { day: '2026-12-10', amount: 10_000 },
    { day: '2027-01-10', amount: 5000 },
  ],
  account: '张某某，某银行，账号0000000000000000001',
  late: 3,
  full: '剩余款项立即到期',
  date: '2026-11-23',
};

/** Three sets of values for each contract and family paper, by template; the later ones take other branches. */
export const contractSamples: Record<string, readonly Values[]> = {
  iou: [
    iou,
    {
      ...iou,
      lender: alpha,
      interest: '有利息',
      rate: 6,
      'pay-interest': '每月付息',
      'overdue-rate': 9,
      amount: 123_456.78,
      'paid-by': '微信或者支付宝转账',
    },
    {
      ...iou,
      borrower: [li, wang],
      'paid-by': '现金',
      interest: '有利息',
      rate: 3,
      'pay-interest': '到期一次付清',
      guarantor: beta,
      guarantee: '连带责任保证',
    },
  ],
  'loan-contract': [
    loan,
    {
      ...loan,
      lender: alpha,
      borrower: [beta],
      repay: '分期还款',
      instalments: [
        { day: '2027-05-31', amount: 120_000 },
        { day: '2027-11-30', amount: 80_000 },
      ],
      'overdue-rate': 9,
    },
    {
      ...loan,
      borrower: [li, wang],
      repay: '按月付息到期还本',
      interest: '无利息',
      guarantor: zhao,
      guarantee: '一般保证',
    },
  ],
  lease: [
    lease,
    {
      ...lease,
      lessor: [alpha],
      use: '办公',
      sublet: '经出租人书面同意可以转租',
      deposit: undefined,
      'pay-ahead': undefined,
    },
    {
      ...lease,
      lessor: [wang, zhao],
      lessee: [beta],
      use: '经营',
      rent: 12_800.5,
      deposit: 12_800.5,
      to: '2031-11-30',
      penalty: 25_601,
      inventory: [],
    },
  ],
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
  settlement: [
    settlement,
    {
      ...settlement,
      stage: '仲裁或者诉讼中',
      'case-number': '某劳人仲案字〔2026〕第1号',
      withdraw: '付清后撤回',
      full: '按原债权恢复',
      original: 16_000,
      'other-duties': '甲公司于2026年12月10日前出具离职证明',
    },
    {
      ...settlement,
      first: [alpha],
      second: [beta, wang],
      stage: '执行中',
      'case-number': '（2026）某0101执1号',
      amount: 300_000,
      payments: [{ day: '2026-12-31', amount: 300_000 }],
      dispute: '双方因买卖合同货款发生纠纷',
    },
  ],
};
