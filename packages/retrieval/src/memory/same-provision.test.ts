import { describe, expect, it } from 'vitest';
import { createProvisionCatalogue, toCatalogueData } from '../storage/provision-catalogue.ts';
import { createVectorTable, setVector } from '../vectors/vector-table.ts';
import { answerableHere, createProvisionVersions } from './same-provision.ts';

const provision = (law: string, article: string, from: string | null) => ({
  provisionId: `${law}${article}${from}`,
  lawId: law,
  versionId: `${law}${from}`,
  law,
  article,
  path: [],
  level: 'law',
  effectiveFrom: from,
  effectiveTo: null,
  text: '条文',
});
const catalogue = createProvisionCatalogue(
  toCatalogueData([
    provision('中华人民共和国示例法', '第一条', '2010-01-01'),
    provision('中华人民共和国示例法', '第一条', '2020-01-01'),
    provision('中华人民共和国示例法', '第一条', null),
    provision('中华人民共和国示例法', '第二条', '2020-01-01'),
    provision('中华人民共和国示例法', '', '2020-01-01'),
    provision('中华人民共和国示例法', '', '2010-01-01'),
  ]),
);
const table = createVectorTable(2, 6);
// Places 0 and 1 say nearly the same; place 2 has their number and says something else.
for (const [place, vector] of [
  [1, 0.1],
  [1, 0.2],
  [0, 1],
  [1, 0],
  [1, 0],
  [1, 0],
].entries()) {
  setVector(table, place, vector);
}
const versions = createProvisionVersions(catalogue, table);

describe('one provision in the versions of its law', () => {
  it('is found by its citation, the newest first, however the title is written', () => {
    for (const citation of ['中华人民共和国示例法第一条', '《示例法》第一条', '示例法 第一条']) {
      expect(versions.newestOf(citation)).toBe(1);
    }
    expect(versions.newestOf('示例法第九条')).toBeUndefined();
  });

  it('speaks for its namesakes that say nearly the same, and for no renumbered article', () => {
    expect(versions.versionsOf(0)).toEqual([0, 1]);
    expect(versions.versionsOf(2)).toEqual([2]);
    expect(versions.versionsOf(3)).toEqual([3]);
  });

  it('without a number stands for itself alone', () => {
    expect(versions.versionsOf(4)).toEqual([4]);
  });
});

it('questions of which no provision is in the corpus are left out', () => {
  const here = { text: '一', citations: ['别的法第一条', '示例法第二条'] };
  const elsewhere = { text: '二', citations: ['别的法第一条'] };
  expect(answerableHere(catalogue, [here, elsewhere])).toEqual([here]);
});
