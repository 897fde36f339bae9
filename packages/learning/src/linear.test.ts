import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinear } from './create-linear.ts';
import { toUnitLength } from './features.ts';
import { fitLinear } from './fit-linear.ts';
import { cellOf, hashOf } from './hashed-cells.ts';
import { weightsSchemaFor } from './linear-weights.ts';

const cells = 256;
const read = (words: string) => toUnitLength(new Map(words.split(' ').map((word) => [cellOf(hashOf(word), cells), 1])));
const options = { classes: ['fruit', 'tool'], cells, epochs: 30, rate: 1, decay: 1e-6, seed: 3 };
const examples = [
  ...['apple pear', 'pear plum', 'plum apple'].map((words) => ({ features: read(words), label: 0 })),
  ...['hammer saw', 'saw drill'].map((words) => ({ features: read(words), label: 1 })),
];

describe('a linear model', () => {
  const weights = fitLinear(examples, options);
  const model = createLinear(weights);

  it('tells the classes of words that it has seen in other company', () => {
    expect(model(read('plum pear apple'))[0]).toBeGreaterThan(0.8);
    expect(model(read('drill hammer'))[1]).toBeGreaterThan(0.8);
  });

  it('is the same from the same examples, and another from another seed', () => {
    expect(fitLinear(examples, options)).toEqual(weights);
    expect(fitLinear(examples, { ...options, seed: 4 })).not.toEqual(weights);
  });

  it('gives shares that sum to 1 for whatever features', () => {
    const features = fc.array(fc.tuple(fc.nat(cells - 1), fc.float({ noNaN: true, min: -50, max: 50 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(features, (some) => {
        const shares = model(some);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('refuses weights of another size, and a file with other classes', () => {
    expect(() => createLinear({ ...weights, weights: 'AAAA' })).toThrow(/weights have 3/u);
    expect(weightsSchemaFor(['fruit', 'tool'], cells).safeParse(weights).success).toBe(true);
    expect(weightsSchemaFor(['fruit', 'beast'], cells).safeParse(weights).success).toBe(false);
  });
});
