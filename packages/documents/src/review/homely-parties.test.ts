import { describe, expect, it } from 'vitest';
import { readHomelyParties } from './homely-parties.ts';
import { namesOfRole, readParties } from './read-parties.ts';

describe('the parties of a home-made contract', () => {
  it.each([
    ['sale', '卖的人：彭某某（老彭），身份证号5101\n买的人：鲁某某（老鲁）', ['老彭:seller', '老鲁:buyer']],
    [
      'employment',
      '车队：某某货运有限公司（下面写车队）\n司机：郭某某（下面写老郭），住某村',
      ['车队:employer', '老郭:employee'],
    ],
    [
      'service',
      '房主：沈某某（沈姐），身份证号3203\n施工：某某装饰公司，法定代表人贺某某（贺师傅）',
      ['沈姐:client', '贺师傅:provider'],
    ],
    ['lease', '房东（二房东）：何某某，手机177\n租客：邱某某，手机186', ['房东:landlord', '租客:tenant']],
    ['loan', '出借人：周某某（老周），身份证号3302\n借钱的人：孙某某（我），手机158', ['老周:lender', '我:borrower']],
  ] as const)('%s: %s', (type, head, expected) => {
    const text = `约定\n${head}\n一、别的事：写在后面。`;
    expect(readHomelyParties(text, type).map(({ alias, role }) => `${alias}:${role}`)).toEqual(expected);
  });

  it('are not looked for where the contract has 甲方 and 乙方', () => {
    const text = '协议\n甲方：张某某\n乙方：李某某\n司机：王某某';
    expect(readParties(text, 'employment').map(({ alias }) => alias)).toEqual(['甲方', '乙方']);
  });

  it('are meant by 我, and not by 我们', () => {
    const parties = readParties('约定\n出借人：周某某（老周）\n借钱的人：孙某某（我）', 'loan');
    const names = new RegExp(namesOfRole('borrower', parties), 'gu');
    expect('我还钱，我们都签字。'.replace(names, '乙')).toBe('乙还钱，我们都签字。');
  });

  it('are none in the lines for signatures and in ordinary headings', () => {
    expect(readHomelyParties('合同\n租客签字：邱某某\n注意事项：保持整洁', 'lease')).toEqual([]);
  });
});
