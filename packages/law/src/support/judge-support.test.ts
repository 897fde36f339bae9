import { describe, expect, it } from 'vitest';
import { judgeSupport } from './judge-support.ts';

const limitation =
  '向人民法院请求保护民事权利的诉讼时效期间为三年。法律另有规定的，依照其规定。\n诉讼时效期间自权利人知道或者应当知道权利受到损害以及义务人之日起计算。';
const probation =
  '劳动合同期限三个月以上不满一年的，试用期不得超过一个月；劳动合同期限一年以上不满三年的，试用期不得超过二个月。';
const sublease = '承租人经出租人同意，可以将租赁物转租给第三人。\n承租人未经出租人同意转租的，出租人可以解除合同。';
const rescission =
  '有下列情形之一的，当事人可以解除合同：\n（一）因不可抗力致使不能实现合同目的；\n（二）法律规定的其他情形。';
const repairs = '出租人未履行维修义务的，承租人可以自行维修，维修费用由出租人负担。';
const deposit = '定金的数额由当事人约定；但是，不得超过主合同标的额的百分之二十，超过部分不产生定金的效力。';
const returns =
  '经营者采用网络方式销售商品，消费者有权自收到商品之日起七日内退货，且无需说明理由，但下列商品除外：\n（一）消费者定作的；\n（二）鲜活易腐的。';

const judge = (claim: string, provision: string) => judgeSupport({ claim, provision });
const support = (claim: string, provision: string) => judge(claim, provision).support;

