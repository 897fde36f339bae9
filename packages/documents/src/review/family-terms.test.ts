import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadChecklists } from './load-checklists.ts';
import { reviewContract } from './review-contract.ts';
import { cleanContracts } from './testing/clean-contracts.ts';
import { familyTerms } from './testing/family-terms.ts';

const checklists = await loadChecklists(join(import.meta.dirname, '../../../../corpus/checklists'));
const hosts: Record<string, keyof typeof cleanContracts> = {
  lease: 'lease-flat',
  loan: 'loan-friends',
  employment: 'employment-factory',
  sale: 'sale-car',
  service: 'service-cleaning',
};

/** What is found in an ordinary contract of the type once the term stands before its signatures. */
function foundWith(type: string, term: string): string[] {
  const host = cleanContracts[hosts[type] ?? 'lease-flat'] ?? '';
  const at = /\n(?:甲方|卖方)（(?:签字|盖章)）/u.exec(host)?.index ?? host.length;
  const text = `${host.slice(0, at)}\n补充约定：${term}\n${host.slice(at)}`;
  return reviewContract(text, { checklists, today: '2026-11-23', oneYearLpr: 0.03 })
    .findings.filter(({ quote }) => quote !== null && term.includes(quote.text.slice(-4)))
    .map(({ checkId }) => checkId);
}

describe.each(familyTerms)('$kind', ({ type, found, harmless }) => {
  it.each(found)('is found in 「%s」', (term) => {
    expect(foundWith(type, term)).not.toEqual([]);
  });
  it.each(harmless)('is not found in 「%s」', (term) => {
    expect(foundWith(type, term)).toEqual([]);
  });
});
