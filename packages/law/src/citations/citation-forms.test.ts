import { describe, expect, it } from 'vitest';
import { findCitations } from './find-citations.ts';

/** 「kind law|article¶款#项,…」 of every mention but laws named alone. */
const read = (text: string) =>
  findCitations(text)
    .filter(({ kind }) => kind !== 'law')
    .map(({ kind, lawName, targets, headings, raw }) => {
      const places = targets.map(
        ({ article, paragraph, item }) => `${article}${paragraph ? `¶${paragraph}` : ''}${item ? `#${item}` : ''}`,
      );
      if (kind === 'provision') return `${lawName ?? '?'}|${places.join(',')}`;
      return kind === 'heading' ? `${lawName}|${headings.join('>')}` : `${kind}|${raw}`;
    });

describe('numbers, lists and ranges', () => {
  it.each([
    ['民法典五百七十七条', ['民法典|第五百七十七条']],
    ['《民法典》§577', ['民法典|第五百七十七条']],
    ['《民法典》第五百七十七條', ['民法典|第五百七十七条']],
    ['刑法第１３３条之一', ['刑法|第一百三十三条之一']],
    ['《民法典》第577条、578条', ['民法典|第五百七十七条', '民法典|第五百七十八条']],
    ['《民法典》第三条到第五条', ['民法典|第三条,第四条,第五条']],
    ['《民法典》第十、十一条', ['民法典|第十条,第十一条']],
    ['《民法典》第十条第一款至第三款', ['民法典|第十条¶1,第十条¶2,第十条¶3']],
    ['《民法典》第十条第一、二款', ['民法典|第十条¶1,第十条¶2']],
    ['《民法典》第10条1款3项', ['民法典|第十条¶1#3']],
    ['《民法典》第十条第（一）项至第（三）项', ['民法典|第十条#1,第十条#2,第十条#3']],
    ['《民法典》第十条第一款第（二）项第1目', ['民法典|第十条¶1#2']],
    ['《民法典》第十条赔二百，第十一条赔三百', ['民法典|第十条', '民法典|第十一条']],
    ['《民法典》第十条，少于一千和第十一条', ['民法典|第十条', '民法典|第十一条']],
    ['依民法典：第一，第十条；第二，第十一、十二条', ['民法典|第十条', '民法典|第十一条,第十二条']],
    ['民法典10条管这个，不行再看11条', ['民法典|第十条', '民法典|第十一条']],
    ['民法典10条管这个，我有3条，另给2条建议', ['民法典|第十条']],
    ['《民法典》第十条管这个，不行再看11条', ['民法典|第十条']],
    ['《民法典》第五条至第三条', ['民法典|第五条', '民法典|第三条']],
    ['《民法典》第十条第百款', ['unreadable|《民法典》第十条第百款']],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('names', () => {
  it.each([
    ['《劳动合同法》及其实施条例第十条', ['劳动合同法实施条例|第十条']],
    ['《劳动合同法》第四十六条及其实施条例第十条', ['劳动合同法|第四十六条', '劳动合同法实施条例|第十条']],
    ['《民法典》合同编第八章违约责任第五百七十七条', ['民法典|第五百七十七条']],
    ['《民法典》（第五百七十七条）', ['民法典|第五百七十七条']],
    ['**《民法典》**第577条', ['民法典|第五百七十七条']],
    ['【民法典】第577条', ['民法典|第五百七十七条']],
    [
      '《某市示例条例》（以下简称《条例》）第二十条，《条例》第二十一条',
      ['某市示例条例|第二十条', '某市示例条例|第二十一条'],
    ],
    ['北京市物业管理条例第三条', ['北京市物业管理条例|第三条']],
    [
      '《最高人民法院关于适用刑法第十二条几个问题的解释》第一条',
      ['最高人民法院关于适用刑法第十二条几个问题的解释|第一条'],
    ],
    ['《民法典》第三编第八章', ['民法典|第三编>第八章']],
    ['劳动合同法第七章', ['劳动合同法|第七章']],
    ['《劳动合同法》附则', ['劳动合同法|附则']],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['《公司法》（2018修正）第二十条', 2018, true, false],
    ['《公司法(2018年修正)》第二十条', 2018, true, false],
    ['《公司法》（2023年修订，2024年7月1日施行）第二十条', 2023, true, false],
    ['2018年修正的《公司法》第二十条', 2018, true, false],
    ['2018年《公司法》第二十条', 2018, false, false],
    ['原《公司法》第二十条', null, false, true],
    ['旧公司法第二十条', null, false, true],
    ['新《公司法》第二十条', null, false, false],
    ['《解释》（法释〔2020〕17号）第一条', null, false, false],
  ])('reads the version of %s', (text, year, sure, former) => {
    expect(findCitations(text)[0]?.version).toEqual({ year, sure, former });
  });
});

describe('places', () => {
  const LAW = '《工伤保险条例》第十四条第一款';
  it.each([
    [`${LAW}。该条第二款`, '工伤保险条例|第十四条¶2'],
    [`${LAW}。同条第三款`, '工伤保险条例|第十四条¶3'],
    [`${LAW}。前款规定的情形`, '工伤保险条例|第十四条¶1'],
    [`${LAW}，第二款规定`, '工伤保险条例|第十四条¶2'],
    [`${LAW}。前条规定`, '工伤保险条例|第十三条'],
    [`${LAW}。前两条规定`, '工伤保险条例|第十二条,第十三条'],
    ['《刑法》第一百三十三条之一。前条规定', '刑法|第一百三十三条'],
    ['《工伤保险条例》第十四条第三款。前款规定的情形', '工伤保险条例|第十四条¶2,第十四条¶3'],
    ['《工伤保险条例》第一条。前条规定', 'unreadable|前条'],
    [`${LAW}。本条例第十六条`, '工伤保险条例|第十六条'],
  ])('follows %s', (text, expected) => expect(read(text).at(-1)).toBe(expected));

  it('reports a place that nobody can follow, and leaves contracts alone', () => {
    expect(read('前款规定的情形')).toEqual(['unreadable|前款']);
    expect(read('《房屋租赁合同》第五条约定，前款费用由乙方承担。该条款无效，该项费用不退。')).toEqual([]);
  });

  it('follows places inside a law exactly', () => {
    const own = {
      lawName: '示例法',
      amends: false,
      article: '第五条',
      paragraphAt: () => 3,
      previousArticles: (count: number) => ['第三条', '第四条'].slice(-count),
    };
    const found = findCitations('前款、前两款、前条第一款、前二条、本条第二款、第九条、本法第十条', { own });
    expect(
      found.map(({ targets }) => targets.map(({ article, paragraph }) => `${article}${paragraph ?? ''}`).join()),
    ).toEqual(['第五条2', '第五条1,第五条2', '第四条1', '第三条,第四条', '第五条2', '第九条', '第十条']);
    expect(new Set(found.map(({ lawName }) => lawName))).toEqual(new Set(['示例法']));
  });
});

describe('numbers left blank', () => {
  it.each([
    ['依示例服务条例第××条办理', 'unreadable|示例服务条例第××条'],
    ['依劳动合同法第__条第_款办理', 'unreadable|劳动合同法第__条第_款'],
    ['依据《劳动合同法》第　条', 'unreadable|《劳动合同法》第　条'],
    ['该法第X条', 'unreadable|该法第X条'],
  ])('reports %s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('leaves those of a contract alone', () => expect(read('见租赁合同第__条。')).toEqual([]));
});

describe('numbers of documents and cases', () => {
  it.each([
    '法释〔2020〕26号',
    '法释(2020)26号',
    '法释[2020]26号',
    '法释【2020】26号',
    '法释2020年26号',
    '国家税务总局公告2019年第74号',
    '国务院令第586号',
    '主席令第四十五号',
    '京劳人仲字〔2022〕第123号',
  ])('sees %s', (raw) => expect(read(`参照${raw}。`)).toEqual([`document-number|${raw}`]));

  it.each([
    '（2022）沪01民终12345号',
    '(2022)沪01民终12345号之一',
    '（２０２２）沪０１民终１２３４５号',
    '（2015）民一终字第150号',
    '2022沪01民终12345号',
    '（2020）京0105民初123-1号',
  ])('sees %s', (raw) => expect(read(`参照${raw}判决。`)).toEqual([`case-number|${raw}`]));
});

describe('quotations', () => {
  const quotes = (text: string) => findCitations(text).flatMap((found) => found.quotes.map((quote) => quote.text));
  it.each([
    ['《民法典》第一条规定：“甲乙丙丁戊己庚辛”', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条规定，‘甲乙丙丁戊己庚辛’', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条规定“甲乙丙丁戊己”、“庚辛壬癸子丑”', ['甲乙丙丁戊己', '庚辛壬癸子丑']],
    ['“甲乙丙丁戊己庚辛”（《民法典》第一条）', ['甲乙丙丁戊己庚辛']],
    ['“甲乙丙丁戊己庚辛”——《民法典》第一条', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条规定期间为“三年”', ['三年']],
    ['《民法典》第一条：“甲乙丙丁戊己庚辛', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条，合同约定“每月五日前支付租金”', []],
    ['《民法典》第一条规定的“定金罚则”', []],
    ['《民法典》第一条说“甲乙丙丁戊己庚辛”', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条为「甲乙丙丁戊己庚辛」', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条写的是“甲乙丙丁戊己庚辛”', ['甲乙丙丁戊己庚辛']],
    ['《民法典》第一条“由甲承担责任”', ['由甲承担责任']],
    ['《民法典》第一条“两年”', ['两年']],
    ['《民法典》第一条“定金罚则”', []],
    ['《民法典》第一条说的是“诚信原则”', []],
  ])('of %s', (text, expected) => expect(quotes(text)).toEqual(expected));
});
