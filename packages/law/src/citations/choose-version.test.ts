import { describe, expect, it } from 'vitest';
import { versionOfYear } from './choose-version.ts';

const version = (promulgatedOn: string, effectiveFrom: string, effectiveTo: string | null) => ({
  versionId: promulgatedOn,
  promulgatedOn,
  effectiveFrom,
  effectiveTo,
});

describe('versionOfYear', () => {
  const versions = [
    version('2020-12-29', '2021-01-01', '2022-05-01'),
    version('2022-04-04', '2022-05-01', '2022-05-01'),
    version('2022-04-24', '2022-05-01', null),
  ];

  it('takes the one made in that year, else the one that began in it', () => {
    expect(versionOfYear(versions, 2020)?.versionId).toBe('2020-12-29');
    expect(versionOfYear(versions, 2021)?.versionId).toBe('2020-12-29');
    expect(versionOfYear(versions, 2019)).toBeNull();
  });

  it('takes none that never applied', () => {
    expect(versionOfYear(versions, 2022)?.versionId).toBe('2022-04-24');
  });
});
