import { describe, expect, it } from 'vitest';
import { checkCitations } from './check-citations.ts';
import { createLawCatalogue } from './law-catalogue.ts';

/** The text of 2012 under a real title; that it was revised from 2026 on is in the catalogue of dates. */
const held = (title: string, promulgatedOn: string) => ({
  lawId: title,
  title,
  versions: [
    {
      versionId: title,
      promulgatedOn,
      effectiveFrom: promulgatedOn,
      effectiveTo: null,
      provisions: [{ provisionId: title, article: '第一条', text: '甲乙丙丁戊己庚辛壬癸。' }],
    },
  ],
});
const catalogue = createLawCatalogue([
  held('中华人民共和国治安管理处罚法', '2012-10-26'),
  held('中华人民共和国食品安全法', '2021-04-29'),
  held('中华人民共和国环境保护法', '2014-04-24'),
]);
const check = (text: string, asOf: string) => checkCitations(text, catalogue, { asOf })[0];

describe('a law whose later text is known and not held', () => {
  it('is not in force in its old text from the day of the new one, and says so', () => {
    expect(check('《治安管理处罚法》第一条', '2025-12-31')).toMatchObject({
      state: 'ok',
      note: expect.stringContaining('将自2026年1月1日'),
    });
    const later = check('《治安管理处罚法》第一条', '2026-01-01');
    expect(later).toMatchObject({ state: 'not-in-force', resolved: { article: '第一条' } });
    expect(later?.note).toMatch(/已自2026年1月1日起施行.*没有新文本/u);
    expect(check('《治安管理处罚法》第一条', '2025-01-01')).toMatchObject({ state: 'ok', note: '' });
  });

  it('leaves unchecked what the old text lacks', () => {
    expect(check('《治安管理处罚法》第一百四十条', '2025-12-31')?.state).toBe('not-found');
    expect(check('《治安管理处罚法》第一百四十条', '2026-01-01')).toMatchObject({
      state: 'unchecked',
      note: expect.stringContaining('2026年1月1日'),
    });
    expect(check('《治安管理处罚法》第一条：“甲乙丙丁戊己庚辛子丑。”', '2026-01-01')?.state).toBe('unchecked');
  });

  it('keeps its state where single articles were changed, with a note', () => {
    expect(check('《食品安全法》第一条', '2026-01-01')).toMatchObject({
      state: 'ok',
      note: expect.stringContaining('2025年12月1日'),
    });
    expect(check('《食品安全法》第一条：“甲乙丙丁戊己庚辛子丑。”', '2026-01-01')?.state).toBe('misquoted');
    expect(check('《食品安全法》第一条第三款', '2026-01-01')?.state).toBe('not-found');
    expect(check('《食品安全法》第二百条', '2026-01-01')?.state).toBe('unchecked');
  });

  it('is said of a law named alone, which a code alone ends', () => {
    expect(check('根据《治安管理处罚法》', '2026-01-01')).toMatchObject({
      state: 'ok',
      note: expect.stringContaining('2026年1月1日'),
    });
    expect(check('根据《环境保护法》', '2026-08-15')?.state).toBe('not-in-force');
    expect(check('根据《环境保护法》', '2026-08-14')?.state).toBe('ok');
  });
});
