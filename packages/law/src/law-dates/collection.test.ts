import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedLaw } from '../law-types.ts';
import { parseLaw } from '../parse-law.ts';
import { sharedCorpus } from '../testing/index.ts';

const laws = sharedCorpus('laws');

/** Dates of these stand in no text at hand, and no certain source was found. */
const OPEN = ['中华人民共和国全国人民代表大会和地方各级人民代表大会代表法'];

describe.skipIf(laws === null)('dates of the public collection', () => {
  const read = (laws?.files ?? []).map((file) =>
    parseLaw(fs.readFileSync(path.join(laws?.root ?? '', file), 'utf8'), { file }),
  );
  const undated = read.filter(({ warnings }) => warnings.some((warning) => warning.includes('请核实')));
  const byTitle = new Map<string, ParsedLaw[]>();
  for (const law of read) byTitle.set(law.titleKey, [...(byTitle.get(law.titleKey) ?? []), law]);
  const several = [...byTitle.values()].filter(
    (group) => new Set(group.map(({ promulgated }) => promulgated?.day)).size > 1,
  );

  it('are certain for all but 40 of 1,510 files', () => {
    expect(undated.length).toBeLessThanOrEqual(40);
  });

  it('are certain for every law that has several versions, but one', () => {
    expect(several.length).toBeGreaterThanOrEqual(79);
    const doubtful = several.flat().filter((law) => undated.includes(law));
    expect([...new Set(doubtful.map(({ title }) => title))]).toEqual(OPEN);
  });

  it('let no version begin before it was made, or end before it begins', () => {
    for (const { title, promulgated, effectiveFrom, statedEffectiveTo } of several.flat()) {
      expect(`${title}${effectiveFrom?.day}` >= `${title}${promulgated?.day}`).toBe(true);
      if (statedEffectiveTo) expect(statedEffectiveTo.day > (effectiveFrom?.day ?? '')).toBe(true);
    }
  });
});
