import { describe, expect, it } from 'vitest';
import { readShippedRanker } from '../open-ranker.ts';
import { FEATURES, featureNames } from './features.ts';
import { CUT, createRanking, LEAK, type Ranker, type RankerNet } from './ranker.ts';

const wave = (seed: number) => Math.sin(seed * 12.9898) * 0.7 + Math.sin(seed * 78.233) * 0.3;
const numbers = (count: number, seed: number) => Array.from({ length: count }, (_, i) => wave(seed + i));
const net = (hidden1: number, hidden2: number, seed: number): RankerNet => ({
  weights1: numbers(hidden1 * FEATURES, seed),
  bias1: numbers(hidden1, seed + 0.1),
  weights2: numbers(hidden1 * hidden2, seed + 0.2),
  bias2: numbers(hidden2, seed + 0.3),
  weights3: numbers(hidden2, seed + 0.4),
});
const ranker: Ranker = {
  format: 1,
  modelId: 'test',
  features: [...featureNames],
  mean: numbers(FEATURES, 50),
  deviation: numbers(FEATURES, 60).map((value) => 0.5 + Math.abs(value)),
  nets: [net(5, 3, 1), net(8, 4, 2)],
};

/** The score of one row by its formula. */
function plainScore({ mean, deviation, nets }: Ranker, row: readonly number[]): number {
  const input = row.map((value, f) => Math.max(-CUT, Math.min(CUT, (value - (mean[f] ?? 0)) / (deviation[f] ?? 1))));
  const layer = (values: readonly number[], weights: readonly number[], bias: readonly number[]) =>
    bias.map((start, j) => {
      const sum = values.reduce((total, value, i) => total + value * (weights[j * values.length + i] ?? 0), start);
      return sum > 0 ? sum : LEAK * sum;
    });
  const scores = nets.map(({ weights1, bias1, weights2, bias2, weights3 }) =>
    layer(layer(input, weights1, bias1), weights2, bias2).reduce(
      (sum, value, j) => sum + value * (weights3[j] ?? 0),
      0,
    ),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

describe('the ranking', () => {
  // 301: more rows than are evaluated at once, and a rest.
  it.each([0, 1, 4, 301])('gives each of %i candidates the mean of the nets, by their formula', (count) => {
    const rows = Array.from({ length: count }, (_, row) => [
      ...Float32Array.from(numbers(FEATURES, row * 7), (v) => v * 4),
    ]);
    const scores = createRanking(ranker)(Float32Array.from(rows.flat()));
    expect([...scores]).toEqual(rows.map((row) => expect.closeTo(plainScore(ranker, row), 10)));
  });

  it('gives the same scores whatever is ranked before and beside', () => {
    const rank = createRanking(ranker);
    const row = numbers(FEATURES, 3);
    const [alone] = rank(Float32Array.from(row));
    rank(Float32Array.from(numbers(FEATURES * 9, 4)));
    const [, beside] = rank(Float32Array.from([...numbers(FEATURES, 8), ...row]));
    expect(beside).toBe(alone);
  });

  it('cuts a feature far outside of what was trained on', () => {
    const rank = createRanking(ranker);
    const far = (times: number) => {
      const row = [...ranker.mean];
      row[0] = (ranker.mean[0] ?? 0) + times * CUT * (ranker.deviation[0] ?? 1);
      return rank(Float32Array.from(row))[0];
    };
    expect(far(2)).toBe(far(50));
    expect(far(2)).not.toBe(far(0.5));
  });

  it('refuses weights that were trained on other features', () => {
    expect(() => createRanking({ ...ranker, features: featureNames.slice(1) })).toThrow('train it again');
  });

  it('has weights that ship, for the features there are', () => {
    const [score = Number.NaN] = createRanking(readShippedRanker())(new Float32Array(FEATURES));
    expect(Number.isFinite(score)).toBe(true);
  });
});
