import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLabel } from '../article-label.ts';
import { canonicalCitation } from '../titles.ts';
import { findCitations } from './find-citations.ts';

/** 「law|article¶款#项,…」 of every provision mention. */
const read = (text: string) =>
  findCitations(text)
    .filter(({ kind }) => kind === 'provision')
    .map(
      ({ lawName, targets }) =>
        `${lawName ?? '?'}|${targets.map(({ article, paragraph, item }) => `${article}${paragraph ? `¶${paragraph}` : ''}${item ? `#${item}` : ''}`).join(',')}`,
    );

const kinds = (text: string) => findCitations(text).map(({ kind, raw }) => `${kind}:${raw}`);

describe('findCitations', () => {
  it.each([
    ['根据《中华人民共和国民法典》第五百七十七条的规定', ['中华人民共和国民法典|第五百七十七条']],
    ['《民法典》第五百六十三条第一款第（三）项', ['民法典|第五百六十三条¶1#3']],
    ['《民法典》第563条第1款第3项、第4项', ['民法典|第五百六十三条¶1#3,第五百六十三条¶1#4']],
    ['《劳动合同法》第三十八条第一款第（一）、（二）项', ['劳动合同法|第三十八条¶1#1,第三十八条¶1#2']],
    ['《公司法》第二十条第一款、第三款', ['公司法|第二十条¶1,第二十条¶3']],
    ['民法典577条怎么说', ['民法典|第五百七十七条']],
    ['刑法第133条之一', ['刑法|第一百三十三条之一']],
    ['《民法典》第 ５７７ 条', ['民法典|第五百七十七条']],
    [
      '《民法典》第一百八十八条、第一百九十二条和第195条',
      ['民法典|第一百八十八条', '民法典|第一百九十二条', '民法典|第一百九十五条'],
    ],
    ['《民法典》第577、578条', ['民法典|第五百七十七条,第五百七十八条']],
    ['《民法典》第三至五条', ['民法典|第三条,第四条,第五条']],
    ['《民法典》第三条至第五条', ['民法典|第三条,第四条,第五条']],
    ['《刑法》第一百二十条之一至第一百二十条之三', ['刑法|第一百二十条之一,第一百二十条之二,第一百二十条之三']],
    ['《某批复》第2段', ['某批复|第2段']],
    ['劳动合同法第三十八条、劳动争议调解仲裁法第27条', ['劳动合同法|第三十八条', '劳动争议调解仲裁法|第二十七条']],
    [
      '最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释第八条',
      ['最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释|第八条'],
    ],
    ['机动车驾驶证申领和使用规定第七十九条', ['机动车驾驶证申领和使用规定|第七十九条']],
    ['他违反了某某市物业管理办法第三条', ['某某市物业管理办法|第三条']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('resolves 本法, 该法 and 同法 to the law that they can only mean', () => {
    expect(read('《劳动合同法》第四十六条：（一）依照本法第三十八条解除的；')).toEqual([
      '劳动合同法|第四十六条',
      '劳动合同法|第三十八条',
    ]);
    expect(read('《食品安全法》已修订。该法第一百四十八条、同法第三条')).toEqual([
      '食品安全法|第一百四十八条',
      '食品安全法|第三条',
    ]);
    expect(read('《工伤保险条例》第十四条，本法第三条')).toEqual(['工伤保险条例|第十四条', '?|第三条']);
    expect(read('该法第五条')).toEqual(['?|第五条']);
  });

  it('gives a bare article to the law of its sentence, or of the line above it, but not of another paragraph', () => {
    expect(read('《民法典》第五百七十七条规定：“甲。”第五百八十四条规定：“乙。”')).toEqual([
      '民法典|第五百七十七条',
      '民法典|第五百八十四条',
    ]);
    expect(read('《民法典》\n第五百七十七条 甲。\n第五百七十八条 乙。')).toEqual([
      '民法典|第五百七十七条',
      '民法典|第五百七十八条',
    ]);
    expect(read('《民法典》第一条。\n但是第二条不同。')).toEqual(['民法典|第一条', '?|第二条']);
  });

  it('follows short names that the text defines', () => {
    expect(read('《某某市房屋补偿条例》（以下简称《补偿条例》）。依照《补偿条例》第二十条')).toEqual([
      '某某市房屋补偿条例|第二十条',
    ]);
  });

  it.each([
    '合同第三条约定',
    '《房屋租赁合同》第五条',
    '我有三条理由，第二条建议是调解',
    '公司章程第十条',
    '我看了3条新闻',
  ])('finds no law in %s', (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it('reads the version and the quotation', () => {
    const [mention] = findCitations('《公司法》（2018修正）第二十条第一款规定：“公司股东应当遵守法律。”');
    expect(mention).toMatchObject({
      version: { year: 2018, sure: true },
      quotes: [{ text: '公司股东应当遵守法律。' }],
    });
    expect(findCitations('《解释》（法释〔2020〕17号）第一条')[0]?.version.year).toBeNull();
    const list = findCitations('《民法典》第一条、第二条规定：“为了保护民事主体。”');
    expect(list.map(({ quotes }) => quotes.map((quote) => quote.text))).toEqual([
      ['为了保护民事主体。'],
      ['为了保护民事主体。'],
    ]);
    expect(findCitations('《刑法》第三百九十条规定的“情节严重”')[0]?.quotes).toEqual([]);
  });

  it('reports what it can only see: numbers of documents and cases, laws named alone, unreadable articles', () => {
    expect(kinds('参照（2020）京01民终1234号判决、法释〔2020〕26号和指导案例24号')).toEqual([
      'case-number:（2020）京01民终1234号',
      'document-number:法释〔2020〕26号',
      'case-number:指导案例24号',
    ]);
    expect(kinds('《民法典》第XX条、《刑法》第五百七十百条')).toEqual([
      'unreadable:《民法典》第XX条',
      'unreadable:《刑法》第五百七十百条',
    ]);
    expect(kinds('根据《中华人民共和国网络贷款法》的规定签《借款合同》')).toEqual(['law:《中华人民共和国网络贷款法》']);
  });

  it('gives offsets that cut the mention out of the text, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '《民法典》',
      '第五百七十七条',
      '第一款',
      '、',
      '至',
      '本法',
      '劳动合同法',
      '第（三）项',
      '（2018修正）',
      '规定：“',
      '”',
      '。',
      '《',
      '》',
      '\n',
      '12',
      '条',
      '（2020）京01民终1号',
      '合同',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          let end = 0;
          for (const mention of findCitations(text)) {
            expect(text.slice(mention.start, mention.end)).toBe(mention.raw);
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            end = mention.end;
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('reads every canonical citation back', () => {
    const title = fc.constantFrom(
      '中华人民共和国民法典',
      '工伤保险条例',
      '最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）',
      '某某市示例规定（试行）',
    );
    fc.assert(
      fc.property(title, fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 0, max: 9 }), (law, number, suffix) => {
        const article = articleLabel(number, suffix);
        const citation = canonicalCitation(law, article);
        expect(findCitations(`${citation}。`)).toMatchObject([
          { raw: citation, targets: [{ article, paragraph: null, item: null }] },
        ]);
      }),
    );
  });

  it.each([
    ['many citations', '《民法典》第五百七十七条规定：“甲乙丙”，'],
    ['open quotations', '第一条：“'],
    ['unclosed titles', '《'],
    ['numbers in a list', '1、'],
    ['words before a name', '依照和法'],
    ['brackets', '民法典（'],
    ['years', '（2020）京'],
    ['ranges', '第一条至'],
    ['items', '第一条第（一）'],
  ])('takes time in proportion to the text: %s', (_name, piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const started = process.cpuUsage();
      findCitations(text);
      const used = process.cpuUsage(started);
      return (used.user + used.system) / 1000;
    };
    time(20_000);
    // Sixteen times the text in sixteen times the time, with room for the collector; a square would be 256 times.
    expect(time(800_000)).toBeLessThan(Math.max(60, 64 * Math.max(time(50_000), 4)));
  });
});
