import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentText } from './document-tree.ts';
import { fillTemplate } from './fill-template.ts';
import { loadTemplates, parseTemplate } from './load-templates.ts';
import type { Values } from './missing-fields.ts';
import { person, templateSamples } from './testing/index.ts';
import { valuesFromFacts } from './values-from-facts.ts';

const templates = await loadTemplates(fileURLToPath(new URL('../../../../corpus/templates', import.meta.url)));

function fill(id: string, changed: Values = {}, sample = 0, percent: number | null = 12) {
  const template = templates.find((each) => each.id === id);
  if (!template) throw new Error(`no template ${id}`);
  const lendingRateCap = () => (percent === null ? null : { percent, source: '2026年11月20日一年期LPR的四倍' });
  const filled = fillTemplate(template, { ...templateSamples[id]?.[sample], ...changed }, { lendingRateCap });
  return { ...filled, text: documentText(filled.document) };
}
const messages = (id: string, changed: Values, percent: number | null = 12) =>
  fill(id, changed, 0, percent).problems.map(({ severity, message }) => `${severity}: ${message}`);

const minimal = `
id: note
name: 便条
kind: letter
layout: letter
purpose: 试
usedBy: 某人
provisions: [《中华人民共和国民法典》第四百六十五条]
fields:
  - { key: kind, label: 种类, type: choice, options: [甲, 乙], question: 哪种？ }
  - { key: detail, label: 细节, type: text, when: kind=甲, question: 细节？ }
  - { key: rows, label: 款项, type: rows, question: 哪些？, columns: [{ key: amount, label: 金额, type: money }] }
body:
  - { block: each, rows: rows, as: item, id: rows, text: '{{row.amount}}；' }
  - { block: item, id: detail, when: kind=甲, text: '{{detail}}。' }
  - { block: paragraph, text: '{{ref:rows-range}}共{{count:rows}}笔，合计{{sum:rows.amount|both}}，见第{{ref:detail}}项' }
`;

