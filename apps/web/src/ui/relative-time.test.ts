import { describe, expect, it } from 'vitest';
import { relativeTime, today } from './relative-time.ts';

const now = new Date('2025-06-15T12:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('relativeTime', () => {
  it.each([
    [-10, '刚刚'],
    [-180, '3分钟前'],
    [-59 * 60, '59分钟前'],
    [-2 * 3600, '2小时前'],
    [5 * 3600, '5小时后'],
    [-3 * 86_400, '3天前'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(relativeTime(after(seconds), now, 'zh')).toBe(words);
  });

  it('gives the date beyond two weeks, with its year where it is another', () => {
    expect(relativeTime(after(-30 * 86_400), now, 'zh')).toBe('5月16日');
    expect(relativeTime(after(-400 * 86_400), now, 'zh')).toContain('2024');
  });

  it('speaks English', () => {
    expect(relativeTime(after(-180), now, 'en')).toBe('3 minutes ago');
  });
});

it('today is the local day', () => {
  expect(today(new Date(2025, 0, 5, 23, 59))).toBe('2025-01-05');
});
