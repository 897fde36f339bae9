import { describe, expect, it } from 'vitest';
import { createLawCatalogue } from './law-catalogue.ts';

const MARRIAGE_1 = '最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）';
const titles = [
  '中华人民共和国民法典',
  '中华人民共和国民事诉讼法',
  MARRIAGE_1,
  '最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（二）',
  '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释',
  '最高人民法院关于审理民间借贷案件适用法律若干问题的规定',
  '最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定',
  '诉讼费用交纳办法',
  '最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释',
];
const catalogue = createLawCatalogue(titles.map((title) => ({ lawId: title, title, versions: [] })));
const find = (name: string) => catalogue.findLaws(name).map(({ title }) => title);

describe('createLawCatalogue', () => {
  it.each([
    ['民法典', '中华人民共和国民法典'],
    ['中华人民共和国 民法典', '中华人民共和国民法典'],
    ['民诉法', '中华人民共和国民事诉讼法'],
    ['民诉法解释', '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释'],
    ['婚姻家庭编解释（一）', MARRIAGE_1],
    ['民法典婚姻家庭编司法解释(一)', MARRIAGE_1],
    ['关于审理旅游纠纷案件适用法律若干问题的规定', '最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定'],
    ['旅游解释', '最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定'],
    ['民法典婚姻家庭编解释一', MARRIAGE_1],
    ['民间借贷规定', '最高人民法院关于审理民间借贷案件适用法律若干问题的规定'],
    ['民间借贷司法解释', '最高人民法院关于审理民间借贷案件适用法律若干问题的规定'],
    ['旅游纠纷司法解释', '最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定'],
    ['民法典（合同编）', '中华人民共和国民法典'],
    ['人身损害解释', '最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释'],
    ['旅游规定', '最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定'],
    ['诉讼费用交纳办法', '诉讼费用交纳办法'],
  ])('knows %s', (name, title) => {
    expect(find(name)).toEqual([title]);
  });

  it('gives all laws that an ambiguous name may mean', () => {
    expect(find('婚姻家庭编司法解释')).toHaveLength(2);
  });

  it('gives all laws whose title ends with a name that is none of its own', () => {
    const two = createLawCatalogue(
      ['甲地示例法', '乙地示例法', '丙地独有法', '中华人民共和国劳动合同法', '某地合同法'].map((title) => ({
        lawId: title,
        title,
        versions: [],
      })),
    );
    expect(two.findLaws('示例法')).toHaveLength(2);
    // One title alone that ends so is no reason to take it for that law; a former law is meant by its own name.
    expect(two.findLaws('独有法')).toEqual([]);
    expect(two.findLaws('合同法')).toEqual([]);
  });

  it('gives all interpretations of a law of which none is named', () => {
    expect(find('民法典司法解释')).toHaveLength(2);
    expect(find('民法典解释（三）')).toEqual([]);
  });

  it('does not take one law for another', () => {
    // A well-known law that is not in the catalogue is not found, whatever resembles it.
    expect(find('劳动合同法')).toEqual([]);
    expect(find('刑诉法解释')).toEqual([]);
    expect(find('最高人民法院关于审理借贷案件适用法律若干问题的规定')).toEqual([]);
    expect(find('办法')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  it('finds an article under any spelling of its label, and the first of two with one label', () => {
    const version = { versionId: 'v', promulgatedOn: null, effectiveFrom: null, effectiveTo: null };
    const provisions = [
      { provisionId: '1', article: '第一百三十三条之一', text: '甲' },
      { provisionId: '2', article: '第一百三十三条之一', text: '乙' },
      { provisionId: '3', article: '第3段', text: '丙' },
    ];
    const one = createLawCatalogue([{ lawId: 'l', title: '甲法', versions: [{ ...version, provisions }] }]);
    expect(one.provision('v', '第133条之1')?.provisionId).toBe('1');
    expect(one.provision('v', '第3段')?.provisionId).toBe('3');
    expect(one.provision('v', '第一条')).toBeNull();
    expect(one.provision('x', '第一条')).toBeNull();
  });
});
