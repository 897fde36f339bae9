import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApplicabilityQuestion, applicableVersion } from './applicable-version.ts';
import type { HeldVersion } from './version-line.ts';

const TODAY = '2026-11-23';
const held = (promulgatedOn: string, effectiveFrom: string, effectiveTo: string | null = null): HeldVersion => ({
  versionId: `v${promulgatedOn}`,
  promulgatedOn,
  effectiveFrom,
  effectiveTo,
});
const ask = (title: string, factsDate: ApplicabilityQuestion['factsDate'], more: Partial<ApplicabilityQuestion> = {}) =>
  applicableVersion({ title, versions: [], factsDate, today: TODAY, ...more });
const company = [held('2018-10-26', '2018-10-26', '2024-07-01'), held('2023-12-29', '2024-07-01')];

describe('applicableVersion', () => {
  it('gives the version then, the one now, and the rule between them', () => {
    const found = ask('中华人民共和国公司法', '2023-03-01', { versions: company });
    expect(found.versionThen).toMatchObject({
      effectiveFrom: '2018-10-26',
      effectiveTo: '2024-07-01',
      versionId: 'v2018-10-26',
    });
    expect(found.versionNow).toMatchObject({ effectiveFrom: '2024-07-01' });
    expect(found.governing).toBe('then');
    expect(found.rules[0]).toMatchObject({ id: 'company-then', article: '第一条第二款' });
    expect(found.words).toContain('事情发生在2023年3月1日');
    expect(found.words).toContain('时间效力的若干规定》第一条第二款');
  });

  it('says that nothing changed when one version ruled all along', () => {
    const found = ask('公司法', '2025-03-01', { versions: company });
    expect(found).toMatchObject({ governing: 'same', rules: [] });
    expect(found.words).toContain('至今仍是这一文本');
  });

  it('knows versions whose text is not held, and says so', () => {
    const found = ask('劳动合同法', '2012-05-01', { versions: [held('2012-12-28', '2013-07-01')] });
    expect(found.versionThen).toMatchObject({
      effectiveFrom: '2008-01-01',
      effectiveTo: '2013-07-01',
      versionId: null,
    });
    expect(found.words).toContain('（本库没有收录）');
    expect(found.rules[0]?.id).toBe('not-retroactive');
  });

  it('sees revisions that came after the corpus', () => {
    const found = ask('治安管理处罚法', '2025-12-20', { versions: [held('2012-10-26', '2013-01-01')] });
    expect(found.versionThen).toMatchObject({ effectiveFrom: '2013-01-01', effectiveTo: '2026-01-01' });
    expect(found.versionNow).toMatchObject({ effectiveFrom: '2026-01-01', versionId: null });
    expect(found.governing).toBe('lighter');
  });

  it('names the laws before the Civil Code, and the code after them', () => {
    const code = ask('民法典', '2019-08-01', { versions: [held('2020-05-28', '2021-01-01')], part: '婚姻家庭编' });
    expect(code.versionThen).toBeNull();
    expect(code.predecessors.map(({ predecessor, version }) => [predecessor, version?.effectiveFrom])).toEqual([
      ['婚姻法', '2001-04-28'],
      ['收养法', '1999-04-01'],
    ]);
    expect(code.governing).toBe('then');
    const marriage = ask('婚姻法', '2019-08-01');
    expect(marriage).toMatchObject({
      versionThen: { effectiveFrom: '2001-04-28', effectiveTo: '2021-01-01' },
      versionNow: null,
      governing: 'then',
    });
    expect(marriage.successor?.title).toBe('民法典');
    expect(marriage.words).toContain('《婚姻法》已由《民法典》婚姻家庭编取代。');
  });

  it('applies the Civil Code to what its transition rules name, by the words of the question', () => {
    const code = (question: string) => ask('民法典', '2020-03-01', { question });
    expect(code('楼上高空抛物砸了我的车')).toMatchObject({
      governing: 'now',
      rules: [{ article: '第十九条' }, {}, {}, {}],
    });
    expect(code('搭朋友便车出了车祸').rules[0]?.article).toBe('第十八条');
    expect(code('打印的遗嘱有效吗').rules[0]?.article).toBe('第十五条');
    expect(code('和同事打篮球被撞伤').rules[0]?.article).toBe('第十六条');
    expect(code('借条还有效吗')).toMatchObject({ governing: 'then' });
    expect(code('借条还有效吗').rules.map(({ article }) => article)).toEqual(['第一条第二款', '第二条', '第三条']);
  });

  it('takes the lighter criminal law', () => {
    const found = ask('刑法', '2019-06-01', { versions: [held('2023-12-29', '2024-03-01')] });
    expect(found).toMatchObject({
      governing: 'lighter',
      versionThen: { effectiveFrom: '2017-11-04', versionId: null },
    });
    expect(found.rules[0]).toMatchObject({ law: '中华人民共和国刑法', article: '第十二条' });
  });

  it('splits severance at the first day of the Labour Contract Law, interest at that of the new rate', () => {
    const severance = ask('劳动合同法', '2007-03-01', { question: '2007年入职，现在被辞退，补偿怎么算' });
    expect(severance.governing).toBe('split');
    expect(severance.rules[0]).toMatchObject({ id: 'labour-severance', article: '第九十七条第三款' });
    const lending = ask('最高人民法院关于审理民间借贷案件适用法律若干问题的规定', '2019-05-01');
    expect(lending).toMatchObject({
      governing: 'split',
      versionThen: { effectiveFrom: '2015-09-01' },
      versionNow: { effectiveFrom: '2021-01-01' },
    });
  });

  it('says which other version could apply when the day was said loosely', () => {
    const facts = { from: '2024-01-01', to: '2024-12-31', day: '2024-07-01' };
    const found = ask('公司法', facts, { versions: company });
    expect(found.versionThen?.effectiveFrom).toBe('2024-07-01');
    expect(found.alsoPossible.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2018-10-26']);
    expect(found.words).toContain('请问清具体日期');
  });

  it('takes the law of today where the day is not known, and does not know what it cannot', () => {
    expect(ask('公司法', null, { versions: company })).toMatchObject({
      governing: 'same',
      versionThen: { effectiveFrom: '2024-07-01' },
    });
    const early = ask('个人信息保护法', '2019-01-01', { versions: [held('2021-08-20', '2021-11-01')] });
    expect(early).toMatchObject({ versionThen: null, governing: 'unknown' });
    expect(early.words).toContain('没有查到');
  });

  it('has at most one version on any day, and none beyond the end of the law', () => {
    const day = fc
      .integer({ min: 3000, max: 20_700 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom('公司法', '刑法', '婚姻法', '商标法', '没有的法'), day, (title, facts) => {
        const found = ask(title, facts, { versions: title === '公司法' ? company : [] });
        expect(found.alsoPossible).toEqual([]);
        if (found.versionThen) {
          expect((found.versionThen.effectiveFrom ?? '') <= facts).toBe(true);
          expect(found.versionThen.effectiveTo === null || facts < found.versionThen.effectiveTo).toBe(true);
        }
        if (title === '婚姻法' && facts >= '2021-01-01') expect(found.versionThen).toBeNull();
      }),
    );
  });
});
