import type { FactsDateReading } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { zh } from '../strings/zh.ts';
import { clientFactsLine, factsLine, saidDates, spokenWhen } from './facts-view.ts';

const march: FactsDateReading = {
  ...{ raw: '去年三月', from: '2025-03-01', to: '2025-03-31', day: '2025-03-15', precision: 'month' },
  ...{ askedOn: '2026-11-23', confidence: 'high', certain: true },
  others: [
    { raw: '2019年5月', from: '2019-05-01', to: '2019-05-31', day: '2019-05-15', precision: 'month' },
    { raw: '明年', from: '2027-01-01', to: '2027-12-31', day: '2027-07-01', precision: 'year' },
  ],
};

describe('factsLine', () => {
  const line = (asOf: string | null, factsDateReading: FactsDateReading | null, factsDate: string | null = null) =>
    factsLine({ factsDate, factsDateReading, draft: asOf === null ? null : { asOf } }, zh);

  it('says the day and from which words it was read', () => {
    expect(line('2025-03-15', march)).toBe('按 2025-03 的法律；由“去年三月”读出');
    expect(line(null, march)).toBe('按 2025-03 的法律；由“去年三月”读出');
  });

  it('says so where the draft goes by another day than was said', () => {
    expect(line('2026-11-23', march)).toBe('按 2026-11-23 的法律；客户说“去年三月”');
  });

  it('tells what a person gave from what nobody said', () => {
    expect(line('2020-01-02', null, '2020-01-02')).toBe('按 2020-01-02 的法律');
    expect(line('2026-11-23', null)).toBe('没有说明日期，按今天的法律');
  });
});

describe('clientFactsLine', () => {
  it('shows the client what was read, and what is not certain', () => {
    const line = (factsDateReading: FactsDateReading | null) =>
      clientFactsLine({ factsDate: null, factsDateReading }, zh);
    expect(line(march)).toBe('事情发生于 2025-03（由“去年三月”读出）');
    expect(line({ ...march, certain: false })).toContain('还不确定');
    expect(line(null)).toContain('没有说明');
  });
});

it('shows a date as exactly as it was said', () => {
  const date = (precision: FactsDateReading['precision'], from: string, to: string) =>
    spokenWhen({ raw: '', from, to, day: from, precision }, zh);
  expect(date('day', '2025-03-02', '2025-03-02')).toBe('2025-03-02');
  expect(date('year', '2024-01-01', '2024-12-31')).toBe('2024');
  expect(date('season', '2024-12-01', '2025-02-28')).toBe('2024-12-01 至 2025-02-28');
});

it('offers each date of the question that has come', () => {
  expect(saidDates(march, '2026-11-23').map(({ raw }) => raw)).toEqual(['去年三月', '2019年5月']);
  expect(saidDates(null, '2026-11-23')).toEqual([]);
});
