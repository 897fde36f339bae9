import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Checklist } from '../checklist-schema.ts';
import { loadChecklists } from '../load-checklists.ts';
import { reviewContract } from '../review-contract.ts';
import { cleanContracts } from '../testing/clean-contracts.ts';
import { createLearntTerms, type LearntTerms, loadLearntTerms } from './learnt-terms.ts';
import { markParties, markPlaceholders } from './marked-sentence.ts';
import { termFeatures } from './term-features.ts';
import { trainTerms } from './train-terms.ts';

const corpus = join(import.meta.dirname, '../../../../../corpus');
let checklists: Checklist[];
let learntTerms: LearntTerms;
beforeAll(async () => {
  checklists = await loadChecklists(join(corpus, 'checklists'));
  learntTerms = await loadLearntTerms(join(corpus, 'terms'));
});
const review = (text: string) =>
  reviewContract(text, { checklists, learntTerms, today: '2026-11-23', oneYearLpr: 0.03 }).findings;
/** A sound contract with one more term in front of the signatures. */
function withTerm(contract: string, term: string): string {
  const host = cleanContracts[contract] ?? '';
  const at = /\n(?:甲方|卖方)（(?:签字|盖章)）/u.exec(host)?.index ?? host.length;
  return `${host.slice(0, at)}\n补充约定：${term}\n${host.slice(at)}`;
}

describe('the features of a sentence', () => {
  it('do not hang on which number stands in it, nor on the kind of punctuation', () => {
    expect(termFeatures('逾期3天，加收200元。')).toEqual(termFeatures('逾期15天、加收1800.5元；'));
  });

  it('have squares that sum to 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(termFeatures(text).reduce((sum, [, value]) => sum + value * value, 0)).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('marking the parties', () => {
  it('puts the same mark for whatever a contract calls its side, as for the placeholder of an example', () => {
    const mark = markParties('lease', [
      { alias: '甲方', name: '张某某', role: 'landlord' },
      { alias: '乙方', name: null, role: 'tenant' },
    ]);
    expect(mark('甲方（房东）可以收回，乙方搬走。')).toBe('Ⓐ（Ⓐ）可以收回，Ⓑ搬走。');
    expect(markPlaceholders('{landlord}可以收回，{tenant}搬走。')).toBe('Ⓐ可以收回，Ⓑ搬走。');
  });

  it('follows the contract where the customary order is turned around', () => {
    const mark = markParties('sale', [
      { alias: '甲方', name: null, role: 'buyer' },
      { alias: '乙方', name: null, role: 'seller' },
    ]);
    expect(mark('甲方付款，乙方交货。')).toBe('Ⓑ付款，Ⓐ交货。');
  });
});

describe('what is learnt', () => {
  const terms = [
    ...['Ⓐ说了算，Ⓑ不得过问。', 'Ⓑ自行承担全部后果，与Ⓐ无关。'].map((text) => ({
      text,
      isDoubtful: true,
      theme: 'all',
    })),
    ...['双方协商一致后书面确认。', 'Ⓐ三日内修好，费用由Ⓐ出。'].map((text) => ({
      text,
      isDoubtful: false,
      theme: 'all',
    })),
  ];

  it('tells the terms apart; the same terms give the same weights', () => {
    const weights = trainTerms(terms);
    expect(trainTerms(terms)).toEqual(weights);
    const small = createLearntTerms(weights);
    expect(small.doubtOf('后果由Ⓑ自行承担，与Ⓐ无关。')).toBeGreaterThan(small.doubtOf('双方书面确认，Ⓐ出费用。'));
  });

  it('names only themes that were asked for', () => {
    const small = createLearntTerms(trainTerms(terms.map((term, index) => ({ ...term, theme: `theme-${index % 2}` }))));
    expect(small.themesOf('Ⓐ说了算', new Set(['theme-1']))).toEqual([{ id: 'theme-1', share: 1 }]);
    expect(small.themesOf('Ⓐ说了算', new Set())).toEqual([]);
  });

  it('names the file that cannot be read', async () => {
    await expect(loadLearntTerms('/nowhere')).rejects.toThrow(/nowhere.*weights\.json/u);
  });
});

describe('a review with what is learnt', () => {
  it.each(Object.keys(cleanContracts))('finds nothing in the sound contract %s', (name) => {
    expect(review(cleanContracts[name] ?? '').map(({ checkId, quote }) => [checkId, quote?.text])).toEqual([]);
  });

  it.each([
    ['lease-flat', '房东要带人来看房的，打个招呼就开门，不必等租客在家。', 'tenant'],
    ['employment-factory', '员工家里有事要走，须等公司找到顶替的人，没找到之前走的，当月工资不结。', 'employee'],
    ['sale-car', '车开走以后发动机变速箱再有毛病，都是买方自己的事。', 'buyer'],
    ['service-cleaning', '做到一半客户不要了，交的钱算公司的误工补偿，不再往回退。', 'client'],
    ['loan-friends', '到日子没还，借款人名下的车就抵给出借人，两清。', 'borrower'],
  ])('%s: finds 「%s」, for which no check has words, with its place and a reason', (contract, term) => {
    const findings = review(withTerm(contract, term));
    const found = findings.find(({ quote }) => quote?.text.includes(term.slice(0, 8)));
    expect(found?.citations.length).toBeGreaterThan(0);
    expect(found?.suggestion.text).not.toBe('');
  });

  it('says once what a check says already', () => {
    const findings = review(withTerm('lease-flat', '无论何种原因退租，押金一律不予退还。'));
    expect(findings.map(({ checkId }) => checkId)).toEqual(['lease-deposit-forfeit']);
  });

  it('says how sure it is', () => {
    const findings = review(withTerm('sale-car', '车开走以后发动机变速箱再有毛病，都是买方自己的事。'));
    expect(findings.filter(({ why }) => /把握\d+%/u.test(why))).toHaveLength(1);
  });
});
