import { describe, expect, it } from 'vitest';
import { parseLaw } from './parse-law.ts';

const law = (...lines: string[]) => lines.join('\n\n');
const articles = (text: string, file = '示例法.md') =>
  parseLaw(text, { file }).provisions.map(({ kind, article, path, text: words }) => ({ kind, article, path, words }));

describe('parseLaw', () => {
  it('reads headings as the path, 款 as lines and 项 as items', () => {
    const parsed = parseLaw(
      law(
        '# 中华人民共和国示例法',
        '2020年5月28日 第十三届全国人民代表大会第三次会议通过',
        '<!-- INFO END -->',
        '## 第一编  总 则',
        '### 第一章　基本规定',
        '第一条 为了示例，制定本法。',
        '第二条 有下列情形之一的，适用本法：',
        '（一）第一种；',
        '1.细目；',
        '（二）第二种。',
        '其他情形，参照适用。',
        '## 第二编 附则',
        '第三条 本法自2021年1月1日起施行。',
      ),
      { file: '民法商法/示例法(2020-05-28).md' },
    );
    expect(parsed).toMatchObject({
      title: '中华人民共和国示例法',
      titleKey: '示例法',
      part: null,
      level: 'law',
      issuer: '全国人民代表大会',
      promulgated: { day: '2020-05-28', source: 'header' },
      effectiveFrom: { day: '2021-01-01', source: 'closing-article' },
      preamble: '',
      warnings: [],
    });
    expect(parsed.provisions.map(({ path }) => path)).toEqual([
      ['第一编 总则', '第一章 基本规定'],
      ['第一编 总则', '第一章 基本规定'],
      ['第二编 附则'],
    ]);
    expect(parsed.provisions[1]?.text).toBe(
      '有下列情形之一的，适用本法：\n（一）第一种；\n1.细目；\n（二）第二种。\n其他情形，参照适用。',
    );
    expect(parsed.provisions[1]?.paragraphs).toEqual([
      {
        text: '有下列情形之一的，适用本法：',
        items: [
          { label: '（一）', text: '第一种；\n1.细目；' },
          { label: '（二）', text: '第二种。' },
        ],
      },
      { text: '其他情形，参照适用。', items: [] },
    ]);
  });

  it('takes a second # heading as the part, which begins every path', () => {
    const parsed = parseLaw(
      law('# 中华人民共和国民法典', '# 附则', '<!-- INFO END -->', '第一千二百五十九条 民法所称的“以上”，包括本数。'),
      {
        file: '民法典/附则.md',
      },
    );
    expect([parsed.part, parsed.provisions[0]?.path, parsed.provisions[0]?.article]).toEqual([
      '附则',
      ['附则'],
      '第一千二百五十九条',
    ]);
  });

  it('reads articles in bold, indented, after full-width space, misprinted and with a misplaced space', () => {
    const read = articles(
      law(
        '# 示例条例',
        '**第一条** 甲。',
        '　　第二条　乙。',
        '\t第三条\t丙。',
        '**第四条 丁。**',
        '笫五条 戊。',
        '第六 条己。',
        '第六条之一 庚。',
      ),
    );
    expect(read.map(({ article, words }) => article + words)).toEqual([
      '第一条甲。',
      '第二条乙。',
      '第三条丙。',
      '第四条丁。',
      '第五条戊。',
      '第六条己。',
      '第六条之一庚。',
    ]);
  });

  it('splits articles that run on in one line', () => {
    const read = articles(law('# 示例规则', '第一条 甲。 乙，依照第九条 的规定。 第二条 丙。 第三条 丁。'));
    expect(read.map(({ article, words }) => [article, words])).toEqual([
      ['第一条', '甲。\n乙，依照第九条 的规定。'],
      ['第二条', '丙。'],
      ['第三条', '丁。'],
    ]);
  });

  it('leaves articles that an amendment quotes in the amendment', () => {
    const read = articles(
      law(
        '# 示例修正案',
        '第五十二条 增加一节，内容如下：',
        '第七节 监察',
        '第一百二十三条 甲。',
        '第一百二十四条 乙。',
        '第五十三条 丙。',
      ),
    );
    expect(read.map(({ article }) => article)).toEqual(['第五十二条', '第五十三条']);
    expect(read[0]?.words).toContain('第一百二十四条 乙。');
  });

  it('takes a gap after an article with items of its own for a gap and not for a quotation', () => {
    const read = articles(
      law('# 示例法（节选）', '第五条 乙按照下列规定：', '（一）子；', '（二）丑。', '第九条 丙。', '第十条 丁。'),
    );
    expect(read.map(({ article }) => article)).toEqual(['第五条', '第九条', '第十条']);
  });

  it('does not take a sentence that begins with 第…条 for an article', () => {
    const read = articles(law('# 示例办法', '第一条 甲：', '第三十一条的规定，不适用。', '第二条 乙。'));
    expect(read.map(({ article }) => article)).toEqual(['第一条', '第二条']);
  });

  it('keeps attachments as paragraphs of their own', () => {
    const read = articles(
      law(
        '# 示例条例',
        '第一条 甲。',
        '第二条 本条例自公布之日起施行。',
        '附：',
        '示例目录',
        '一、子项目；',
        '二、丑项目。',
      ),
    );
    expect(read.slice(2)).toEqual([
      { kind: 'paragraph', article: '第1段', path: ['附：'], words: '示例目录' },
      { kind: 'paragraph', article: '第2段', path: ['附：'], words: '一、子项目；' },
      { kind: 'paragraph', article: '第3段', path: ['附：'], words: '二、丑项目。' },
    ]);
  });

  it('numbers the paragraphs of a text without articles, each 一、 with what follows it', () => {
    const read = articles(
      law(
        '# 最高人民法院关于示例的批复',
        '<!-- INFO END -->',
        '某高级人民法院：',
        '你院请示收悉。批复如下：',
        '一、甲。',
        '补充。',
        '二、乙。',
        '此复。',
      ),
    );
    expect(read.map(({ article, words }) => [article, words])).toEqual([
      ['第1段', '某高级人民法院：\n你院请示收悉。批复如下：'],
      ['第2段', '一、甲。\n补充。'],
      ['第3段', '二、乙。\n此复。'],
    ]);
  });

  it('keeps a table of contents out of the headings', () => {
    const parsed = parseLaw(
      law(
        '# 示例法',
        '目 录',
        '第一章 总则',
        '第二章 附则',
        '第一章 总则',
        '第一条 甲。',
        '第二章 附则',
        '第二条 乙。',
      ),
      { file: 'a.txt' },
    );
    expect(parsed.headings).toEqual(['第一章 总则', '第二章 附则']);
    expect(parsed.preamble).toContain('目 录');
    expect(parsed.provisions.map(({ path }) => path)).toEqual([['第一章 总则'], ['第二章 附则']]);
  });

  it('joins a heading and a promulgation line that the file broke', () => {
    const parsed = parseLaw(
      law(
        '# 示例法',
        '2019年3月15日 第十三届全国人民代表大会第二次',
        '<!-- INFO END -->',
        '会议通过）',
        '## 第一章 甲、乙的',
        '丙和丁',
        '第一条 戊。',
      ),
      { file: '示例法(2019-03-15).md' },
    );
    expect(parsed.history.at(-1)).toBe('会议通过）');
    expect(parsed.preamble).toBe('');
    expect(parsed.headings).toEqual(['第一章 甲、乙的丙和丁']);
  });

  it('prefers front matter to anything it could guess', () => {
    const parsed = parseLaw(
      `---\ntitle: 某省示例条例\nlevel: 地方性法规\nissuer: 某省人民代表大会常务委员会\npromulgated: 2020-01-01\neffective: 2020-03-01\nrepealed: 2024-01-01\nsupersedes: [某省旧条例]\nsource: https://example.org\n---\n# 别的标题\n\n第一条 甲。`,
      { file: '行政法规/x(2019-01-01).md' },
    );
    expect(parsed).toMatchObject({
      title: '某省示例条例',
      level: 'local-regulation',
      levelSource: 'front-matter',
      issuer: '某省人民代表大会常务委员会',
      promulgated: { day: '2020-01-01', source: 'front-matter' },
      effectiveFrom: { day: '2020-03-01', source: 'front-matter' },
      statedEffectiveTo: { day: '2024-01-01', source: 'front-matter' },
      supersedes: ['某省旧条例'],
      source: 'https://example.org',
    });
  });
});
