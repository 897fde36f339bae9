import type { Values } from '../missing-fields.ts';
import { alpha, beta, li, wang, zhang, zhao } from './people.ts';

const evidence = [
  { name: '银行转账记录', source: '原告自某银行调取', proves: '款项已经交付' },
  { name: '微信聊天记录', source: '原告手机', proves: '对方承认欠款并多次承诺还款' },
];

const complaint: Values = {
  court: '某市某区人民法院',
  plaintiffs: [zhang],
  defendants: [li],
  cause: '民间借贷纠纷',
  'claim-kind': '给付金钱',
  sums: [{ what: '借款本金', amount: 50_000 }],
  running: '以50000元为基数，自2026年3月2日起按年利率3%计算',
  'running-kind': '逾期利息',
  joint: '否',
  facts:
    '2025年3月1日，被告因资金周转向原告借款50000元，约定2026年3月1日归还，原告当日通过银行转账交付。\n到期后，原告多次催要，被告以各种理由拖延，至今没有归还。',
  reasons: '被告借款到期不还，违反了双方的约定，应当返还本金并支付逾期利息。',
  basis: '《中华人民共和国民法典》第六百七十五条、《中华人民共和国民法典》第六百七十六条',
  evidence,
  date: '2026-11-23',
};

const answer: Values = {
  court: '某市某区人民法院',
  respondents: [li],
  opponents: [zhang],
  cause: '民间借贷纠纷',
  'served-day': '2026-11-10',
  position: '请求驳回全部诉讼请求',
  points: [
    { point: '借款已经还清', grounds: '答辩人已于2026年2月1日通过银行转账归还50000元，转账备注为「还款」。' },
    { point: '双方没有约定利息', grounds: '借条没有写利息，被答辩人主张利息没有依据。' },
  ],
  date: '2026-11-20',
};

const appeal: Values = {
  appellants: [li],
  'appellant-role': '原审被告',
  appellees: [zhang],
  'appellee-role': '原审原告',
  'first-court': '某市某区人民法院',
  'appeal-court': '某市中级人民法院',
  'case-number': '（2026）某0101民初1号',
  cause: '民间借贷纠纷',
  instrument: '民事判决',
  'decided-day': '2026-11-05',
  'served-day': '2026-11-10',
  outcome: '撤销并改判',
  changed: '改判驳回被上诉人的全部诉讼请求',
  points: [{ point: '原审认定事实错误', grounds: '上诉人已经归还借款，原审没有采信转账凭证，也没有说明理由。' }],
  date: '2026-11-20',
};

const arbitration: Values = {
  commission: '某市某区劳动人事争议仲裁委员会',
  applicant: zhang,
  employer: alpha,
  'hired-day': '2023-03-01',
  position: '仓库管理员',
  contract: '没有签订',
  wage: 8000,
  employed: '已离职',
  'left-day': '2026-10-15',
  'left-why': '被申请人口头通知辞退，没有给书面理由',
  sums: [
    { what: '2026年8月至9月的工资', amount: 16_000, steps: '8000元/月×2个月' },
    { what: '违法解除劳动合同赔偿金', amount: 64_000, steps: '8000元/月×4个月×2' },
  ],
  total: 80_000,
  facts:
    '2026年8月起，被申请人以经营困难为由不再发放工资。\n2026年10月15日，被申请人的人事经理口头通知申请人不用再来上班。',
  basis: '《中华人民共和国劳动合同法》第三十条、《中华人民共和国劳动合同法》第八十七条',
  'learnt-day': '2026-10-15',
  evidence: [{ name: '工资银行流水', source: '申请人自某银行打印', proves: '工资标准和欠薪的月份' }],
  date: '2026-11-23',
};

