import type { SearchHit } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { readingOf } from './facts-reading.ts';
import { settleFactsDay } from './settle-facts-day.ts';
import { hitOf, lawHistoryOf } from './testing/law-history.ts';

const today = '2026-11-23';
const company = '中华人民共和国公司法';
const lawHistory = lawHistoryOf({
  [company]: [
    { from: '2018-10-26', to: '2024-07-01' },
    { from: '2024-07-01', to: null },
  ],
  中华人民共和国民法典: [{ from: '2021-01-01', to: null }],
  示例法: [{ from: '2008-01-01', to: null }],
});
const settle = (question: string, hits: SearchHit[], asOf: string | null = null) =>
  settleFactsDay(
    { retrieve: async () => ({ hits, cases: [] }), lawHistory },
    { asOf, reading: asOf === null ? readingOf(question, today) : null, question, today },
  );

describe('settleFactsDay', () => {
  it('takes a day that a person gave as it is, and today where nothing is known', async () => {
    expect(await settle('2019年3月', [], '2020-01-01')).toMatchObject({
      facts: { source: 'given', day: '2020-01-01' },
    });
    expect(await settle('股东会没通知我', [])).toEqual({
      facts: { source: 'today', day: today, reading: null },
      notices: [],
    });
  });

  it('takes a day that was read with certainty', async () => {
    const found = await settle('2023年3月我被公司辞退', [hitOf(company, '第二十二条', '2018-10-26')]);
    expect(found).toMatchObject({ facts: { source: 'read', day: '2023-03-15' }, notices: [] });
  });

  it('takes a loose date where nothing hangs on it', async () => {
    const found = await settle('2022年我借钱给朋友，他不还', [hitOf('示例法', '第一条', '2008-01-01')]);
    expect(found).toMatchObject({ facts: { source: 'read', reading: { certain: false } }, notices: [] });
    expect(found.facts.day.slice(0, 4)).toBe('2022');
  });

  it('takes today, and says that the day must be asked for, where the law changed within a loose date', async () => {
    const found = await settle('2024年我入股公司，现在退股', [hitOf(company, '第八十四条', '2024-07-01')]);
    expect(found.facts).toMatchObject({ source: 'today', day: today });
    expect(found.notices.join()).toMatch(/“2024年”.*《中华人民共和国公司法》有新旧文本.*问清日期/u);
  });

  it('takes today where no text of that time is held, or a transition rule applies the new law', async () => {
    const code = [hitOf('中华人民共和国民法典', '第六百七十五条', '2021-01-01')];
    const loan = await settle('2019年8月3日朋友借了我五万块', code);
    expect(loan.facts).toMatchObject({ source: 'today', day: today, reading: { raw: '2019年8月3日' } });
    expect(loan.notices.join()).toContain('本库没有收录');
    const thrown = await settle('2020年3月2日高空抛物砸坏了我的车', code);
    expect(thrown.notices.join()).toContain('按过渡规定适用现在的法律');
  });

  it('does not take a day that is still to come', async () => {
    const found = await settle('明年三月公司要辞退我', [hitOf('示例法', '第一条', '2008-01-01')]);
    expect(found.facts).toMatchObject({ source: 'today', day: today });
  });
});