describe('fillTemplate', () => {
  it('numbers blocks after conditions and rows, and refers by those numbers', () => {
    const note = parseTemplate(minimal, 'note.yaml');
    const rows = [{ amount: 10 }, { amount: 20.5 }];
    const { document, complete } = fillTemplate(note, { kind: '甲', detail: '好的。', rows });
    expect(documentText(document)).toBe(
      '1．10元；\n2．20.50元；\n3．好的。\n第1项至第2项共2笔，合计30.50元（大写：人民币叁拾元零伍角），见第3项。',
    );
    expect(complete).toBe(true);
    expect(fillTemplate(note, { kind: '乙', detail: '旧的', rows })).toMatchObject({
      complete: false,
      problems: [{ rule: 'reference', severity: 'error' }],
    });
  });

  it('numbers several parties, joins their claims and counts their copies', () => {
    const { text } = fill('civil-complaint', {}, 1);
    expect(text).toContain('被告一：乙贸易有限公司');
    expect(text).toContain('被告二：王某某，男，1985年6月30日出生，回族');
    expect(text).toContain('4．判令各被告对上述第1项至第3项债务承担连带责任；\n5．判令被告返还包装箱200只；');
    expect(text).toContain('以上第1项至第2项金额合计1,263,150.53元');
    expect(text).toContain('本起诉状副本2份');
  });

  it('adds articles without breaking the references to later ones', () => {
    expect(fill('loan-contract').text).toContain('第七条　违约责任\n1．乙方未按第六条还款的');
    expect(fill('loan-contract', {}, 2).text).toMatch(/第七条　保证[\s\S]*第八条　违约责任\n1．乙方未按第六条还款的/);
  });

  it('writes days in figures, and in Chinese where a hand writes them', () => {
    expect(fill('iou').text).toContain('至2027年11月19日止');
    expect(fill('will').text).toMatch(/二〇二六年十一月二十三日$/);
  });

  it('says on the page of notes and on its face that a will must be written by hand', () => {
    const { document, text } = fill('will');
    expect(document.notice.join('')).toMatch(/亲笔书写.*第一千一百三十四条/);
    expect(text).toContain('打印件不能作为自书遗嘱');
  });

  it('takes a wrong value as not given and says so, and never throws', () => {
    const { problems, missing, complete } = fill('iou', { amount: '很多', 'due-day': '明年', borrower: 'x', extra: 1 });
    expect(problems.map(({ rule, fields }) => `${rule} ${fields}`)).toEqual([
      'shape borrower',
      'shape amount',
      'shape due-day',
      'shape extra',
    ]);
    expect(missing.map(({ key }) => key)).toEqual(['borrower', 'amount', 'due-day']);
    expect(complete).toBe(false);
    for (const copies of [0.5, 1e9, -1, Number.NaN]) expect(() => fill('will', { copies })).not.toThrow();
  });

  it('leaves out what was entered before another choice was made', () => {
    const { text, complete } = fill('iou', { interest: '无利息', rate: 99, 'pay-interest': '每月付息' });
    expect(text).not.toContain('99%');
    expect(complete).toBe(true);
  });

  it('shows what decides on words, in their place and once, while it is not known', () => {
    const { text, missing } = fill('iou', { interest: undefined });
    expect(missing.map(({ key }) => key)).toEqual(['interest']);
    expect(text).toContain('到期一次还清本金。【待补：利息】');
    expect(text.match(/【待补：/g)).toHaveLength(1);
    expect(fill('civil-appeal', { outcome: undefined }).text).toContain(
      '上诉请求\n1．【待补：请求的结果】\n2．一、二审诉讼费用',
    );
    expect(fill('demand-letter', { 'sender-kind': undefined }).text).toMatch(/^【待补：发函人】\n/);
    expect(fill('employer-termination', { employer: undefined }).text).toContain('住所地：【待补：用人单位的住所地】');
  });

  it('ends a list in a full stop, whatever comes last', () => {
    expect(fill('demand-letter').text).toMatch(/整）；\n2．.*零捌分）。\n以上第1项至第2项合计/);
    expect(fill('reconsideration').text).toContain(
      '1．撤销被申请人于2026年10月20日作出的行政处罚决定书（某市监处罚〔2026〕1号）。\n',
    );
    expect(fill('lease').text).toMatch(/正常使用；\n　　洗衣机，数量1，外壳有划痕。\n4．/);
  });

  it('counts the copies for all who sign, and the copies of identities', () => {
    expect(fill('loan-contract').text).toContain('本合同一式二份，签约人各执一份');
    expect(fill('loan-contract', {}, 2).text).toContain('本合同一式四份，签约人各执一份');
    expect(fill('loan-contract', { lender: undefined }).text).toContain('本合同一式【待补：份数】份');
    expect(fill('civil-complaint', {}, 2).text).toContain('原告身份证明复印件2份');
  });

  it('names a complaint without a report by its own roles', () => {
    const { text } = fill('complaint-letter', {}, 2);
    expect(text).toMatch(/^投诉信\n/);
    expect(text).not.toContain('举报');
  });

  it('asks of a ruling what can be asked of it, and rests the enforcement of an award on its own article', () => {
    expect(fill('civil-appeal', {}, 1).text).toContain('民事裁定，指令某市某区人民法院审理本案；');
    expect(fill('civil-appeal', { instrument: '民事裁定' }).missing.map(({ key }) => key)).toEqual(['ruling-outcome']);
    expect(fill('enforcement', {}, 1).text).toMatch(/第二百四十八条[\s\S]*送达证明各1份/);
    expect(fill('enforcement').text).not.toContain('第二百四十八条');
  });

  it('cites an interpretation by its whole title', () => {
    const { citations } = fill('preservation', {}, 2);
    expect(citations[0]).toBe('《最高人民法院关于适用《中华人民共和国民事诉讼法》的解释》第一百六十三条');
  });

  it('keeps placeholders in a value as words', () => {
    expect(fill('iou', { use: '{{amount}}{{ref:x}}' }).text).toContain('今因{{amount}}{{ref:x}}，');
  });
});

