import type { ReadFacts } from '@lutai/contracts';
import { expect, it } from 'vitest';
import { practitionerText } from './practitioner-text.ts';
import { hits } from './testing/hits.ts';

const nothing: ReadFacts = {
  ...{ parties: [], dates: [], sums: [], places: [], wants: [], elements: [] },
  ...{ searched: '', rewritten: 'no' },
};

it('gives the words of the provision, and says where it leaves some out', () => {
  const written = (text: string) => {
    const provisions = hits.slice(0, 1).map((hit) => ({ hit: { ...hit, text }, words: null }));
    const claim = { part: 'reason' as const, text: '应当付二倍工资。', provisions };
    return practitionerText({ claims: [claim], facts: nothing, asOf: '2026-11-23' });
  };
  expect(written('应当支付。')).toContain('> 应当支付。\n');
  expect(written(`${'字'.repeat(240)}但是另有规定的除外。`)).toContain(`> ${'字'.repeat(240)}……\n`);
});

it('is none where nothing is asserted', () => {
  expect(practitionerText({ claims: [], facts: nothing, asOf: '2026-11-23' })).toBeNull();
});
