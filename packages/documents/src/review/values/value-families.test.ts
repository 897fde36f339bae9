import { describe, expect, it } from 'vitest';
import { boundFamilies } from './testing/bound-families.ts';
import { dayFamilies } from './testing/day-families.ts';
import { homelyFamilies } from './testing/homely-families.ts';
import { homelyStatements } from './testing/homely-statement-families.ts';
import { findingsOf } from './testing/read-family.ts';
import { statementFamilies } from './testing/statement-families.ts';
import { sumFamilies } from './testing/sum-families.ts';

describe.each([
  ...sumFamilies,
  ...dayFamilies,
  ...statementFamilies,
  ...boundFamilies,
  ...homelyFamilies,
  ...homelyStatements,
])('$kind', (family) => {
  it.each(family.found)('is found in 「%s」', (wording) => {
    const ids = findingsOf(family, wording).map(({ checkId }) => checkId);
    expect(ids.filter((id) => family.checks.includes(id))).not.toEqual([]);
  });
  it.each(family.harmless)('is not found in 「%s」', (wording) => {
    const alarms = findingsOf(family, wording).filter(
      ({ checkId, kind }) => kind === 'contradiction' || family.checks.includes(checkId),
    );
    expect(alarms.map(({ checkId, why }) => `${checkId}：${why.slice(0, 40)}`)).toEqual([]);
  });
});
