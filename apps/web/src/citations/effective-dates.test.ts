import { describe, expect, it } from 'vitest';
import { zh } from '../strings/zh.ts';
import { datesText, forceOn } from './effective-dates.ts';

const law = { effectiveFrom: '2018-01-01', effectiveTo: '2021-01-01' };

describe('forceOn', () => {
  it('includes the first day and not the day it ends', () => {
    expect(forceOn(law, '2017-12-31')).toBe('not-yet');
    expect(forceOn(law, '2018-01-01')).toBe('in-force');
    expect(forceOn(law, '2020-12-31')).toBe('in-force');
    expect(forceOn(law, '2021-01-01')).toBe('ended');
  });

  it('takes an unknown date for no limit', () => {
    expect(forceOn({ effectiveFrom: null, effectiveTo: null }, '1980-01-01')).toBe('in-force');
  });
});

it('datesText says what is known', () => {
  expect(datesText({ effectiveFrom: '2021-01-01', effectiveTo: null }, zh)).toBe('2021-01-01 起施行');
  expect(datesText(law, zh)).toContain('2021-01-01');
  expect(datesText({ effectiveFrom: null, effectiveTo: null }, zh)).toBe('施行日期不详');
});
