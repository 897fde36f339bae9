import { describe, expect, it } from 'vitest';
import { compareRoles } from './compare-roles.ts';
import { roleStatements } from './role-statements.ts';

const recourse = '保证人承担保证责任后，有权在其承担保证责任的范围内向债务人追偿，享有债权人对债务人的权利。';
const lent =
  '因租赁、借用等情形机动车所有人、管理人与使用人不是同一人时，发生交通事故造成损害，属于该机动车一方责任的，由机动车使用人承担赔偿责任。';
const nonCompete = '劳动者违反竞业限制，给用人单位造成损失的，应当承担赔偿责任。';
const keepers =
  '因第三人的过错致使动物造成他人损害的，被侵权人可以向动物饲养人或者管理人请求赔偿，也可以向第三人请求赔偿。';

const conflicts = (claim: string, provision: string) => compareRoles(claim, provision).conflicts;

describe('roleStatements', () => {
  const told = (text: string) => roleStatements(text).map(({ party, relation, act }) => [party.raw, relation, act]);

  it('tells who does an act and towards whom', () => {
    expect(told('承租人可以请求出租人承担赔偿责任。')).toEqual([['出租人', 'by', 'compensate']]);
    expect(told('由买家承担运费。')).toEqual([['买家', 'by', 'cover']]);
    expect(told('可以向债权人追偿。')).toEqual([['债权人', 'to', 'recoup']]);
  });

  it('does not take an order to pay, which somebody applies for, for a payment', () => {
    const wages =
      '用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。\n用人单位拖欠或者未足额支付劳动报酬的，劳动者可以依法向当地人民法院申请支付令，人民法院应当依法发出支付令。';
    expect(conflicts('公司应当及时足额支付劳动报酬', wages)).toEqual([]);
  });

  it('takes the party that the sentence begins with where a later clause names nobody', () => {
    expect(told(nonCompete)).toEqual([['劳动者', 'by', 'compensate']]);
  });

  it('does not take a party that only tells the time, or which costs are meant', () => {
    expect(told('定作人在承揽人完成工作前可以随时解除合同。')).toEqual([['定作人', 'by', 'rescind']]);
    expect(told('经营者应当承担利息、消费者必须负担的运费。')).toEqual([['经营者', 'by', 'cover']]);
  });
});

describe('compareRoles', () => {
  it.each([
    ['担保人替人还了钱，可以向债权人追偿。', recourse],
    ['车借给朋友出了事故，由车主承担赔偿责任。', lent],
    ['员工违反竞业限制给公司造成损失的，公司要赔偿员工。', nonCompete],
  ])('finds the parties changed round: %s', (claim, provision) => {
    expect(conflicts(claim, provision)).toHaveLength(1);
  });

  it.each([
    ['担保人替人还了钱，可以向借钱的人追偿。', recourse],
    ['车借给朋友出了事故，由开车的朋友赔。', lent],
    ['员工违反竞业限制，要赔偿公司。', nonCompete],
    ['由用车人赔，车主没有过错的不用赔。', lent],
    ['您可以找狗主人赔，也可以找逗狗的人赔。', keepers],
  ])('knows the parties by their names in speech: %s', (claim, provision) => {
    expect(compareRoles(claim, provision)).toEqual({ conflicts: [], doubts: [] });
  });

  it('doubts a party of which the provision says nothing at all', () => {
    const { conflicts: sure, doubts } = compareRoles('由保险公司承担赔偿责任。', nonCompete);
    expect([sure, doubts]).toEqual([[], ['条文说的是“劳动者”，这里说“保险公司”']]);
  });

  it('says nothing where the provision has no such act', () => {
    expect(compareRoles('由房东承担赔偿责任。', '租赁期限不得超过二十年。')).toEqual({ conflicts: [], doubts: [] });
  });
});
