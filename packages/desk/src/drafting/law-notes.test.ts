import type { Citation, FactsDay } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { lawNotes, withLawNotes } from './law-notes.ts';
import { hitOf, lawHistoryOf } from './testing/law-history.ts';

const today = '2026-11-23';
const company = '中华人民共和国公司法';
const penalties = '中华人民共和国治安管理处罚法';
const versions = (then: string, now: string) => [
  { from: '2018-10-26', to: '2024-07-01', articles: { 第二十二条: then } },
  { from: '2024-07-01', to: null, articles: { 第二十二条: now } },
];
const given = (day: string): FactsDay => ({ source: 'given', day, reading: null });
const fine = async (): Promise<Citation[]> => [];
const used = [hitOf(company, '第二十二条', '2018-10-26', '2024-07-01')];
const note = (
  facts: FactsDay,
  hits = used,
  checkText: (text: string) => Promise<Citation[]> = fine,
  then = '甲',
  now = '乙',
) =>
  lawNotes(
    {
      checkText,
      lawHistory: lawHistoryOf({ [company]: versions(then, now), [penalties]: [{ from: '2013-01-01', to: null }] }),
    },
    { used: hits, shown: hits, facts, today, question: '股东会决议' },
  );

describe('lawNotes', () => {
  it('says which version applied then, which now, and the rule, in the text and beside each provision', async () => {
    const { paragraphs, notices, provisions } = await note(given('2023-03-01'));
    expect(paragraphs[0]).toMatch(
      /^适用哪个时候的法律：事情发生在2023年3月1日，当时.*施行的是2018年10月26日起.*现在.*2024年7月1日起/u,
    );
    expect(paragraphs[0]).toContain('时间效力的若干规定》第一条第二款');
    expect(paragraphs[0]?.match(/。/gu)).toHaveLength(1);
    expect(notices[0]).toContain('《中华人民共和国公司法》在事情发生时和现在文本不同');
    expect(provisions[0]?.applicability).toMatch(/现在.*施行的是/u);
  });

  it('leaves the rule out of the text where the corpus does not bear it out', async () => {
    const unknown = async (text: string): Promise<Citation[]> => {
      const start = text.indexOf('时间效力');
      const citation = { raw: '时间效力', start, end: start + 4, resolved: null, note: '' };
      return start === -1 ? [] : [{ ...citation, state: 'not-found' }];
    };
    const { paragraphs, provisions } = await note(given('2023-03-01'), used, unknown);
    expect(paragraphs[0]).toContain('2018年10月26日');
    expect(paragraphs.join()).not.toContain('时间效力');
    expect(provisions[0]?.applicability).toContain('时间效力');
  });

  it('tells the agent alone where the provisions read the same in both versions', async () => {
    const { paragraphs, notices } = await note(given('2023-03-01'), used, fine, '同样', '同样');
    expect(paragraphs.join()).not.toContain('适用哪个时候的法律');
    expect(notices[0]).toContain('所引条文文字相同');
  });

  it('says nothing of versions where one ruled all along', async () => {
    const { paragraphs, provisions } = await note(given('2025-03-01'), [hitOf(company, '第二十二条', '2024-07-01')]);
    expect(paragraphs).toHaveLength(1);
    expect(paragraphs[0]).toBe('以上所引的法律文本收录至2025年4月5日，此后公布的新规定我们尚未见到。');
    expect(provisions[0]?.applicability).toBeUndefined();
  });

  it('flags a law with a later revision whose text is not held, and no law without', async () => {
    const { paragraphs, notices, provisions } = await note({ source: 'today', day: today, reading: null }, [
      hitOf(penalties, '第七十条', '2013-01-01'),
    ]);
    expect(provisions[0]?.laterRevision).toContain('2026年1月1日起施行');
    expect(notices.join()).toContain('本库没有新文本');
    expect(paragraphs.join()).toContain('《治安管理处罚法》已于2025年6月27日修改，自2026年1月1日起施行');
    expect((await note(given('2023-03-01'))).provisions[0]?.laterRevision).toBeUndefined();
  });

  it('says how old the law is only where the facts or today lie beyond it', async () => {
    const hits = [hitOf(company, '第二十二条', '2024-07-01')];
    const lawHistory = lawHistoryOf({ [company]: versions('甲', '乙') });
    const asked = { used: hits, shown: hits, facts: given('2025-01-02'), today: '2025-01-02', question: '' };
    expect(await lawNotes({ checkText: fine, lawHistory }, asked)).toMatchObject({ paragraphs: [], notices: [] });
  });
});

describe('withLawNotes', () => {
  it('puts a section before the closing words, and changes nothing without paragraphs', () => {
    expect(withLawNotes('甲\n\n乙', ['丙', '丁'])).toBe('甲\n\n## 法律文本说明\n\n丙\n\n丁\n\n乙');
    expect(withLawNotes('甲\n\n乙', [])).toBe('甲\n\n乙');
  });
});
