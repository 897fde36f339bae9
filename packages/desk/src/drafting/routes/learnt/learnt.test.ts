import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { featuresOf } from './features.ts';
import { judgeLearntRoute } from './judge-learnt-route.ts';
import { createLearntRoutes, type LearntRoutes, learntClasses, loadLearntRoutes } from './learnt-routes.ts';
import { trainRoutes } from './train-routes.ts';

let learnt: LearntRoutes;
beforeAll(async () => {
  learnt = await loadLearntRoutes(join(import.meta.dirname, '../../../../../../corpus/routes'));
});

const lexicon = [{ name: 'weapon', words: /刀|斧/u }];

describe('the features of a text', () => {
  it('do not hang on width, case, digits, white space or the kind of punctuation', () => {
    const one = featuresOf('他拿刀 ABC，2024年！', lexicon);
    expect(featuresOf('他拿刀ａｂｃ,1999年。', lexicon)).toEqual(one);
  });

  it('have squares that sum to 1 and indexes in range, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const features = featuresOf(text, lexicon);
        expect(features.reduce((sum, [, value]) => sum + value * value, 0)).toBeCloseTo(1, 6);
        expect(features.every(([index]) => index >= 0 && index < 1 << 15)).toBe(true);
      }),
    );
  });

  it('tell a word of a class by one and the same feature', () => {
    const only = (text: string) => new Set(featuresOf(text, lexicon).map(([index]) => index));
    const shared = (one: string, other: string) => [...only(one)].filter((index) => only(other).has(index)).length;
    expect(shared('刀', '斧')).toBeGreaterThan(shared('刀', '书'));
  });
});

describe('what is learnt', () => {
  const examples = [
    ...['他拿刀在砸门', '他要杀我', '快救我'].map((text) => ({ text, route: 'danger' as const })),
    ...['押金不退', '加班费怎么算', '借条过期了吗'].map((text) => ({ text, route: 'answer' as const })),
  ];

  it('tells the examples apart, and the same examples give the same weights', () => {
    const weights = trainRoutes(examples, lexicon);
    expect(trainRoutes(examples, lexicon)).toEqual(weights);
    const small = createLearntRoutes(weights, lexicon);
    expect(small('他拿斧头要杀我').danger).toBeGreaterThan(small('押金不退').danger);
  });

  it('refuses weights of another size or of other classes', async () => {
    const weights = { ...trainRoutes(examples, lexicon), weights: 'AAAA' };
    expect(() => createLearntRoutes(weights, lexicon)).toThrow(/weights have 3/u);
    await expect(loadLearntRoutes('/nowhere')).rejects.toThrow(/nowhere/u);
  });

  it('gives shares that sum to 1 for any text, in time that grows with its length', () => {
    for (const text of ['', '。', '他'.repeat(100_000), 'a'.repeat(50_000)]) {
      const shares = learnt(text);
      expect(learntClasses.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(1, 6);
    }
  });

  it.each([
    ['danger', '他又在踹门了，手里有刀，我和孩子躲在卫生间'],
    ['harm', '怎么把房子悄悄转到我弟名下，让法院执行的时候查不到'],
    ['foreign-law', '我在洛杉矶租房，房东不退押金，按加州法律怎么办'],
    ['not-legal', '红烧肉怎么炖才不腻，要放多少冰糖'],
  ])('knows %s by words that no pattern has', (route, text) => {
    expect(judgeLearntRoute(learnt, [text])?.route).toBe(route);
  });

  it.each([
    ...['房东不退押金怎么办', '公司拖欠工资三个月了', '老公转移财产我该怎么办', '离婚孩子归谁'],
    ...['麻烦看一下这份租房合同写得公不公平', '帮我拟一份二手车转让协议', '押金这条怎么改对我稳当些'],
  ])('lets %s be answered', (text) => expect(judgeLearntRoute(learnt, [text])).toBeNull());

  it('finds a danger in the middle of a long story', () => {
    const story = `${'我们结婚十二年了，一直在镇上开小店，日子本来过得去。'.repeat(8)}他今晚又拿着菜刀说要砍死我和孩子，我躲在厕所。${'店里的账一直是我在管，房子写的他的名字。'.repeat(8)}`;
    expect(judgeLearntRoute(learnt, [story])).toMatchObject({ route: 'danger', now: true });
  });
});