describe('the rules between fields', () => {
  it.each<[string, Values, RegExp]>([
    ['iou', { 'due-day': '2026-11-01' }, /error: 还款日期不能早于收到借款的日期/],
    ['iou', { interest: '有利息', rate: 12.5, 'pay-interest': '每月付息' }, /error: .*四倍.*上限 12%/],
    ['loan-contract', { rate: 24 }, /error: .*四倍/],
    ['loan-contract', { borrower: [person('张某某', '男', '1990-01-02')] }, /error: 出借人和借款人不能是同一个人/],
    ['lease', { to: '2046-12-02' }, /error: 租赁期限超过了二十年/],
    ['lease', { deposit: 20_000 }, /warning: 押金超过了三个月租金/],
    ['labour-arbitration', { total: 80_001 }, /error: .*各项相加是 80,000元，写的是 80,001元/],
    ['labour-arbitration', { 'learnt-day': '2025-10-15' }, /warning: 可能已经超过一年的仲裁时效/],
    ['civil-appeal', { date: '2026-11-26' }, /warning: 已经超过判决书送达之日起十五日/],
    ['civil-answer', { date: '2026-11-26' }, /warning: 已经超过收到起诉状副本之日起十五日/],
    ['enforcement', { date: '2026-09-01' }, /error: 履行期还没有届满/],
    ['enforcement', { date: '2028-09-12' }, /warning: 可能已经超过二年/],
    ['preservation', { amount: 320_001 }, /error: 请求保全的数额超过了诉讼请求的总额/],
    ['reconsideration', { date: '2026-12-25' }, /warning: 可能已经超过六十日/],
    ['employee-termination', { years: 3.5, severance: 28_000 }, /warning: .*满3年，.*是 4 个月，写的是 3.5 个月/],
    ['employee-termination', { severance: 1 }, /error: .*相乘是 32,000元，写的是 1元/],
    ['employer-termination', { union: '2026-11-24' }, /error: 应当事先把理由通知工会/],
    ['employer-termination', { 'notice-kind': '提前三十日通知' }, /error: .*不足三十日/],
    ['settlement', { amount: 14_000 }, /error: 各次付款之和/],
    ['employment-contract', { to: '2029-11-29' }, /error: 试用期超过了/],
    ['employment-contract', { to: '2027-11-29', 'trial-months': 2 }, /error: 试用期超过了/],
    ['employment-contract', { to: '2027-02-27', 'trial-months': 1 }, /error: 试用期超过了/],
    ['employment-contract', { term: '无固定期限', 'trial-months': 7 }, /error: 试用期超过了/],
    ['employment-contract', { 'trial-wage': 6399.99 }, /warning: 试用期工资低于/],
    ['employment-contract', { from: '2026-10-22' }, /warning: 签订日期已经超过用工之日起一个月/],
  ])('%s %j', (id, changed, message) => {
    expect(messages(id, changed).join('\n')).toMatch(message);
  });

  it.each<[string, Values]>([
    ['lease', { to: '2046-11-30' }],
    ['employment-contract', {}],
    ['employment-contract', { to: '2027-11-30', 'trial-months': 2 }],
    ['employment-contract', { to: '2027-02-28', 'trial-months': 1 }],
    ['iou', { interest: '有利息', rate: 12, 'pay-interest': '每月付息' }],
    ['civil-appeal', { date: '2026-11-25' }],
    ['reconsideration', { date: '2026-12-24' }],
  ])('%s is silent on the edge: %j', (id, changed) => {
    expect(messages(id, changed)).toEqual([]);
  });

  it('asks a person to look where the rate of a day is not known', () => {
    const found = messages('loan-contract', {}, null);
    expect(found).toEqual([expect.stringMatching(/^warning: 还不知道.*人工核对/)]);
  });

  it('finds numbers of parties that cannot be right', () => {
    const zhang = person('张某某', '男', '1990-01-02');
    expect(messages('iou', { lender: { ...zhang, idNumber: `${zhang.idNumber?.slice(0, 17)}X` } })).toEqual([
      expect.stringMatching(/出借人（张某某）的公民身份号码不对/),
    ]);
    expect(messages('iou', { lender: { ...zhang, birth: '1991-01-02', sex: '女' } })).toHaveLength(2);
  });
});

describe('parseTemplate', () => {
  it.each([
    ['{{row.amount}}', '{{row.sum}}', /rows?.* has no sum/],
    ['ref:detail', 'ref:other', /no block has the id other/],
    ['kind=甲, text', 'sort=甲, text', /there is no field sort/],
    ['|both', '|big', /there is no format big/],
    ['{{detail}}', '{{detail}', /not a placeholder/],
    ['when: kind=甲, question', 'when: rows, question', /no earlier field is called rows/],
    ['第四百六十五条', '465条', /第…条/],
  ])('refuses %s → %s and says where', (from, to, message) => {
    expect(() => parseTemplate(minimal.replace(from, to), 'note.yaml')).toThrow(message);
    expect(() => parseTemplate(minimal.replace(from, to), 'note.yaml')).toThrow(/note\.yaml/);
  });
});

describe('valuesFromFacts', () => {
  it('takes the first fact of the right shape, one party as a list of one, and leaves the rest open', () => {
    const template = templates.find(({ id }) => id === 'iou');
    if (!template) throw new Error('no template iou');
    const [client, opponent] = [person('张某某', '男', '1990-01-02'), person('李某某', '女', '1992-11-23')];
    expect(valuesFromFacts(template, { client, opponent, sum: 50_000, today: '昨天', facts: '借钱' })).toEqual({
      lender: client,
      borrower: [opponent],
      amount: 50_000,
    });
  });
});
