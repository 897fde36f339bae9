import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadChecklists } from './load-checklists.ts';
import { reviewContract } from './review-contract.ts';
import { homelyMissing } from './testing/homely-missing.ts';
import { homelyMissingWork } from './testing/homely-missing-work.ts';
import { missingFamilies } from './testing/missing-families.ts';
import { contractWith } from './values/testing/read-family.ts';

const checklists = await loadChecklists(join(import.meta.dirname, '../../../../corpus/checklists'));

describe.each([...missingFamilies, ...homelyMissing, ...homelyMissingWork])(
  '$check',
  ({ check, type, given, said, notSaid }) => {
    const missing = (wording: string) =>
      reviewContract(contractWith(type, [...given, wording]), { checklists, today: '2026-11-23', type })
        .findings.filter(({ quote }) => quote === null)
        .map(({ checkId }) => checkId);
    it.each(said)('is said by 「%s」', (wording) => {
      expect(missing(wording)).not.toContain(check);
    });
    it.each(notSaid)('is not said by 「%s」', (wording) => {
      expect(missing(wording)).toContain(check);
    });
  },
);