describe('judgeSupport', () => {
  it('says in words what the provision says and the claim does not', () => {
    expect(judge('诉讼时效是两年。', limitation)).toEqual({
      support: 'contradicted',
      reasons: ['条文说“三年”，这里说“两年”'],
    });
  });

  it('takes other spellings of a number for the same', () => {
    expect(support('一般的诉讼时效期间是3年。', limitation)).toBe('supported');
    expect(support('定金不能超过主合同标的额的20%。', deposit)).toBe('supported');
  });

  it('tells 以上 from 以下, and at most from at least', () => {
    const fine = '饮酒后驾驶机动车的，处一千元以上二千元以下罚款。';
    expect(judge('饮酒后驾驶机动车的，处一千元以下罚款。', fine)).toEqual({
      support: 'contradicted',
      reasons: ['条文说“一千元以上”，这里说“一千元以下”'],
    });
    expect(support('饮酒后驾驶机动车的，处一千元到二千元罚款。', fine)).toBe('supported');
    expect(support('定金的数额由当事人约定；但是，不得低于主合同标的额的百分之二十。', deposit)).toBe('contradicted');
  });

  it('doubts a denial where the provision denies nothing', () => {
    const rule = '用人单位应当保证劳动者每周至少休息一日。';
    expect(judge('用人单位应当保证劳动者每周休息一日，不发工资。', rule).reasons).toContain('条文没有“不……”的意思');
  });

  it('finds the number that stands for the case of the claim', () => {
    expect(support('劳动合同期限一年以上不满三年的，试用期不得超过两个月。', probation)).toBe('supported');
    expect(support('劳动合同期限一年以上不满三年的，试用期不得超过一个月。', probation)).toBe('contradicted');
  });

  it('doubts a number that the provision does not have', () => {
    const { support: state, reasons } = judge('承租人转租要提前十五天告诉出租人。', sublease);
    expect([state, reasons[0]]).toEqual(['doubtful', '条文里没有“十五天”']);
  });

  it.each(['不得', '应当', '无权', '不能', '可以不'])('tells 可以 from %s', (word) => {
    expect(support(`承租人未经出租人同意转租的，出租人${word}解除合同。`, sublease)).toBe('contradicted');
  });

  it('reads an item together with the words that lead to it', () => {
    expect(support('因不可抗力致使不能实现合同目的的，当事人可以解除合同。', rescission)).toBe('supported');
    expect(support('因不可抗力致使不能实现合同目的的，当事人不得解除合同。', rescission)).toBe('contradicted');
  });

  it('tells the parties apart, by their names in speech too', () => {
    expect(support('房东不履行维修义务的，租客可以自行维修，维修费用由房东负担。', repairs)).toBe('supported');
    expect(support('房东不履行维修义务的，租客可以自行维修，维修费用由租客负担。', repairs)).toBe('contradicted');
  });

  it('sees a negation put in or left out', () => {
    const rule = '未保价的快件，依照民事法律的规定确定赔偿责任；企业承担赔偿责任。';
    expect(support('企业不承担赔偿责任。', rule)).toBe('contradicted');
    const harm = '在上下班途中，受到非本人主要责任的交通事故伤害的，应当认定为工伤。';
    expect(support('在上下班途中，受到本人主要责任的交通事故伤害的，应当认定为工伤。', harm)).toBe('contradicted');
  });

  it('sees the order of acts turned round', () => {
    expect(support('实施房屋征收应当先搬迁、后补偿。', '实施房屋征收应当先补偿、后搬迁。')).toBe('contradicted');
  });

  it('holds a claim about an exception against the exception', () => {
    expect(support('消费者定作的商品，也有权七日内退货。', returns)).toBe('contradicted');
    expect(support('消费者定作的商品不能无理由退货。', returns)).not.toBe('contradicted');
  });

  it('doubts consequences that the provision does not name, and words that say too much', () => {
    expect(judge('承租人未经出租人同意转租的，出租人可以要求罚款。', sublease).reasons).toContain('条文没有说“罚款”');
    const general = judge('不论什么情况，出租人永远可以解除合同。', sublease);
    expect(general.support).toBe('doubtful');
    expect(general.reasons.join()).toContain('说得过宽');
  });

  it('leaves another word in the words of the provision to a person', () => {
    const rule = '捡到遗失物的人应当及时通知权利人领取，或者送交公安等有关部门。';
    expect(judge('捡到遗失物的人应当及时通知权利人领取，或者送交法院等有关部门。', rule).support).not.toBe('supported');
  });

  it('leaves one strange word among the own words of a provision to a person, however much is left out', () => {
    const dissolution =
      '公司经营管理发生严重困难，通过其他途径不能解决的，持有公司百分之十以上表决权的股东，可以请求人民法院解散公司。';
    const claim = '持有公司百分之十以上表决权的股东，可以请求公司登记机关解散公司。';
    expect(support(claim, dissolution)).not.toBe('supported');
    expect(support(claim.replace('公司登记机关', '法院'), dissolution)).toBe('supported');
    const risk = '标的物毁损、灭失的风险，在标的物交付之前由出卖人承担，交付之后由买受人承担。';
    expect(support('标的物毁损、灭失的风险，在标的物付款之前由出卖人承担。', risk)).not.toBe('supported');
  });

  it('doubts a claim about something else', () => {
    expect(support('离婚后孩子由母亲抚养。', sublease)).toBe('doubtful');
  });

  it.each(['参见《中华人民共和国民法典》第一百八十八条。', '法律依据：《中华人民共和国民法典》第一百八十八条。'])(
    'finds nothing claimed in %s',
    (sentence) => {
      expect(judge(sentence, limitation)).toEqual({ support: 'none-claimed', reasons: [] });
    },
  );

  it('does not read the citation itself as words of the claim', () => {
    const claim = '根据《中华人民共和国民法典》第一百八十八条的规定，诉讼时效期间为三年。';
    expect(support(claim, limitation)).toBe('supported');
    expect(support(claim.replace('三年', '二年'), limitation)).toBe('contradicted');
  });

  it('asks the similarity that it is given where words differ, and never against a contradiction', () => {
    const claim = '打官司讨债有时间上的限制。';
    expect(support(claim, limitation)).toBe('doubtful');
    expect(judgeSupport({ claim, provision: limitation, similarity: () => 0.9 }).support).toBe('supported');
    expect(judgeSupport({ claim: '诉讼时效是两年。', provision: limitation, similarity: () => 1 }).support).toBe(
      'contradicted',
    );
  });

  it('never throws, and judges long texts in time', () => {
    for (const claim of ['', '。', '《', '第条', '一'.repeat(300), '%'.repeat(50)]) support(claim, limitation);
    const started = process.cpuUsage();
    support(repairs.repeat(10), sublease.repeat(60));
    expect(process.cpuUsage(started).user).toBeLessThan(8_000_000);
  });
});

describe('a claim in other words that turns the rule round', () => {
  it.each([
    [
      '违约金比损失高太多的，不能请求适当减少。',
      '约定的违约金过分高于造成的损失的，人民法院可以根据当事人的请求予以适当减少。',
    ],
    [
      '收到申请后，七天内不用作出决定。',
      '法律援助机构应当自收到法律援助申请之日起七日内进行审查，作出是否给予法律援助的决定。',
    ],
    ['物业可以用停止供水的办法催交物业费。', '物业服务人不得采取停止供电、供水、供热、供燃气等方式催交物业费。'],
  ])('is not borne out: %s', (claim, provision) => {
    expect(support(claim, provision)).not.toBe('supported');
  });

  it('takes another name of the same party for the same, and not that of another party', () => {
    const provision =
      '用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。\n用人单位拖欠或者未足额支付劳动报酬的，劳动者可以依法向当地人民法院申请支付令，人民法院应当依法发出支付令。';
    const judge = (claim: string) => judgeSupport({ claim, provision }).support;
    expect(judge('公司应当及时足额支付劳动报酬（《中华人民共和国劳动合同法》第三十条）。')).toBe('supported');
    expect(judge('单位应当及时足额支付劳动报酬。')).toBe('supported');
    expect(judge('法院应当及时足额支付劳动报酬。')).not.toBe('supported');
  });
});
