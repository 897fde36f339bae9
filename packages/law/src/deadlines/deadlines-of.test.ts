import { describe, expect, it } from 'vitest';
import { deadlinesOf } from './deadlines-of.ts';
import { calendar, catalogue } from './testing/deadline-data.ts';

describe('deadlinesOf', () => {
  const today = '2026-11-23';
  const find = (area: string, text: string) => deadlinesOf({ catalogue, calendar, area, text, askedOn: today, today });
  const of = (area: string, text: string, kind: string) => find(area, text).find((found) => found.kind === kind);

  it('shows provision and arithmetic, near first', () => {
    const [first] = find('labour', '2025年12月5日被公司辞退，11月10日收到仲裁裁决书');
    expect(first).toMatchObject({
      kind: 'suit-after-award',
      date: '2026-11-25',
      daysLeft: 2,
      state: 'near',
      needs: null,
    });
    expect(first?.steps[0]).toMatch(
      /2026年11月10日收到仲裁裁决书，当日不计入，从2026年11月11日开始算（《.+》第八十五条）/u,
    );
    expect(first?.steps[1]).toContain('《中华人民共和国劳动争议调解仲裁法》第五十条');
    expect(first?.steps[2]).toContain('星期三');
  });

  it('counts relative words from the day on which each part was written', () => {
    const said = [
      { text: '昨天收到仲裁裁决书', askedOn: '2026-11-11' },
      { text: '不服，怎么办', askedOn: '2026-11-20' },
    ];
    const text = said.map((part) => part.text).join('\n');
    const found = deadlinesOf({ catalogue, calendar, area: 'labour', text, said, askedOn: today, today });
    expect(found.find(({ kind }) => kind === 'suit-after-award')).toMatchObject({ date: '2026-11-25' });
  });

  it('says what it needs to know where the day is missing or too vague', () => {
    expect(of('labour', '对仲裁裁决不服怎么办', 'suit-after-award')).toMatchObject({
      date: null,
      state: 'unknown',
      needs: '需要知道：收到仲裁裁决书的日期',
    });
    const vague = of('labour', '去年收到裁决书，不服', 'suit-after-award');
    expect(vague?.date).toBeNull();
    expect(vague?.needs).toContain('具体日期');
  });

  it('counts a month from its first day, and says so', () => {
    const found = of('labour', '2026年3月被公司辞退', 'labour-arbitration');
    expect(found?.date).toBe('2027-03-01');
    expect(found?.steps[0]).toContain('稳妥起见按该月1日');
  });

  it('has no year for unpaid wages while the employment goes on, and one after it has ended', () => {
    const held = of('labour', '公司拖欠工资三个月了，我还在上班', 'labour-arbitration');
    expect(held).toMatchObject({ state: 'not-running', date: null });
    expect(held?.steps.join('')).toContain('不受一年的限制');
    expect(of('labour', '公司拖欠工资，2026年5月6日我离职了', 'labour-arbitration')?.date).toBe('2027-05-06');
  });

  it('says where the calendar of the year was not known', () => {
    const found = of('labour', '2026年5月6日被辞退', 'labour-arbitration');
    expect(found?.calendarKnown).toBe(false);
    expect(found?.steps.join('')).toContain('没有2027年的放假安排');
    expect(of('labour', '2025年12月6日被辞退', 'labour-arbitration')?.calendarKnown).toBe(true);
  });

  it('names the provision by the number of its time, and the one of today', () => {
    const found = of('enforcement', '二审判决2022年3月1日生效，想申请再审', 'retrial');
    expect(found).toMatchObject({
      date: '2022-09-01',
      state: 'passed',
      citation: '《中华人民共和国民事诉讼法》第二百一十六条',
    });
    expect(found?.steps.join('')).toContain('第二百一十二条');
  });

  it('warns where the fact is older than the provision', () => {
    const found = of('lease', '房东2020年5月6日通知我要卖房', 'tenant-pre-emption');
    expect(found?.steps.at(-1)).toContain('施行');
  });

  it('tells working days from calendar days', () => {
    const review = of('traffic', '2026年9月29日收到交通事故认定书，责任不公', 'traffic-review');
    expect(review).toMatchObject({ date: '2026-10-09' });
    expect(review?.steps.join('')).toContain('只算工作日');
    expect(of('enforcement', '一审，9月16日收到判决书', 'civil-appeal')?.steps.join('')).toContain(
      '中间的节假日不扣除',
    );
  });

  it('asks for the day of what may have interrupted the period', () => {
    const found = of('labour', '2024年8月5日离职的，工资欠到现在，中间每隔几个月都微信催过他', 'labour-arbitration');
    expect(found).toMatchObject({ date: '2025-08-05', state: 'passed' });
    expect(found?.needs).toBe('需要知道：最近一次向对方提出履行请求的日期');
    expect(found?.steps.join('')).toContain('期间从那天起重新计算');
    expect(of('labour', '2024年8月5日离职，能不能投诉', 'labour-arbitration')?.needs).toBeNull();
  });

  it('lets what was entered go before the words', () => {
    const text = '11月10日收到仲裁裁决书';
    const found = deadlinesOf({
      catalogue,
      calendar,
      area: 'labour',
      text,
      askedOn: today,
      today,
      entered: [{ event: 'award-received', day: '2026-11-12', until: null, precision: 'day', words: null }],
    });
    expect(found.find(({ kind }) => kind === 'suit-after-award')?.date).toBe('2026-11-27');
  });
});
