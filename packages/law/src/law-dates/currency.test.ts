import { describe, expect, it } from 'vitest';
import { currencyOf, laterRevision, notSeenAfter } from './currency.ts';

const penalties = { title: '中华人民共和国治安管理处罚法', newestMade: '2012-10-26' };

describe('currencyOf', () => {
  it('is the day up to which the source has taken in what was made', () => {
    expect(currencyOf(penalties)).toMatchObject({
      currentThrough: '2025-04-05',
      sourceName: '公开法规汇编',
      words: '《治安管理处罚法》的文本收录至2025年4月5日。',
    });
    expect(currencyOf({ ...penalties, sourceId: 'starter' }).sourceName).toBe('入门法规库');
  });

  it('is the making of a newer text, where one was added', () => {
    expect(currencyOf({ ...penalties, newestMade: '2025-06-27' }).currentThrough).toBe('2025-06-27');
  });

  it('says that later law was not seen where the facts or today lie beyond it', () => {
    const currency = currencyOf(penalties);
    expect(notSeenAfter(currency, ['2024-01-01', '2025-04-05'])).toBeNull();
    expect(notSeenAfter(currency, ['2024-01-01', '2026-11-23'])).toBe(
      '法规库收录至2025年4月5日，此后公布的法律和司法解释未见，请核对有无更新。',
    );
  });
});

describe('laterRevision', () => {
  it('names the revision in force, from when it is, what it changes, and that its text is missing', () => {
    const found = laterRevision(penalties, '2026-11-23');
    expect(found).toMatchObject({ made: '2025-06-27', effective: '2026-01-01', inForce: true });
    expect(found?.words).toMatch(/^《治安管理处罚法》于2025年6月27日修订，已自2026年1月1日起施行：.+本库没有新文本/u);
  });

  it('announces one that is made but not yet in force, and none before it was made', () => {
    expect(laterRevision(penalties, '2025-10-01')).toMatchObject({ inForce: false });
    expect(laterRevision(penalties, '2025-10-01')?.words).toContain('将自2026年1月1日起施行');
    expect(laterRevision(penalties, '2025-06-26')).toBeNull();
  });

  it('takes the newest of several in force', () => {
    const marriage = { title: '婚姻登记条例', newestMade: '2003-08-08' };
    expect(laterRevision(marriage, '2025-03-01')?.made).toBe('2024-12-06');
    expect(laterRevision(marriage, '2026-11-23')?.made).toBe('2025-04-06');
    expect(laterRevision({ ...marriage, newestMade: '2024-12-06' }, '2025-03-01')).toBeNull();
  });

  it('is silent once the new text is held, and about laws without a known one', () => {
    expect(laterRevision({ ...penalties, newestMade: '2025-06-27' }, '2026-11-23')).toBeNull();
    expect(laterRevision({ title: '中华人民共和国民法典', newestMade: '2020-05-28' }, '2026-11-23')).toBeNull();
  });

  it('knows the revisions that matter most to a desk', () => {
    const inForce = (title: string) =>
      laterRevision({ title: `中华人民共和国${title}`, newestMade: '2021-04-29' }, '2026-11-23')?.effective;
    expect(
      ['仲裁法', '食品安全法', '反不正当竞争法', '海商法', '对外贸易法', '民用航空法', '网络安全法'].map(inForce),
    ).toEqual(['2026-03-01', '2025-12-01', '2025-10-15', '2026-05-01', '2026-03-01', '2026-07-01', '2026-01-01']);
  });
});
