import { createWorking, type Working, yuan } from './calculation.ts';
import { defineCalculator } from './calculator.ts';
import { type Exact, exact, inPercent, inShort, plus, times, toFen, zero } from './exact.ts';
import type { Values } from './fields.ts';
import { injuryRule } from './laws.ts';

const money = (label: string, help: string) => ({ kind: 'money', label, help }) as const;
const days = (label: string, help: string) => ({ kind: 'count', label, help }) as const;

const fields = {
  medical: money('医疗费', '有票据的医疗费合计，元'),
  lostDaily: money('每日误工收入', '实际减少的收入，或者按规定取的日平均收入，元'),
  lostDays: days('误工天数', '医疗机构证明的误工时间；致残的算到定残日前一天'),
  careDaily: money('每日护理费', '护理人员的收入或者当地护工报酬，元'),
  careDays: days('护理天数', '护理期限'),
  carers: { kind: 'count', label: '护理人数', help: '原则上一人，医疗机构有明确意见的除外', fallback: '1' },
  mealDaily: money('每日伙食补助', '当地国家机关一般工作人员的出差伙食补助标准，元'),
  hospitalDays: days('住院天数', '住院多少天'),
  nutritionDaily: money('每日营养费', '参照医疗机构意见，元'),
  nutritionDays: days('营养期', '天数'),
  transport: money('交通费', '有票据的交通费合计，元'),
  income: money('人均可支配收入', '受诉法院所在地上一年度城镇居民人均可支配收入，元'),
  age: days('年龄', '定残之日或者死亡时的周岁'),
  degree: { kind: 'percent', label: '伤残赔偿系数', help: '按伤残等级确定的系数，如 10%' },
  death: {
    kind: 'choice',
    label: '是否死亡',
    help: '死亡的计算死亡赔偿金和丧葬费',
    fallback: 'no',
    choices: [
      { id: 'no', label: '否' },
      { id: 'yes', label: '是' },
    ],
  },
  averageWage: money('职工月平均工资', '受诉法院所在地上一年度职工月平均工资（丧葬费），元'),
} as const;

export const injury = defineCalculator({
  id: 'injury',
  name: '人身损害赔偿',
  about: '误工费、护理费、伙食补助、残疾或死亡赔偿金；当地标准须由使用者提供',
  citations: ['七', '八', '十', '十二', '十四', '十五'].map(injuryRule),
  fields,
  calculate(values) {
    const working = createWorking();
    const items = [
      ...daily(working, values),
      ...(values.death === 'yes' ? deathItems(working, values) : disabilityItems(working, values)),
    ];
    if (items.length === 0 && working.working.needs.length === 0)
      working.need(null, '请至少填写一项费用及其标准；当地标准不作推定。');
    let total = zero;
    for (const { id, label, amount } of items) {
      working.result(id, label, amount);
      total = plus(total, amount);
    }
    if (items.length > 0) working.result('total', '以上合计', total);
    working.note('精神损害抚慰金、被扶养人生活费、残疾辅助器具费、后续治疗费等没有计入；责任比例须另行确定。');
    return working.working;
  },
});

type Item = { id: string; label: string; amount: Exact };
type InjuryValues = Values<typeof fields>;

function daily(working: Working, values: InjuryValues): Item[] {
  const items: Item[] = [];
  const add = (id: string, label: string, article: string, amount: Exact, text: string) => {
    working.step(text, [injuryRule(article)], amount);
    items.push({ id, label, amount: toFen(amount) });
  };
  if (values.medical !== null) add('medical', '医疗费', '六', values.medical, '医疗费按收款凭证。');
  const kinds = [
    { id: 'lost', label: '误工费', article: '七', rate: 'lostDaily', count: 'lostDays', people: 1 },
    { id: 'care', label: '护理费', article: '八', rate: 'careDaily', count: 'careDays', people: values.carers },
    { id: 'meals', label: '住院伙食补助费', article: '十', rate: 'mealDaily', count: 'hospitalDays', people: 1 },
    { id: 'nutrition', label: '营养费', article: '十一', rate: 'nutritionDaily', count: 'nutritionDays', people: 1 },
  ] as const;
  for (const { id, label, article, rate, count, people } of kinds) {
    const [each, number] = [values[rate], values[count]];
    if (each === null && number === null) continue;
    if (each === null || number === null) {
      const missing = each === null ? rate : count;
      working.need(missing, `要计算${label}，请补充“${fields[missing].label}”：${fields[missing].help}`);
      continue;
    }
    const who = people === 1 ? '' : `×${people}人`;
    add(id, label, article, times(each, exact(number * people)), `${label}：${yuan(each)}×${number}天${who}。`);
  }
  if (values.transport !== null) add('transport', '交通费', '九', values.transport, '交通费以正式票据为凭。');
  return items;
}

/** Twenty years; one less for each year above sixty, five from seventy-five on. */
export const yearsOfLoss = (age: number): number => (age >= 75 ? 5 : age > 60 ? 20 - (age - 60) : 20);

function disabilityItems(working: Working, { income, age, degree }: InjuryValues): Item[] {
  if (degree === null) return [];
  if (income === null || age === null) {
    askForBasis(working, '残疾赔偿金', income === null, age === null);
    return [];
  }
  const years = yearsOfLoss(age);
  const amount = times(times(income, exact(years)), degree);
  working.step(
    `残疾赔偿金：${yuan(income)}×${inShort(exact(years))}年×${inPercent(degree)}。`,
    [injuryRule('十二')],
    amount,
  );
  return [{ id: 'disability', label: '残疾赔偿金', amount: toFen(amount) }];
}

function deathItems(working: Working, { income, age, averageWage }: InjuryValues): Item[] {
  if (averageWage === null) working.need('averageWage', `要计算丧葬费，请补充“${fields.averageWage.label}”。`);
  if (income === null || age === null) askForBasis(working, '死亡赔偿金', income === null, age === null);
  const items: Item[] = [];
  if (income !== null && age !== null) {
    const years = yearsOfLoss(age);
    const amount = times(income, exact(years));
    working.step(`死亡赔偿金：${yuan(income)}×${years}年。`, [injuryRule('十五')], amount);
    items.push({ id: 'death', label: '死亡赔偿金', amount: toFen(amount) });
  }
  if (averageWage !== null) {
    const amount = times(averageWage, exact(6));
    working.step(`丧葬费：${yuan(averageWage)}×6个月。`, [injuryRule('十四')], amount);
    items.push({ id: 'funeral', label: '丧葬费', amount: toFen(amount) });
  }
  return items;
}

function askForBasis({ need }: Working, what: string, income: boolean, age: boolean): void {
  if (income) need('income', `要计算${what}，请补充“${fields.income.label}”：${fields.income.help}`);
  if (age) need('age', `要计算${what}，请补充“${fields.age.label}”。`);
}
