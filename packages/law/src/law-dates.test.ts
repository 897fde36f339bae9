import { describe, expect, it } from 'vitest';
import { datesIn, dayOfFileName } from './days.ts';
import { parseLaw } from './parse-law.ts';

const dates = (file: string, title: string, history: string[], closing: string) => {
  const text = [`# ${title}`, ...history, '<!-- INFO END -->', '第一条 甲。', `第二条 ${closing}`].join('\n\n');
  const { promulgated, effectiveFrom, statedEffectiveTo, warnings, supersedes } = parseLaw(text, { file });
  return { promulgated, effectiveFrom, statedEffectiveTo, warnings, supersedes };
};

describe('dates of a law', () => {
  it('takes the closing article of a law that was never amended', () => {
    expect(
      dates(
        'x(2023-12-29).md',
        '甲法',
        ['2023年12月29日 第十四届全国人民代表大会常务委员会第七次会议修订'],
        '本法自2024年7月1日起施行。',
      ),
    ).toMatchObject({
      promulgated: { day: '2023-12-29', source: 'header' },
      effectiveFrom: { day: '2024-07-01', source: 'closing-article' },
      warnings: [],
    });
  });

  it('does not take the first version’s day for that of an amended text', () => {
    const read = dates(
      '劳动示例法(2018-12-29).md',
      '劳动示例法',
      [
        '1994年7月5日 第八届全国人民代表大会常务委员会第八次会议通过',
        '2018年12月29日 第十三届全国人民代表大会常务委员会第七次会议《决定》第二次修正',
      ],
      '本法自1995年1月1日起施行。',
    );
    expect(read.effectiveFrom).toEqual({ day: '2018-12-29', source: 'header' });
    expect(read.warnings.join()).toContain('1995-01-01');
  });

  it('takes a header’s day of force only where it follows the last amendment', () => {
    const header = [
      '1988年1月16日 国务院公布',
      '2008年11月19日 国务院第36次常务会议修订通过',
      '2008年12月1日 中华人民共和国国务院令第541号公布',
      '2009年1月1日 施行',
    ];
    expect(dates('x(2008-12-01).md', '甲条例', header, '本条例自2009年1月1日起施行。').effectiveFrom).toEqual({
      day: '2009-01-01',
      source: 'header',
    });
    const amended = [
      '1979年7月4日 公布',
      '1980年1月1日 施行',
      '2015年8月29日 第十二届全国人民代表大会常务委员会第十六次会议修正',
    ];
    expect(dates('x.md', '乙法', amended, '甲。').effectiveFrom).toEqual({ day: '2015-08-29', source: 'header' });
  });

  it('reads 自公布之日起施行 as the day of promulgation', () => {
    expect(
      dates('x(2000-03-20).md', '甲规定', ['2000年3月20日 国务院令第285号发布'], '本规定自发布之日起施行。'),
    ).toMatchObject({
      effectiveFrom: { day: '2000-03-20', source: 'closing-article' },
      warnings: [],
    });
  });

  it('trusts a later day in the file name: an amendment that the header leaves out', () => {
    const read = dates(
      '甲条例(2019-04-24).md',
      '甲条例',
      ['2007年12月6日 中华人民共和国国务院令第512号公布'],
      '本条例自2008年1月1日起施行。',
    );
    expect(read.promulgated).toEqual({ day: '2019-04-24', source: 'file-name' });
    expect(read.effectiveFrom).toEqual({ day: '2019-04-24', source: 'file-name' });
    expect(read.warnings).toHaveLength(1);
  });

  it('prefers the header to an earlier day in the file name', () => {
    expect(
      dates('长城示例(2006-10-01).md', '长城示例', ['2006年10月11日 国务院令第476号公布'], '自2006年12月1日起施行。')
        .promulgated,
    ).toEqual({
      day: '2006-10-11',
      source: 'header',
    });
  });

  it('reads Chinese and full-width digits', () => {
    expect(dates('x(2004-07-12).md', '甲规定', [], '本规定自二○○四年十月一日起施行。').effectiveFrom).toEqual({
      day: '2004-10-01',
      source: 'closing-article',
    });
    expect(
      dates('x.md', '甲规定', ['２０１２年１２月１９日 公安部令第１２５号发布，', '２０１３年１月１日 施行'], '甲。'),
    ).toMatchObject({
      promulgated: { day: '2012-12-19', source: 'header' },
      effectiveFrom: { day: '2013-01-01', source: 'header' },
    });
  });

  it('knows days that only an amending decision names, and ends that only a repealing one does', () => {
    const amended = dates(
      'x(2012-12-28).md',
      '中华人民共和国劳动合同法',
      [
        '2007年6月29日 第十届全国人民代表大会常务委员会第二十八次会议通过',
        '2012年12月28日 第十一届全国人民代表大会常务委员会第三十次会议《决定》修正',
      ],
      '本法自2008年1月1日起施行。',
    );
    expect(amended.effectiveFrom).toEqual({ day: '2013-07-01', source: 'catalogue' });
    expect(amended.warnings).toEqual([]);
    const ended = dates(
      'x(2011-08-09).md',
      '最高人民法院关于适用《中华人民共和国婚姻法》若干问题的解释（三）',
      ['2011年8月13日 施行'],
      '甲。',
    );
    expect(ended.statedEffectiveTo).toEqual({ day: '2021-01-01', source: 'catalogue' });
  });

  it('knows from when an act applies that amends many at once, by the day and the act that the header names', () => {
    const regulation = dates(
      '甲条例(2022-03-29).md',
      '甲条例',
      ['2007年12月6日 国务院令第512号公布'],
      '自2008年1月1日起施行。',
    );
    expect(regulation).toMatchObject({ effectiveFrom: { day: '2022-05-01', source: 'catalogue' }, warnings: [] });
    const law = (act: string) =>
      dates(
        'x.md',
        '中华人民共和国示例法',
        ['2002年6月29日 第九届全国人民代表大会常务委员会第二十八次会议通过', `2017年11月4日 ${act}修正`],
        '本法自2003年1月1日起施行。',
      );
    expect(law('《关于修改<中华人民共和国会计法>等十一部法律的决定》').effectiveFrom).toEqual({
      day: '2017-11-05',
      source: 'catalogue',
    });
    expect(law('《关于修改〈中华人民共和国示例法〉的决定》')).toMatchObject({
      effectiveFrom: { day: '2017-11-04', source: 'header' },
      warnings: [expect.stringContaining('请核实')],
    });
  });

  it('reads 自公布之日起施行 in a text revised as a whole, but not in one amended by a decision', () => {
    const made = (step: string) =>
      dates(
        'x.md',
        '中华人民共和国示例法',
        ['2002年6月29日 第九届全国人民代表大会常务委员会第二十八次会议通过', `2024年12月24日 ${step}`],
        '本法自公布之日起施行。',
      );
    expect(made('第十四届全国人民代表大会常务委员会第十三次会议修订')).toMatchObject({
      effectiveFrom: { day: '2024-12-24', source: 'closing-article' },
      warnings: [],
    });
    expect(made('第十三次会议《关于修改〈中华人民共和国示例法〉的决定》修正').warnings).toHaveLength(1);
  });

  it('ends a version where the next known one begins, whether or not its text is there', () => {
    const read = dates(
      '母婴保健法实施办法(2017-11-17).md',
      '中华人民共和国母婴保健法实施办法',
      ['2001年6月20日 中华人民共和国国务院令第308号公布'],
      '本办法自公布之日起施行。',
    );
    expect(read.effectiveFrom?.day).toBe('2017-11-17');
    expect(read.statedEffectiveTo).toEqual({ day: '2022-05-01', source: 'catalogue' });
  });

  it('says so when nothing gives a day', () => {
    const read = dates('x.md', '甲法', [], '乙。');
    expect([read.promulgated, read.effectiveFrom]).toEqual([null, null]);
    expect(read.warnings).toHaveLength(1);
  });

  it('names the laws that the closing article repeals', () => {
    expect(
      dates(
        'x.md',
        '甲法',
        [],
        '本法自2021年1月1日起施行。《中华人民共和国婚姻法》、《中华人民共和国继承法》（试行）同时废止。',
      ).supersedes,
    ).toEqual(['中华人民共和国婚姻法', '中华人民共和国继承法']);
  });
});

describe('days', () => {
  it('reads only days that exist', () => {
    expect(datesIn('2021年2月29日、2020年2月29日').map(({ day }) => day)).toEqual(['2020-02-29']);
    expect(dayOfFileName('a/b(2020-13-01).md')).toBeNull();
    expect(dayOfFileName('a\\某法（试行）(2020-12-29).md')).toBe('2020-12-29');
  });
});