/** Three sets of values for each paper of a lawsuit or an arbitration, by template; the later ones take other branches. */
export const courtSamples: Record<string, readonly Values[]> = {
  'civil-complaint': [
    complaint,
    {
      ...complaint,
      plaintiffs: [alpha],
      defendants: [beta, wang],
      agent: '周某某，某某律师事务所律师',
      cause: '买卖合同纠纷',
      'claim-kind': '两者都有',
      sums: [
        { what: '货款', amount: 1_203_000.5 },
        { what: '违约金', amount: 60_150.03 },
      ],
      running: '以1203000.50元为基数，自2026年10月1日起按日万分之二计算',
      'running-kind': '违约金',
      facts:
        '2026年3月1日，原告与被告一签订货物买卖合同，被告二为付款提供连带责任保证。\n原告已于2026年3月20日交付全部货物，被告一至今没有付清货款，也没有退还包装箱。',
      reasons: '被告一逾期付款构成违约，应当支付货款和违约金；被告二应当承担连带责任。',
      basis: '《中华人民共和国民法典》第五百七十七条、《中华人民共和国民法典》第六百二十六条',
      evidence: [
        { name: '货物买卖合同', source: '原告持有', proves: '双方约定的价款、付款日期和违约金' },
        { name: '送货签收单', source: '原告持有', proves: '货物已经全部交付' },
      ],
      others: [{ text: '判令被告返还包装箱200只' }],
      joint: '是',
      jurisdiction: '合同约定由卖方所在地人民法院管辖',
      witnesses: [{ name: '郑某某', address: '某省某市某区某路3号' }],
    },
    {
      ...complaint,
      plaintiffs: [zhao, wang],
      'claim-kind': '其他请求',
      cause: '房屋买卖合同纠纷',
      facts:
        '2026年5月6日，原告与被告签订房屋买卖合同，原告已按约付清全部房款。\n2026年8月起，被告以房价上涨为由拒绝办理过户。',
      reasons: '合同合法有效，被告拒绝协助过户构成违约。',
      basis: '《中华人民共和国民法典》第五百零九条、《中华人民共和国民法典》第五百九十八条',
      evidence: [{ name: '房屋买卖合同', source: '原告持有', proves: '双方约定的价款和过户日期' }],
      others: [{ text: '确认双方签订的房屋买卖合同有效' }, { text: '判令被告协助办理房屋过户登记' }],
    },
  ],
  'civil-answer': [
    answer,
    {
      ...answer,
      respondents: [alpha],
      position: '请求驳回部分诉讼请求',
      disputed: '第2项利息请求',
      'case-number': '（2026）某0101民初3号',
      evidence: [{ name: '银行转账回单', source: '答辩人自某银行打印', proves: '答辩人已经还款50000元' }],
    },
    {
      ...answer,
      opponents: [zhang, wang],
      position: '同意但请求调整金额或者期限',
      proposal: '分十期归还，每月归还5000元',
      agent: '周某某，某某律师事务所律师',
    },
  ],
  'civil-appeal': [
    appeal,
    {
      ...appeal,
      instrument: '民事裁定',
      outcome: undefined,
      changed: undefined,
      'ruling-outcome': '撤销并指令审理',
      points: [{ point: '原审裁定驳回起诉适用法律错误', grounds: '上诉人与本案有直接利害关系，起诉符合法定条件。' }],
      appellants: [alpha],
      'appellant-role': '原审原告',
      'appellee-role': '原审被告',
      date: '2026-11-19',
      evidence: [{ name: '债权转让通知', proves: '上诉人受让了本案债权' }],
    },
    {
      ...appeal,
      outcome: '部分改判',
      items: '第二项',
      changed: '改判上诉人不支付利息',
      appellees: [zhang, wang],
      agent: '周某某，某某律师事务所律师',
    },
  ],
  'labour-arbitration': [
    arbitration,
    {
      ...arbitration,
      applicant: li,
      contract: '签订了',
      employed: '在职',
      sums: [{ what: '2026年9月的工资', amount: 6543.21, steps: '按工资单计算' }],
      total: 6543.21,
      facts: '被申请人应于2026年10月10日发放2026年9月的工资，至今没有发放，也没有说明理由。',
      basis: '《中华人民共和国劳动合同法》第三十条',
      'learnt-day': '2026-10-10',
    },
    {
      ...arbitration,
      applicant: wang,
      employer: beta,
      agent: '周某某，某某律师事务所律师',
      others: [{ text: '请求裁决被申请人出具解除劳动合同的证明' }],
      witnesses: [{ name: '郑某某', address: '某省某市某区某路3号' }],
    },
  ],
};
