import { expect, it } from 'vitest';
import { createProvisionCatalogue, toCatalogueData } from '../storage/provision-catalogue.ts';
import { INTERPRETATION, REGULATION, readCorpusFacts, STATUTE } from './corpus-facts.ts';

const titles = ['中华人民共和国示例法', '中华人民共和国示例法实施条例', '最高人民法院关于示例案件的规定', '示例办法'];
const provisions = titles.flatMap((law, i) =>
  ['一', '二'].map((article) => ({
    provisionId: `${i}${article}`,
    lawId: law,
    versionId: law,
    law,
    article,
    path: article === '一' ? ['总则'] : ['附则'],
    level: 'law',
    effectiveFrom: null,
    effectiveTo: null,
    text: '条'.repeat(i + 1),
  })),
);
const facts = readCorpusFacts(createProvisionCatalogue(toCatalogueData(provisions)));

it('tells laws and headings apart, and numbers the headings as their vectors will lie', () => {
  expect([...facts.lawOf]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect([...facts.headingOf]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(facts.headings[3]).toBe('中华人民共和国示例法实施条例 附则');
});

it('knows the kind of a law by its title, and how long a provision is', () => {
  expect([0, 2, 4, 6].map((place) => facts.kind[place])).toEqual([STATUTE, REGULATION, INTERPRETATION, REGULATION]);
  expect(facts.length[6]).toBeCloseTo(Math.log(5), 6);
});
