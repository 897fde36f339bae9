import { describe, expect, it } from 'vitest';
import { lawCurrency, lawTimeline } from './law-timeline.ts';

const penalties = [{ id: 'v1', promulgatedOn: '2012-10-26', effectiveFrom: '2013-01-01', effectiveTo: null }];

describe('lawTimeline', () => {
  it('puts what is not held beside what is, and ends each version where the next begins', () => {
    const line = lawTimeline('中华人民共和国治安管理处罚法', penalties);
    expect(line.slice(-2)).toEqual([
      { id: 'v1', madeOn: '2012-10-26', effectiveFrom: '2013-01-01', effectiveTo: '2026-01-01' },
      { id: null, madeOn: '2025-06-27', effectiveFrom: '2026-01-01', effectiveTo: null },
    ]);
  });

  it('is what is held where the catalogue knows nothing more', () => {
    expect(lawTimeline('示例法', penalties)).toHaveLength(1);
  });
});

describe('lawCurrency', () => {
  it('says up to which day the text is current, and what came since', () => {
    const found = lawCurrency('中华人民共和国治安管理处罚法', penalties, '2026-11-23');
    expect(found.currentThrough).toBe('2025-04-05');
    expect(found.laterRevision).toContain('2026年1月1日起施行');
    expect(lawCurrency('示例法', penalties, '2026-11-23').laterRevision).toBeNull();
  });
});
