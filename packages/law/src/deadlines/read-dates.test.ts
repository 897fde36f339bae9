import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedEvents } from './dated-events.ts';
import { readDates } from './read-dates.ts';
import { catalogue } from './testing/deadline-data.ts';

const asked = '2026-11-23';
const days = (text: string) => readDates(text, asked).map(({ day, until, precision }) => [day, until ?? '', precision]);

describe('readDates', () => {
  it.each([
    ['2025年3月5日被辞退', '2025-03-05', 'day'],
    ['2025-03-05，公司辞退我', '2025-03-05', 'day'],
    ['２０２５年３月５日', '2025-03-05', 'day'],
    ['2025年3月被辞退', '2025-03-01', 'month'],
    ['2025年被辞退', '2025-01-01', 'year'],
    ['去年三月被辞退', '2025-03-01', 'month'],
    ['去年3月5日被辞退', '2025-03-05', 'day'],
    ['11月10日收到裁决', '2026-11-10', 'day'],
    ['12月10日收到裁决', '2025-12-10', 'day'],
    ['十一月十日收到裁决', '2026-11-10', 'day'],
    ['昨天收到判决', '2026-11-22', 'day'],
    ['大前天收到判决', '2026-11-20', 'day'],
    ['10天前收到判决', '2026-11-13', 'about'],
    ['三个月前离职', '2026-08-01', 'about'],
    ['10号收到的判决', '2026-11-10', 'day'],
    ['30号拿到裁决书', '2026-10-30', 'day'],
  ])('reads %s', (text, day, precision) => {
    expect(days(text)).toEqual([[day, '', precision]]);
  });

  it('joins the two ends of a span', () => {
    expect(days('2022年11月1日至2023年1月20日封控')).toEqual([['2022-11-01', '2023-01-20', 'day']]);
  });

  it('leaves out what is no day', () => {
    expect(days('2025年13月40日，电话13800138000，工资5000元')).toEqual([]);
    expect(days('住3号楼，从受伤到今天已经十一个月，今天都21号了')).toEqual([]);
  });

  it('never throws and gives days that exist, whatever the text', () => {
    const pieces = fc.constantFrom(
      '2025年',
      '3月',
      '31日',
      '去年',
      '三',
      '个月前',
      '至',
      '-',
      '，',
      '。',
      '收到',
      '十',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) =>
        readDates(parts.join(''), asked).every(({ day }) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)),
      ),
    );
  });
});

describe('datedEvents', () => {
  const read = (text: string, id: string) => {
    const event = catalogue.events.get(id);
    return event ? datedEvents(text, asked, { events: [event], loosely: new Set([id]) }).map(({ day }) => day) : [];
  };

  it('gives each date to the clause that it stands in', () => {
    const text = '2023年4月1日入职，2025年3月5日被公司辞退。';
    expect(read(text, 'employment-ended')).toEqual(['2025-03-05']);
    expect(read('2025-03-05，公司突然辞退我', 'employment-ended')).toEqual(['2025-03-05']);
  });

  it('does not take the day that something is due for a promise', () => {
    const text = '2023年1月1日借给他5万元，约定2023年6月1日前还，2024年2月3日他答应还钱';
    expect(read(text, 'acknowledged')).toEqual(['2024-02-03']);
    expect(read(text, 'limitation-loan-start')).toEqual(['2023-06-01']);
  });

  it('takes a day to come only for what can be said before it happens', () => {
    expect(read('公司通知我下周一离职', 'employment-ended')).toEqual([]);
    expect(read('约定2027年3月1日前还', 'limitation-loan-start')).toEqual(['2027-03-01']);
  });

  it('does not take a date of another sentence', () => {
    expect(read('2023年4月1日入职。后来被辞退', 'employment-ended')).toEqual([]);
  });
});
