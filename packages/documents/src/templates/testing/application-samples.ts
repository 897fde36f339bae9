import type { Values } from '../missing-fields.ts';
import { alpha, beta, li, wang, zhang } from './people.ts';

const enforcement: Values = {
  court: '某市某区人民法院',
  applicants: [zhang],
  debtors: [li],
  maker: '某市某区人民法院',
  number: '（2026）某0101民初1号',
  instrument: '民事判决书',
  'effective-day': '2026-09-01',
  'due-day': '2026-09-11',
  obligation: '李某某于判决生效之日起十日内返还张某某借款本金50000元并支付利息1200元',
  sums: [
    { what: '借款本金', amount: 50_000 },
    { what: '利息', amount: 1200 },
  ],
  performed: '没有履行',
  account: '张某某，某银行某支行，账号0000000000000000001',
  date: '2026-11-23',
};

const preservation: Values = {
  stage: '诉讼中',
  court: '某市某区人民法院',
  applicants: [alpha],
  respondents: [beta],
  cause: '买卖合同纠纷',
  'case-number': '（2026）某0101民初2号',
  amount: 305_000.5,
  claimed: 320_000,
  property: [{ what: '银行存款', clue: '某银行某支行，账号0000000000000000002' }],
  facts: '被申请人拖欠货款，并且近期频繁转出大额资金，可能使判决难以执行。',
  security: '保险公司保函',
  'security-detail': '由某保险公司出具保单保函，保险金额与请求保全数额相同',
  date: '2026-11-23',
};

const attorney: Values = {
  matter: '诉讼代理',
  principal: [zhang],
  agents: [
    { name: '周某某', standing: '律师', place: '某某律师事务所', id: '执业证00000000000000001', phone: '13000000009' },
  ],
  opponent: '李某某',
  cause: '民间借贷纠纷',
  'body-court': '某市某区人民法院',
  stage: '第一审',
  power: '特别授权',
  're-delegate': '不得转委托',
  from: '2026-11-23',
  to: '2027-11-22',
  date: '2026-11-23',
};

const reconsideration: Values = {
  authority: '某市某区人民政府',
  applicants: [wang],
  respondent: {
    kind: 'organisation',
    name: '某市某区市场监督管理局',
    address: '某市某区某路9号',
    representative: '吴某某',
  },
  kind: '行政决定',
  decision: '行政处罚决定书（某市监处罚〔2026〕1号）',
  'decided-day': '2026-10-20',
  'learnt-day': '2026-10-25',
  request: '撤销',
  facts: '被申请人认定申请人销售过期食品，罚款5000元。实际上该批食品已经下架，正在退货。',
  points: [{ point: '认定事实不清', grounds: '被申请人没有核实该批食品已经下架的记录。' }],
  evidence: [{ name: '下架登记表', proves: '涉案食品已经停止销售' }],
  date: '2026-11-23',
};

/** Three sets of values for each application to a court or an authority, by template; the later ones take other branches. */
export const applicationSamples: Record<string, readonly Values[]> = {
  enforcement: [
    enforcement,
    {
      ...enforcement,
      applicants: [alpha],
      debtors: [beta, wang],
      instrument: '仲裁裁决书',
      maker: '某仲裁委员会',
      number: '（2026）某仲裁字第1号',
      obligation: '乙贸易有限公司、王某某于裁决作出之日起十日内支付甲公司货款130000元和违约金6500元',
      sums: [
        { what: '货款', amount: 120_000 },
        { what: '违约金', amount: 6500 },
      ],
      account: '甲公司，某银行某支行，账号0000000000000000002',
      performed: '已经履行一部分',
      paid: 10_000,
      agent: '周某某，某某律师事务所律师',
    },
    {
      ...enforcement,
      sums: [{ what: '抚养费', amount: 3000 }],
      obligation:
        '李某某自2026年9月起每月10日前支付婚生子张小某的抚养费1500元，2026年7月、8月的3000元于2026年9月11日前付清',
      instrument: '民事调解书',
      property: [{ what: '小型轿车', where: '车牌号某A00000' }],
    },
  ],
  preservation: [
    preservation,
    {
      ...preservation,
      stage: '起诉前',
      applicants: [zhang],
      respondents: [li],
      cause: '民间借贷纠纷',
      facts: '被申请人2025年3月1日向申请人借款320000元，到期没有归还，并且开始处置名下财产。',
      property: [{ what: '房屋', clue: '某市某区某路6号1单元201室，登记在被申请人名下' }],
      urgency: '被申请人正在低价出售名下唯一房屋，已经与买方约定过户日期',
      security: '现金',
      'security-detail': '提供与请求保全数额相同的现金存入法院账户',
    },
    {
      ...preservation,
      stage: '执行前',
      instrument: '某市某区人民法院（2026）某0101民初2号民事判决书',
      decided: '乙贸易有限公司支付甲公司货款320000元',
      security: '请求免予提供担保',
      'security-why': '判决已经生效，债权确定',
    },
  ],
  'power-of-attorney': [
    attorney,
    {
      ...attorney,
      matter: '劳动仲裁代理',
      principal: [alpha],
      opponent: '张某某',
      cause: '劳动争议',
      'body-court': '某市某区劳动人事争议仲裁委员会',
      stage: undefined,
      power: '一般授权',
      're-delegate': '可以转委托',
    },
    {
      ...attorney,
      matter: '其他事务',
      principal: [zhang, li],
      affair: '代为办理某市某区某路1号房屋的过户登记',
      limits: '可以提交和领取材料、签署登记申请书，不得收取房款',
    },
  ],
  reconsideration: [
    reconsideration,
    {
      ...reconsideration,
      applicants: [alpha],
      request: '变更',
      change: '将罚款变更为1000元',
      compensation: 2000.05,
      'compensation-why': '停业两日的损失',
    },
    {
      ...reconsideration,
      kind: '不履行法定职责',
      respondent: {
        kind: 'organisation',
        name: '某市某区人力资源和社会保障局',
        address: '某市某区某路7号',
        representative: '冯某某',
      },
      duty: '对申请人2026年8月1日提交的工伤认定申请作出决定',
      request: '责令履行',
      facts: '申请人2026年8月1日向被申请人提交工伤认定申请，被申请人2026年8月10日受理，至今没有作出决定。',
      points: [
        { point: '超过法定期限没有作出决定', grounds: '工伤认定应当自受理之日起六十日内作出决定，期限已经届满。' },
      ],
      evidence: [{ name: '工伤认定申请受理决定书', proves: '被申请人已于2026年8月10日受理' }],
      agent: '周某某，某某律师事务所律师',
    },
  ],
};
