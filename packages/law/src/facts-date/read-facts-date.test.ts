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

const EXAMPLES: [group: string, examples: [text: string, expected: string | null][]][] = [
  [
    'a full date',
    [
      ['2020年6月15日，我在工地摔伤了', '2020-06-15'],
      ['2020年6月15号签的合同', '2020-06-15'],
      ['合同是2020-06-15签的', '2020-06-15'],
      ['借条落款2020.6.15', '2020-06-15'],
      ['2020/6/15 转账五万', '2020-06-15'],
      ['转账日期20200615', '2020-06-15'],
      ['二〇二〇年六月十五日立的遗嘱', '2020-06-15'],
      ['２０２０年６月１５日被打', '2020-06-15'],
      ['一九九八年五月二十日领证', '1998-05-20'],
      ['2023年2月29日那天', '2023-02'],
    ],
  ],
  [
    'a month or part of a year',
    [
      ['2020年6月买的车', '2020-06'],
      ['2020年6月份入的职', '2020-06'],
      ['2019年底借给他五万', '2019-12'],
      ['2019年年底借给他五万', '2019-12'],
      ['2019年末签的', '2019-12'],
      ['2019年初签的', '2019-01-01…2019-02-28'],
      ['2019年上半年被裁', '2019-01-01…2019-06-30'],
      ['2019年夏天摔的', '2019-06-01…2019-08-31'],
      ['2018年冬天', '2018-12-01…2019-02-28'],
      ['2019年第三季度没发工资', '2019-07-01…2019-09-30'],
      ['2019年买的房', '2019'],
      ['2020.6签的租约', '2020-06'],
      ['2020年3月初被辞退', '2020-03'],
      ['2020年3月底被辞退', '2020-03'],
    ],
  ],
  [
    'a year of two digits',
    [
      ['18年5月签的劳动合同', '2018-05'],
      ['98年结的婚', '1998'],
      ['九八年结的婚', '1998'],
      ['08年北京奥运那会入职的', '2008'],
      ['零八年买的房', '2008'],
      ['我19年买的房子', '2019'],
      ['一九年三月借的钱', '2019-03'],
      ['20年底被公司辞退', '2020-12'],
      ['15年10月8号出的车祸', '2015-10-08'],
    ],
  ],
  [
    'a year counted from now',
    [
      ['去年三月被辞退', '2025-03'],
      ['去年3月12日签的合同', '2025-03-12'],
      ['前年十月摔伤', '2024-10'],
      ['大前年买的车', '2023'],
      ['今年五月一号开始欠薪', '2026-05-01'],
      ['去年年底借的', '2025-12'],
      ['去年底借的', '2025-12'],
      ['今年年初签的', '2026-01-01…2026-02-28'],
      ['去年下半年', '2025-07-01…2025-12-31'],
      ['去年冬天滑倒了', '2025-12-01…2026-02-28'],
      ['去年借的钱', '2025'],
    ],
  ],
  [
    'so long ago',
    [
      ['三年前借给朋友两万', '2023'],
      ['3年前借给朋友两万', '2023'],
      ['两年多前离的婚', '2024'],
      ['一年半前签的合同', '2025'],
      ['十年前买的房', '2016'],
      ['半年前入职', '2026-05'],
      ['三个月前被开除', '2026-08'],
      ['一个半月前摔伤', '2026-10'],
      ['两周前买的手机坏了', '2026-11-06…2026-11-12'],
      ['三个星期前', '2026-10-30…2026-11-05'],
      ['5天前买的', '2026-11-18'],
      ['两个小时前被打了', '2026-11-23'],
      ['半个月前', '2026-11-03…2026-11-13'],
      ['2年以前签的', '2024'],
    ],
  ],
  [
    'a day or week near by',
    [
      ['前天在超市滑倒', '2026-11-21'],
      ['昨天被打', '2026-11-22'],
      ['昨晚邻居动手打我', '2026-11-22'],
      ['大前天收到辞退通知', '2026-11-20'],
      ['今天被公司辞退', '2026-11-23'],
      ['刚刚被追尾了', '2026-11-23'],
      ['上周五签的合同', '2026-11-20'],
      ['上个星期三被咬', '2026-11-18'],
      ['上周末买的鞋', '2026-11-21…2026-11-22'],
      ['上上周买的', '2026-11-09…2026-11-15'],
      ['这周一下的单', '2026-11-23'],
      ['前两天买的', '2026-11-20…2026-11-22'],
      ['前几天被骗了三千', '2026-11-17…2026-11-21'],
    ],
  ],
  [
    'a month near by, or without a year',
    [
      ['上个月15号被辞退', '2026-10-15'],
      ['上月被辞退', '2026-10'],
      ['上上个月底', '2026-09'],
      ['这个月初发的通知', '2026-11'],
      ['本月3号', '2026-11-03'],
      ['5月8号签的', '2026-05-08'],
      ['12月3号摔的', '2025-12-03'],
      ['8月份买的', '2026-08'],
      ['十二月被裁', '2025-12'],
    ],
  ],
  [
    'a festival',
    [
      ['今年春节前老板跑了', '2026-02'],
      ['去年春节后没上班', '2025-02'],
      ['2024年国庆出的车祸', '2024-10'],
      ['国庆期间出的车祸', '2026-10'],
      ['去年五一买的', '2025-05'],
      ['去年双十一下单', '2025-11'],
      ['除夕那天被炸伤', '2026-02-16'],
      ['2019年元旦订婚', '2019-01'],
    ],
  ],
  [
    'a vague date, coarsely',
    [
      ['零几年盖的房', '2000-01-01…2009-12-31'],
      ['九几年分的宅基地', '1990-01-01…1999-12-31'],
      ['90年代买的厂房', '1990-01-01…1999-12-31'],
      ['十几年前借的', '2007-11-23…2015-11-23'],
      ['几年前买的保险', '2017-11-23…2024-11-23'],
      ['前段时间被骗', '2026-08-23…2026-11-16'],
    ],
  ],
  [
    'no date in ages, periods, numbers and names',
    [
      ['我工作了三年，公司不给补偿', null],
      ['孩子3岁了', null],
      ['借期两年，利息一分', null],
      ['签了五年的劳动合同', null],
      ['他被判了10年', null],
      ['试用期3个月', null],
      ['干了18年，现在让我走', null],
      ['结婚18年了', null],
      ['三十天内怎么上诉', null],
      ['诉讼时效是三年吗', null],
      ['住在5号楼3单元', null],
      ['每月15日发工资', null],
      ['月薪五千', null],
      ['（2022）沪01民终12345号判决怎么看', null],
      ['法释〔2020〕26号还有效吗', null],
      ['房租2020元', null],
      ['工伤赔多少钱', null],
      ['我今年五十二岁，在酒店做保洁', null],
      ['儿子今年26，想结婚', null],
      ['孩子上一年级被打了', null],
      ['平板四千六一台', null],
      ['试用期里想走要提前几天说', null],
      ['每年过年我都催他还钱', null],
      ['欠条写明明年端午前结清', null],
      ['合同2027年3月到期', null],
      ['', null],
    ],
  ],
];

describe('readFactsDate', () => {
  for (const [group, examples] of EXAMPLES) {
    it.each(examples)(`reads ${group}: %s → %s`, (text, expected) => {
      expect(said(text)).toBe(expected);
    });
  }

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
