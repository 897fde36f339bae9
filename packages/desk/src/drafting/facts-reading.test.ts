import { describe, expect, it } from 'vitest';
import { newerReading, readingOf } from './facts-reading.ts';

describe('readingOf', () => {
  it('counts from the day of asking, and keeps the other dates', () => {
    expect(readingOf('去年三月我被公司辞退，2019年5月入职的', '2026-11-23')).toMatchObject({
      raw: '去年三月',
      from: '2025-03-01',
      to: '2025-03-31',
      precision: 'month',
      askedOn: '2026-11-23',
      certain: true,
      others: [{ raw: '2019年5月', from: '2019-05-01' }],
    });
  });

  it.each(['前年借给朋友五万块，他不还', '明年三月我想辞职', '小时候被邻居打伤'])('is not certain of: %s', (text) => {
    expect(readingOf(text, '2026-11-23')?.certain ?? false).toBe(false);
  });

  it('is null where no date is named', () => {
    expect(readingOf('房东不退押金怎么办', '2026-11-23')).toBeNull();
  });
});

describe('newerReading', () => {
  const vague = readingOf('前年借给朋友五万块', '2026-11-23');
  const march = readingOf('去年三月被辞退', '2026-11-23');
  const april = readingOf('去年四月又被打伤', '2026-11-23');

  it('lets a follow-up make certain what was vague, and change nothing that was certain', () => {
    expect(newerReading(vague, march, false)).toBe(march);
    expect(newerReading(march, april, false)).toBe(march);
    expect(newerReading(march, vague, true)).toBe(march);
    expect(newerReading(march, null, false)).toBe(march);
    expect(newerReading(null, vague, false)).toBe(vague);
  });

  it('takes the date of a new question once the older one is answered', () => {
    expect(newerReading(march, april, true)).toBe(april);
  });
});
