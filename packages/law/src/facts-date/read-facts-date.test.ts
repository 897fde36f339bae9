import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from './find-dates.ts';
import { readFactsDate } from './read-facts-date.ts';

/** A Monday. */
const ASKED = '2026-11-23';

/** `day` for a day, `month` for a month or part of one, `from…to` for anything else. */
function said(text: string, askedOn = ASKED): string | null {
  const read = readFactsDate(text, askedOn);
  if (read === null) return null;
  if (read.precision === 'day') return read.day;
  if (read.precision === 'month') return read.day.slice(0, 7);
  if (read.precision === 'year') return read.day.slice(0, 4);
  return `${read.from}…${read.to}`;
}

describe('readFactsDate', () => {
  const choices: [string, string][] = [
    ['2018年5月入职，2024年3月8日被辞退，现在怎么办', '2024-03-08'],
    ['我2019年3月借给他五万，约定2021年3月还，现在不还', '2019-03'],
    ['孩子2015年出生，2023年5月在学校摔伤', '2023-05'],
    ['去年8月签的合同，上个月起诉了', '2025-08'],
    ['2021年民法典施行了，我2019年买的房还算数吗', '2019'],
    ['我今年6月去法院起诉，他是2020年7月1日打伤我的', '2020-07-01'],
    ['2017年结婚，2022年9月他动手家暴', '2022-09'],
    ['合同2027年3月到期，是2024年4月签的', '2024-04'],
    ['2020年9月1日立的遗嘱，老人2023年1月5日去世', '2023-01-05'],
    ['租约去年10月签的，明年10月到期', '2025-10'],
    ['9月3号交的材料，到今天还没批', '2026-09-03'],
    ['2022年3月签合同，同年8月被辞退', '2022-08'],
    ['2022年10月签合同，次年3月被辞退', '2023-03'],
    ['2022年10月签合同，3月份被辞退', '2023-03'],
    ['2020年3月15日至2021年3月14日的租约', '2020-03-15'],
    ['2020年到2022年一直欠租', '2020'],
  ];
  it.each(choices)('takes the day of the event: %s → %s', (text, expected) => {
    expect(said(text)).toBe(expected);
    expect(readFactsDate(text, ASKED)?.others.length).toBeGreaterThan(0);
  });

  it('gives the words and their place', () => {
    const text = '您好，我去年三月被辞退了。';
    const read = readFactsDate(text, ASKED);
    expect(read).toMatchObject({
      raw: '去年三月',
      confidence: 'high',
      role: 'harm',
      from: '2025-03-01',
      to: '2025-03-31',
    });
    expect(text.slice(read?.start, read?.end)).toBe('去年三月');
  });

  it('counts relative words from the day of asking', () => {
    expect(said('去年三月被辞退', '2020-01-05')).toBe('2019-03');
    expect(said('上个月15号', '2024-01-20')).toBe('2023-12-15');
    expect(said('今年春节前', '2025-06-01')).toBe('2025-01');
    expect(said('2月29日摔的', '2026-11-23')).toBe('2024-02-29');
  });

  it('takes what is left of this year or month when that is what was said', () => {
    expect(readFactsDate('今年买的', ASKED)).toMatchObject({ from: '2026-01-01', to: ASKED });
    expect(readFactsDate('这个月买的', ASKED)).toMatchObject({ from: '2026-11-01', to: ASKED });
  });

  it('finds days to come, but takes none for that of the facts', () => {
    expect(findDates('合同2027年3月到期', ASKED)).toMatchObject([{ future: true, from: '2027-03-01' }]);
    expect(readFactsDate('明年3月到期，上个月签的', ASKED)).toMatchObject({
      raw: '上个月',
      others: [{ future: true }],
    });
  });

  it('trusts vague words little', () => {
    expect(readFactsDate('最近被辞退', ASKED)?.confidence).toBe('low');
    expect(readFactsDate('零几年买的房', ASKED)?.confidence).toBe('low');
    expect(readFactsDate('去年买的房', ASKED)?.confidence).toBe('medium');
    expect(readFactsDate('去年三月买的房', ASKED)?.confidence).toBe('high');
  });

  it('passes over the year of a law', () => {
    expect(said('2021年施行的民法典怎么说')).toBeNull();
    expect(said('《全国人民代表大会2020年5月28日决定》是什么')).toBeNull();
  });

  it('refuses a day of asking that is none', () => {
    expect(() => readFactsDate('昨天', '2026-13-01')).toThrow(RangeError);
  });

  it('never throws, stays in its bounds, and lies after the day of asking only where it says so', () => {
    const word = fc.constantFrom(
      ...'去年 前年 今年 明年 三 12 31 2019 年 月 日 号 底 初 前 后 上个 个月 春节 国庆 周 五 半 几 十 天 签 借 被辞退 ， 。 《 》 - . 零'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 14 }).map((words) => words.join('')),
      fc.string({ maxLength: 60 }),
    );
    const asked = fc
      .integer({ min: 4000, max: 25_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(text, asked, (words, askedOn) => {
        for (const mention of findDates(words, askedOn)) {
          expect(words.slice(mention.start, mention.end)).toBe(mention.raw);
          expect(mention.from <= mention.day && mention.day <= mention.to).toBe(true);
          expect(mention.future).toBe(mention.from > askedOn);
          if (!mention.future) expect(mention.to <= askedOn).toBe(true);
          else expect(mention.raw).toMatch(/明|后|下|今|本|这|\d|[〇零一二三四五六七八九十]/u);
        }
        const read = readFactsDate(words, askedOn);
        if (read) expect(read.to <= askedOn).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a long text in time that grows with its length', () => {
    const text = '我2019年3月借给他五万，去年年底说好还，上个月15号又说没钱，三年前的事了。'.repeat(2000);
    const started = process.cpuUsage();
    expect(findDates(text, ASKED).length).toBe(8000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});
