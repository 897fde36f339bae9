import type { Values } from '../missing-fields.ts';
import { alpha, beta, li, wang, zhang } from './people.ts';

const demand: Values = {
  'sender-kind': '律师事务所',
  firm: '某某律师事务所',
  lawyer: '周某某',
  'lawyer-phone': '13000000009',
  number: '（2026）某律函字第1号',
  creditor: alpha,
  debtor: beta,
  basis: '2026年3月1日，双方签订货物买卖合同，甲公司已经按约交付全部货物，贵方于2026年3月20日签收。',
  'due-day': '2026-06-30',
  sums: [
    { what: '货款', amount: 320_000 },
    { what: '约定的逾期付款违约金', amount: 9600.08 },
  ],
  total: 329_600.08,
  'counted-to': '2026-11-20',
  days: 10,
  account: '甲公司，某银行某支行，账号0000000000000000002',
  otherwise: '提起诉讼',
  date: '2026-11-23',
};

const complaint: Values = {
  authority: '某市某区市场监督管理局',
  field: '消费',
  complainant: zhang,
  target: beta,
  product: '某牌空气净化器（型号A1）一台',
  'bought-day': '2026-10-01',
  price: 2999,
  facts: '商家宣传该净化器「除醛率99.9%」，实际检测报告显示没有这一功能。投诉举报人要求退货，商家拒绝。',
  violations: [{ act: '对商品性能作虚假宣传', basis: '《中华人民共和国消费者权益保护法》第二十条' }],
  demands: [{ text: '组织调解，由被投诉举报人退还货款2999元并依法增加赔偿' }],
  report: '是',
  secret: '否',
  evidence: [{ name: '订单和付款截图', proves: '购买的时间、商品和价款' }],
  date: '2026-11-23',
};

const employee: Values = {
  employee: zhang,
  employer: alpha,
  'hired-day': '2023-03-01',
  position: '仓库管理员',
  causes: '拖欠工资',
  'arrears-from': '2026-08-01',
  'arrears-to': '2026-10-31',
  arrears: 24_000,
  wage: 8000,
  years: 4,
  severance: 32_000,
  account: '张某某，某银行，账号0000000000000000001',
  days: 7,
  'end-day': '2026-11-26',
  date: '2026-11-23',
};

const employer: Values = {
  employer: alpha,
  employee: li,
  'contract-from': '2024-01-01',
  'contract-to': '2026-12-31',
  position: '销售专员',
  years: '二年十个月',
  ground: '不能胜任工作',
  facts:
    '您2026年上半年考核不合格，经2026年7月培训并调整为客服岗位后，第三季度考核仍不合格，考核标准和结果均经您签字确认。',
  'notice-kind': '额外支付一个月工资',
  'notice-pay': 6500,
  severance: 19_500,
  union: '2026-11-20',
  'end-day': '2026-11-30',
  'wage-day': '2026-12-05',
  handover: '请于2026年11月30日前向部门主管交还电脑、工牌并移交客户资料',
  date: '2026-11-23',
};

/** Three sets of values for each letter, by template; the later ones take other branches. */
export const letterSamples: Record<string, readonly Values[]> = {
  'demand-letter': [
    demand,
    {
      ...demand,
      'sender-kind': '债权人本人',
      creditor: zhang,
      debtor: li,
      sums: [{ what: '借款本金', amount: 50_000 }],
      total: 50_000,
      basis: '2025年6月30日您向本人借款50000元，本人已于当日转账交付。',
    },
    { ...demand, creditor: wang, debtor: zhang, otherwise: '申请仲裁', days: 15 },
  ],
  'complaint-letter': [
    complaint,
    {
      ...complaint,
      field: '食品安全',
      product: '某牌牛奶（批号20260901）两箱',
      price: 120.5,
      report: '是',
      secret: '是',
      violations: [
        { act: '经营超过保质期的食品', basis: '《中华人民共和国食品安全法》第三十四条' },
        { act: '拒绝答复消费者', basis: '《中华人民共和国消费者权益保护法》第二十条' },
      ],
    },
    {
      ...complaint,
      field: '劳动保障',
      authority: '某市某区人力资源和社会保障局',
      complainant: li,
      target: alpha,
      report: '否',
      facts: '单位拖欠三个月工资。',
      violations: [{ act: '未及时足额支付劳动报酬', basis: '《中华人民共和国劳动合同法》第三十条' }],
      demands: [{ text: '责令被投诉举报人支付2026年8月至10月的工资24000元' }],
    },
  ],
  'employee-termination': [
    employee,
    {
      ...employee,
      employee: li,
      causes: '未依法缴纳社会保险费',
      insurance: '自2024年3月起未缴纳养老、医疗等社会保险费',
    },
    {
      ...employee,
      causes: '拖欠工资并且未依法缴纳社会保险费',
      insurance: '自入职起未缴纳工伤保险费',
      wage: 7654.32,
      years: 3.5,
      severance: 26_790.12,
    },
  ],
  'employer-termination': [
    employer,
    {
      ...employer,
      ground: '严重违反规章制度',
      rule: '《员工手册》第十二条',
      facts: '您于2026年11月3日至7日连续旷工五日，经书面催告仍未返岗。',
      employee: wang,
    },
    {
      ...employer,
      ground: '协商一致由单位提出',
      facts: '因业务调整，本单位于2026年11月20日提出解除并与您协商一致。',
      'contract-to': '',
    },
  ],
};
