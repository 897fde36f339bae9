import { createRandom } from '@lutai/embedder/train';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../src/ranking/features.ts';
import { createRanking } from '../src/ranking/ranker.ts';
import type { Example } from './collect-examples.ts';
import { createNetTrainer } from './net-trainer.ts';
import { type RankerRecipe, rankerRecipe } from './ranker-recipe.ts';
import { rankingLoss } from './ranking-loss.ts';
import { trainRanker } from './train-ranker.ts';

const recipe: RankerRecipe = { ...rankerRecipe, nets: 1, hidden1: 6, hidden2: 4, epochs: 40, batch: 4 };

/** Questions whose right candidates have the higher third feature; all others are noise. */
function easyExamples(count: number): Example[] {
  const random = createRandom(5);
  return Array.from({ length: count }, () => {
    const features = Float32Array.from({ length: 8 * FEATURES }, () => random() - 0.5);
    for (let row = 0; row < 8; row += 1) features[row * FEATURES + 2] = (row < 2 ? 1 : 0) + random() * 0.5;
    return { right: 2, standsFor: new Float32Array(8).fill(1), features };
  });
}

describe('the loss of a ranking', () => {
  const example = { right: 2, standsFor: Float32Array.of(1, 1, 1, 3, 1) };
  const tail = { share: 0.4, temperature: 3 };

  it('has the gradient that it says', () => {
    const scores = Float64Array.of(0.3, -0.2, 0.9, 0.1, -1);
    const { pull } = rankingLoss(scores, example, tail);
    for (const [r, expected] of pull.entries()) {
      const moved = (by: number) =>
        rankingLoss(
          scores.map((score, i) => score + (i === r ? by : 0)),
          example,
          tail,
        ).loss;
      expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(expected, 7);
    }
  });

  it('counts a candidate as often as it stands for others', () => {
    const once = rankingLoss(Float64Array.of(1, 0, 0, 0), { right: 1, standsFor: new Float32Array(4).fill(1) }, tail);
    const thrice = rankingLoss(Float64Array.of(1, 0), { right: 1, standsFor: Float32Array.of(1, 3) }, tail);
    expect(thrice.loss).toBeCloseTo(once.loss, 12);
  });
});

describe('a net that learns to rank', () => {
  it('follows the gradient of the loss by each of its weights', () => {
    const examples = easyExamples(recipe.batch);
    const trainer = createNetTrainer(recipe, 3);
    trainer.learn(examples);
    const gradients = trainer.gradients.map((gradient) => gradient.slice());
    for (const [layer, weights] of trainer.layers.entries()) {
      for (const at of [0, Math.floor(weights.length / 2), weights.length - 1]) {
        const before = weights[at] ?? 0;
        const moved = (by: number) => {
          weights[at] = before + by;
          return trainer.learn(examples);
        };
        const difference = (moved(1e-6) - moved(-1e-6)) / 2e-6;
        weights[at] = before;
        expect(difference).toBeCloseTo(gradients[layer]?.[at] ?? Number.NaN, 5);
      }
    }
  });

  it('puts right candidates first where one feature tells them', async () => {
    const rank = createRanking(await trainRanker(easyExamples(60), 'm', recipe));
    for (const { right, features } of easyExamples(80).slice(60)) {
      const scores = rank(features);
      expect(Math.min(...scores.subarray(0, right))).toBeGreaterThan(Math.max(...scores.subarray(right)));
    }
  });

  it('gives the same numbers again, and others with another seed', async () => {
    const examples = easyExamples(20);
    const first = await trainRanker(examples, 'm', recipe);
    expect(await trainRanker(examples, 'm', recipe)).toEqual(first);
    expect((await trainRanker(examples, 'm', { ...recipe, seed: 1 })).nets).not.toEqual(first.nets);
  });

  it('does not look at a feature that is left out', async () => {
    const { nets } = await trainRanker(easyExamples(20), 'm', recipe, { leaveOut: [2] });
    const ofThird = nets.flatMap(({ weights1 }) => weights1.filter((_, i) => i % FEATURES === 2));
    expect(ofThird).toEqual(ofThird.map(() => 0));
  });
});
