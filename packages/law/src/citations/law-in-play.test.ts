import { describe, expect, it } from 'vitest';
import { findCitations } from './find-citations.ts';

/** 「law|article」 of every provision mention. */
const read = (text: string) =>
  findCitations(text)
    .filter(({ kind }) => kind === 'provision')
    .map(({ lawName, targets }) => `${lawName ?? '?'}|${targets.map(({ article }) => article).join()}`);

describe('an article without the name of its law', () => {
  it.each([
    [
      'goes on with the law of the sentence before',
      '《民法典》第七百零三条。租期见第七百零五条。',
      '民法典|第七百零五条',
    ],
    [
      'whatever sentences without a law stand between',
      '依据《工会法》第三条可以入会。单位不配合。您可以投诉。另见第五十条。',
      '工会法|第五十条',
    ],
    [
      'past full stops inside a quotation',
      '《工会法》第三条：“甲。乙。”，而第四条不同，第五条也不同。',
      '工会法|第五条',
    ],
    [
      'with the law of the last sentence that named one',
      '押金看民法典第七百零三条。开发票看《发票管理办法》第十九条。拒开的看第三十五条。',
      '发票管理办法|第三十五条',
    ],
    [
      'with a law named without book marks and without an article',
      '《民法典》第五百条讲缔约。劳动合同法另有规定。试用期见第十九条。',
      '劳动合同法|第十九条',
    ],
    [
      'from item to item of a list',
      '1. 试用期：劳动合同法第十九条。\n2. 服务期：第二十二条。',
      '劳动合同法|第二十二条',
    ],
    [
      'from the words before a list',
      '劳动合同法这样规定：\n- 试用期，第十九条；\n- 服务期，第二十二条。',
      '劳动合同法|第二十二条',
    ],
    [
      'at the beginning of lines after a colon',
      '依劳动合同法：\n第十九条讲试用期；\n第二十二条讲服务期。',
      '劳动合同法|第二十二条',
    ],
  ])('%s', (_how, text, expected) => expect(read(text).at(-1)).toBe(expected));

  it.each([
    ['after a sentence that names two laws', '《民法典》第五百条和《劳动合同法》第三条都讲诚信。另见第八条。'],
    [
      'after two laws in one list',
      '1. 押金：民法典第七百零三条。\n2. 加班：《劳动法》第四十四条。\n3. 其他：第五百条。',
    ],
    ['in another paragraph', '《民法典》第七百零三条讲租赁。\n您还问到第五百条。'],
    ['after an article of a contract', '《民法典》第七百零三条讲租赁。合同第三条不合理。第四条也一样。'],
  ])('is given to no law %s', (_where, text) => expect(read(text).at(-1)).toMatch(/^\?\|/));

  it('leaves the articles that a law names in its own words to that law', () => {
    const own = {
      lawName: '示例法',
      amends: false,
      article: '第五条',
      paragraphAt: () => 1,
      previousArticles: () => [],
    };
    const found = findCitations('依照《刑法》第二百条处罚。第三条的规定除外。', { own });
    expect(found.map(({ lawName }) => lawName)).toEqual(['刑法', '示例法']);
  });
});
