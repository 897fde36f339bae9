import { expect, it } from 'vitest';
import type { AreaDeadline } from './area-schema.ts';
import { addPeriod, computeDeadlines } from './compute-deadlines.ts';

const deadline = (overrides: Partial<AreaDeadline> = {}): AreaDeadline => ({
  name: '申请劳动仲裁',
  period: '一年',
  length: { years: 1 },
  runsFrom: '知道权利被侵害之日',
  startsAt: [/辞退|离职/u],
  citation: '《中华人民共和国劳动争议调解仲裁法》第二十七条',
  note: '',
  when: [],
  ...overrides,
});
const dateOf = (text: string, entry = deadline()) => computeDeadlines([entry], text)[0]?.date;

it('counts from the date beside the words it runs from', () => {
  expect(dateOf('2023年4月1日入职，2025年3月5日被公司辞退')).toBe('2026-03-05');
  expect(dateOf('2025-03-05，公司突然辞退我')).toBe('2026-03-05');
});

it('has no date when the text gives none, another one, or an impossible one', () => {
  expect(dateOf('去年三月被辞退')).toBeNull();
  expect(dateOf('2023年4月1日入职。后来被辞退')).toBeNull();
  expect(dateOf('2025年13月40日被辞退')).toBeNull();
  expect(dateOf('2025年3月5日被辞退', deadline({ length: null }))).toBeNull();
});

it('leaves the first day out and ends on the same day of the last month', () => {
  expect(addPeriod('2025-03-01', { days: 15 })).toBe('2025-03-16');
  expect(addPeriod('2024-02-29', { years: 1 })).toBe('2025-02-28');
  expect(addPeriod('2025-08-31', { months: 6 })).toBe('2026-02-28');
  expect(addPeriod('2025-12-20', { days: 30 })).toBe('2026-01-19');
});
