import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalCitations } from '../citation-text.ts';
import {
  abstainText,
  dangerText,
  harmText,
  judgeFoundRoute,
  judgeRoute,
  judgeSpokenRoute,
  loadRoutes,
  routeTexts,
} from './index.ts';
import type { RouteData } from './route-schema.ts';

const corpus = join(import.meta.dirname, '../../../../../corpus');
const laws = join(corpus, '../../shared/corpus/laws');
let data: RouteData;
beforeAll(async () => {
  data = await loadRoutes(join(corpus, 'catalogue/routes.yaml'));
});

const linesOf = (file: string): { text: string; expected?: string | null }[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const nameOf = (texts: string[]) => {
  const judged = judgeSpokenRoute(data, texts);
  if (judged === null) return null;
  return judged.route === judged.key ? judged.route : `${judged.route}/${judged.key}`;
};

describe('the route by words alone', () => {
  const sentences = linesOf(join(import.meta.dirname, 'sentences.jsonl'));

  it.each(sentences)('of «$text» is $expected', ({ text, expected }) => expect(nameOf([text])).toBe(expected));

  it('has been tried on sentences of every kind', () => {
    const count = (route: string) => sentences.filter(({ expected }) => (expected ?? 'none').startsWith(route)).length;
    expect(count('danger')).toBeGreaterThanOrEqual(50);
    expect(count('harm')).toBeGreaterThanOrEqual(50);
    expect(count('none')).toBeGreaterThanOrEqual(40);
    expect(count('foreign-law')).toBeGreaterThanOrEqual(30);
    expect(count('not-legal')).toBeGreaterThanOrEqual(30);
  });

  it.each([
    'lay-800',
    'business-and-courts',
    'counter-family-and-money',
    'family-and-harm',
    'crime-and-administration',
  ])('sends none of the legal questions of %s away', (file) => {
    const sent = linesOf(join(corpus, `questions/${file}.jsonl`)).flatMap(({ text }) => {
      const name = nameOf([text]);
      return name === null || name.startsWith('danger') ? [] : [`${name}: ${text}`];
    });
    expect(sent).toEqual([]);
  });

  it('finds in the 800 lay questions the eight people who are being threatened or beaten, and no others', () => {
    const found = linesOf(join(corpus, 'questions/lay-800.jsonl')).filter(({ text }) => nameOf([text]) !== null);
    expect(found.map(({ text }) => text.slice(0, 10))).toEqual([
      '女婿跟我们住，喝多了',
      '起诉离婚怕他转移存款',
      '我弟借了两万高利贷滚',
      '法院都下了保护令，他',
      '结婚六年了他一喝酒就',
      '前夫喝了酒拿刀在楼下',
      '保护令快到半年了，他',
      '2018年我把一辆五',
    ]);
  });

  it('remembers danger from an earlier message, and forgets a refused request', () => {
    expect(nameOf(['他正在砸门', '我该准备什么材料起诉离婚'])).toBe('danger/violence');
    expect(nameOf(['能帮我伪造一张借条吗', '那没有借条怎么起诉'])).toBeNull();
  });

  it('says for the staff why, with the words', () => {
    expect(judgeSpokenRoute(data, ['能帮我伪造一张借条吗'])?.because).toMatch(/伪造.*（“.+”）/u);
  });

  it('takes no noticeable time on a long text', () => {
    const before = process.cpuUsage();
    judgeSpokenRoute(data, ['我想把他打我'.repeat(4_000)]);
    expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
  });
});

describe('what is said', () => {
  it('names the emergency number in every danger, and the hotline that fits', () => {
    for (const { key } of data.danger) expect(dangerText(data, key)).toMatch(/\*\*110\*\*/u);
    expect(dangerText(data, 'self-harm')).toContain('12356');
    expect(dangerText(data, 'child')).toContain('12355');
    expect(dangerText(data, 'violence')).toMatch(/12338[\s\S]*12348/u);
    expect(dangerText(data, 'violence')).toContain('《中华人民共和国反家庭暴力法》第二十三条');
  });

  it('refuses each known kind of harm with a provision, and every kind with a lawful way', () => {
    expect(data.harm.length).toBeGreaterThanOrEqual(8);
    for (const { key } of data.harm) {
      const text = harmText(data, key);
      // What was only learnt from examples names no provision: which one would fit is not known.
      if (key !== 'other-wrong') expect(canonicalCitations(text).length).toBeGreaterThan(0);
      expect(text).toMatch(/不能帮[\s\S]*## 您可以怎么做\n\n1\. /u);
    }
  });

  it.skipIf(!existsSync(laws))('cites only provisions of the collection of laws (skipped without ../shared)', () => {
    const cited = [...new Set(routeTexts(data).flatMap(canonicalCitations))];
    const known = articlesOf(laws, cited);
    expect(cited.filter((citation) => !known.has(citation))).toEqual([]);
  });

  it('differs for foreign law, for what is not legal and for want of a basis, and cites nothing', () => {
    const texts = (['foreign-law', 'not-legal', 'no-basis'] as const).map((route) => abstainText(data, route));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(canonicalCitations(text)).toEqual([]);
  });

  it('throws on a key that is not there, and names those that are', () => {
    expect(() => dangerText(data, 'nothing')).toThrow(/nothing.*self-harm/u);
  });
});

describe('the route by what was found', () => {
  const found = { question: '公司不发工资能不能要赔偿', conversation: [], hits: [], nearest: 0.2, areaScore: 0 };

  it('is no basis where a legal question finds nothing, not legal where nothing legal was asked', () => {
    expect(judgeFoundRoute(found)).toMatchObject({ route: 'no-basis' });
    expect(judgeFoundRoute({ ...found, question: '我家的花开了真好看' })).toMatchObject({ route: 'not-legal' });
  });

  it('lets the words go first', () => {
    expect(judgeRoute(data, { ...found, question: '我不想活了' })).toMatchObject({ route: 'danger', key: 'self-harm' });
    expect(judgeRoute(data, found)).toMatchObject({ route: 'no-basis' });
  });
});

/** The articles of those laws that are cited, read without the parser so that the check stands by itself. */
function articlesOf(root: string, cited: string[]): Set<string> {
  const titles = new Set(cited.map((citation) => citation.slice(1, citation.indexOf('》'))));
  const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  const known = new Set<string>();
  for (const text of texts) {
    const title = /^# (.+)$/mu.exec(text)?.[1]?.trim() ?? '';
    if (!titles.has(title)) continue;
    for (const [, article] of text.matchAll(/^\s*(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)/gmu))
      known.add(`《${title}》${article}`);
  }
  return known;
}
