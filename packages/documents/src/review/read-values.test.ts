import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadChecklists } from './load-checklists.ts';
import { reviewContract } from './review-contract.ts';
import { cleanContracts } from './testing/clean-contracts.ts';

const checklists = await loadChecklists(join(import.meta.dirname, '../../../../corpus/checklists'));

/** A clean contract, what is changed in it, and the one check that must see the change. */
const changes: [contract: string, from: string, to: string, check: string][] = [
  ['lease-flat', '肆仟伍佰元整', '肆仟伍佰伍拾元整', 'common-capitals'],
  ['lease-flat', '共12个月', '共24个月', 'common-period'],
  ['lease-flat', '起至2027年2月28日止，共12个月', '起至2025年2月28日止', 'common-end-before-start'],
  ['lease-flat', '2026年2月20日', '2026年6月20日', 'common-signed-late'],
  ['lease-flat', '起至2027年2月28日止，共12个月', '起至2027年2月30日止', 'common-date-impossible'],
  ['lease-flat', '支付押金4500元，相当于一个月租金', '支付押金22500元，相当于五个月租金', 'lease-deposit-high'],
  ['lease-flat', '每季度支付租金13500元', '每季度支付租金15000元', 'common-product'],
  [
    'lease-flat',
    '租赁期限自2026年3月1日起至2027年2月28日止，共12个月',
    '租赁期限自2026年3月1日起至2051年2月28日止',
    'lease-over-twenty-years',
  ],
  ['lease-flat', '支付相当于一个月租金的违约金', '支付相当于六个月租金的违约金', 'lease-penalty-months'],
  ['lease-flat', '每逾期一日按逾期金额的万分之五', '每逾期一日按逾期金额的百分之五', 'common-penalty-daily'],
  [
    'lease-flat',
    '未经甲方书面同意，乙方不得',
    '除本合同第二十条另有约定外，未经甲方书面同意，乙方不得',
    'common-clause-unknown',
  ],
  ['lease-flat', '物业费、供暖费由甲方承担', '物业费、供暖费由丙方承担', 'common-party-unknown'],
  ['lease-flat', '有欠费的，可以扣除相应的费用', '有欠费的，可以扣除相应的费用，押金为9000元', 'common-stated-twice'],
  ['loan-friends', '年利率为8%', '月利率为2%', 'loan-interest-over-cap'],
  ['loan-friends', '年利率为8%', '月息为3分', 'loan-interest-over-cap'],
  ['loan-friends', '按年利率10%支付逾期利息', '每日按未还金额的千分之一支付违约金', 'loan-overdue-over-cap'],
  ['loan-friends', '壹拾万元整', '拾贰万元整', 'common-capitals'],
  ['employment-office', '试用期三个月', '试用期八个月', 'employment-probation-long'],
  ['employment-factory', '试用期一个月', '试用期6个月', 'employment-probation-long'],
  ['employment-factory', '不低于约定工资的80%', '为约定工资的60%', 'employment-probation-pay'],
  ['employment-office', '试用期月工资为10000元', '试用期月工资为6000元', 'employment-probation-pay'],
  ['employment-office', '乙方离职后一年内', '乙方离职后三年内', 'employment-noncompete-long'],
  ['employment-factory', '每天工作8小时，每周休息二日', '每天工作12小时，每周休息二日', 'employment-hours-day'],
  [
    'employment-office',
    '乙方提前三十日书面通知甲方，可以解除合同',
    '乙方辞职应当提前三个月书面通知甲方',
    'employment-resign-notice',
  ],
  ['sale-equipment', '数量10台', '数量12台', 'common-product'],
  ['sale-equipment', '支付合同总价的65%', '支付合同总价的60%', 'common-shares'],
  ['sale-equipment', '七日内检验外观和数量，三十日内检验性能', '24小时内检验完毕并提出异议', 'sale-inspection-short'],
  ['sale-car', '定金6000元，余款54000元', '定金20000元，余款40000元', 'common-earnest-over'],
  ['sale-car', '余款54000元', '余款50000元', 'common-instalments'],
  ['service-software', '共六个月', '共十个月', 'common-period'],
  ['service-software', '验收合格后十日内支付总额的30%', '验收合格后十日内支付总额的40%', 'common-shares'],
  ['service-cleaning', '并赔偿对方的损失', '并支付合同总金额60%的违约金', 'common-penalty-share'],
];

describe('values that contradict each other or go beyond the law', () => {
  it.each(changes)('%s: 「%s」 written as 「%s」 is %s', (contract, from, to, check) => {
    const clean = cleanContracts[contract] ?? '';
    expect(clean).toContain(from);
    const { findings } = reviewContract(clean.replace(from, to), { checklists, today: '2026-11-23', oneYearLpr: 0.03 });
    expect(findings.map(({ checkId }) => checkId)).toEqual([check]);
  });
});

/** A clean contract without its lines that match, and the check that must miss them. */
const cuts: [contract: string, cut: RegExp, check: string][] = [
  ['lease-flat', /^(?:租赁期限自|本合同一式).*$|租赁期满或者合同解除后/gmu, 'lease-missing-term'],
  ['lease-flat', /租赁期满[^；]*；[^。]*。/gu, 'lease-missing-deposit-return'],
  ['lease-flat', /^.*维修.*$/gmu, 'lease-missing-repairs'],
  ['lease-flat', /^.*(?:争议|起诉).*$/gmu, 'common-no-dispute-clause'],
  ['loan-friends', /^第三条.*$|到期一次性归还本金/gmu, 'loan-missing-term'],
  [
    'loan-friends',
    /^第五条.*$|按月付息，|，利息按实际借款期间计算|不得预先扣除利息|年利率10%支付逾期利息/gmu,
    'loan-missing-interest',
  ],
  ['loan-friends', /^第七条.*$|由违约方承担/gmu, 'loan-missing-overdue'],
  ['loan-guaranteed', /，保证期间为[^。]*/gu, 'loan-guarantee-period'],
  ['employment-office', /^第五条.*$/gmu, 'employment-missing-insurance'],
  ['employment-office', /^第六条.*$/gmu, 'employment-missing-protection'],
  ['employment-factory', /，工作地点为[^。]*|和地点/gu, 'employment-missing-place'],
  ['sale-equipment', /^第三条.*$/gmu, 'sale-missing-delivery'],
  ['sale-equipment', /^第[四五]条.*$/gmu, 'sale-missing-inspection'],
  ['sale-goods', /^5\..*$/gmu, 'sale-missing-payment'],
  ['service-software', /^第五条.*$/gmu, 'service-missing-ip'],
  ['service-gym', /^四、.*$/gmu, 'service-missing-termination'],
  ['service-cleaning', /^第四条.*$|逾期付款[^；]*；|扣减服务费/gmu, 'service-missing-fee'],
];

describe('terms that are missing', () => {
  it.each(cuts)('%s without %s is %s', (contract, cut, check) => {
    const text = (cleanContracts[contract] ?? '').replace(cut, '');
    const { findings } = reviewContract(text, { checklists, today: '2026-11-23', oneYearLpr: 0.03 });
    const finding = findings.find(({ checkId }) => checkId === check);
    expect(finding ?? findings.map(({ checkId }) => checkId)).toMatchObject({
      kind: 'missing',
      quote: null,
      clause: null,
    });
  });
});
