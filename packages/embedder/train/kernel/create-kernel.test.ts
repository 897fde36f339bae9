import { beforeAll, describe, expect, it } from 'vitest';
import type { FeatureRows } from '../feature-rows.ts';
import { createRandom } from '../random.ts';
import { compileKernel } from './compile-kernel.ts';
import { type Batch, createKernel, type Kernel, type StepSettings } from './create-kernel.ts';

const [FEATURES, DIMENSIONS, ROWS] = [12, 8, 11];
const random = createRandom(5);
const rows = someRows();
const initial = Float32Array.from({ length: FEATURES * DIMENSIONS }, () => random() - 0.5);
const batch: Batch = {
  left: Int32Array.of(0, 1, 2),
  right: Int32Array.of(5, 6, 7, 8, 9),
  // For left 0 right 1 is right too, for left 2 right 4.
  neutral: [1, 2 * 5 + 4],
  salt: 99,
};
const settings: StepSettings = { temperature: 0.5, learningRate: 0.1, dropout: 0 };
let kernel: Kernel;

beforeAll(async () => {
  const sizes = { features: FEATURES, dimensions: DIMENSIONS, lefts: 3, rights: 7 };
  kernel = await createKernel(await compileKernel(), [rows], sizes);
});

/** Row r has features r, r + 1, and r + 3, with various weights; feature 11 is in none but the last. */
function someRows(): FeatureRows {
  const feature = Array.from({ length: ROWS }, (_, r) => (r < ROWS - 1 ? [r % 11, (r + 1) % 11, (r + 3) % 11] : [11]));
  const start = [0];
  for (const own of feature) start.push((start.at(-1) ?? 0) + own.length);
  return {
    start: Int32Array.from(start),
    feature: Int32Array.from(feature.flat()),
    weight: Float32Array.from(feature.flat(), () => 0.5 + random()),
  };
}

function begin() {
  kernel.vectors.set(initial);
  kernel.squares.fill(0);
}

/** The loss of the batch by its formula, in double precision. */
function lossOf(vectors: Float64Array): number {
  const unit = (row: number) => {
    const sum = new Float64Array(DIMENSIONS);
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at += 1) {
      const from = (rows.feature[at] ?? 0) * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d += 1) {
        sum[d] = (sum[d] ?? 0) + (rows.weight[at] ?? 0) * (vectors[from + d] ?? 0);
      }
    }
    const length = Math.hypot(...sum);
    return sum.map((value) => value / length);
  };
  const lefts = [...batch.left].map(unit);
  const rights = [...batch.right].map(unit);
  const losses = lefts.map((left, i) => {
    const terms = rights.map((right, j) =>
      batch.neutral.includes(i * rights.length + j)
        ? 0
        : Math.exp(left.reduce((sum, value, d) => sum + value * (right[d] ?? 0), 0) / settings.temperature),
    );
    return -Math.log((terms[i] ?? 0) / terms.reduce((sum, term) => sum + term, 0));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / lefts.length;
}

describe('the training kernel', () => {
  it('gives the loss of its formula', () => {
    begin();
    expect(kernel.step(batch, settings)).toBeCloseTo(lossOf(Float64Array.from(initial)), 5);
  });

  it('moves each feature against the gradient, as finite differences have it', () => {
    begin();
    kernel.step(batch, settings);
    for (let feature = 0; feature < FEATURES; feature += 1) {
      const own = Array.from({ length: DIMENSIONS }, (_, d) => feature * DIMENSIONS + d);
      const expected = own.map((i) => {
        const [above, below] = [Float64Array.from(initial), Float64Array.from(initial)];
        above[i] = (above[i] ?? 0) + 1e-5;
        below[i] = (below[i] ?? 0) - 1e-5;
        return (lossOf(above) - lossOf(below)) / 2e-5;
      });
      // Adagrad's first step: the gradient over the root of its mean square.
      const meanSquare = expected.reduce((sum, value) => sum + value * value, 0) / DIMENSIONS;
      expect(kernel.squares[feature]).toBeCloseTo(meanSquare, 5);
      const rate = settings.learningRate / Math.sqrt(meanSquare + 1e-8);
      for (const [d, i] of own.entries()) {
        const moved = (kernel.vectors[i] ?? 0) - (initial[i] ?? 0);
        expect(moved).toBeCloseTo(-rate * (expected[d] ?? 0), 4);
      }
    }
  });

  it('gathers squares over steps and leaves features alone that no text has', () => {
    begin();
    kernel.step(batch, settings);
    const once = kernel.squares.slice();
    kernel.step(batch, settings);
    expect(kernel.squares.slice(0, 11).every((square, feature) => square > (once[feature] ?? 0))).toBe(true);
    expect(kernel.squares[11]).toBe(0);
    expect(kernel.vectors.slice(11 * DIMENSIONS)).toEqual(initial.slice(11 * DIMENSIONS));
  });

  it('drops other features in steps of another salt, the same ones for the same', () => {
    const after = (salt: number) => {
      begin();
      kernel.step({ ...batch, salt }, { ...settings, dropout: 0.5 });
      return kernel.vectors.slice();
    };
    expect(after(1)).toEqual(after(1));
    expect(after(1)).not.toEqual(after(2));
  });

  it('learns nothing from texts that have lost all their features', () => {
    begin();
    kernel.step(batch, { ...settings, dropout: 1 });
    expect(kernel.vectors.every(Number.isFinite)).toBe(true);
  });

  it('compares texts by cosine', () => {
    begin();
    const { line, cosines } = kernel.compare(Int32Array.of(0, 1), Int32Array.of(1, 0, 3));
    expect(cosines[1]).toBeCloseTo(1, 6);
    expect(cosines[line]).toBeCloseTo(1, 6);
    expect(cosines[0]).toBeCloseTo(cosines[line + 1] ?? 0, 6);
    expect(Math.abs(cosines[2] ?? 1)).toBeLessThan(1);
  });

  it('refuses dimensions that do not fill its registers', async () => {
    const sizes = { features: 2, dimensions: 12, lefts: 1, rights: 1 };
    await expect(createKernel(await compileKernel(), [rows], sizes)).rejects.toThrow('multiple of 8');
  });
});
