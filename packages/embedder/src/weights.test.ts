import { describe, expect, it } from 'vitest';
import { decodeWeights, encodeWeights, quantise } from './weights.ts';

const features = ['工资', '#工资', 'app'];
const vectors = Float32Array.from([1, -0.5, 0.25, 0, 0, 0, 0, 0, 0.001, 0.002, -0.003, 0.004]);
const idf = Float32Array.from([1, 2, 3]);
const weights = { dimensions: 4, features, ...quantise(vectors, idf, 4) };

describe('the weights file', () => {
  it('comes back as it was written', () => {
    expect(decodeWeights(encodeWeights(weights))).toEqual(weights);
  });

  it('keeps each vector times its idf to within half a step', () => {
    for (const [feature, scale] of weights.scales.entries()) {
      for (let d = 0; d < 4; d += 1) {
        const kept = (weights.vectors[feature * 4 + d] ?? 0) * scale;
        const meant = (vectors[feature * 4 + d] ?? 0) * (idf[feature] ?? 0);
        expect(Math.abs(kept - meant)).toBeLessThanOrEqual(scale / 2 + 1e-7);
      }
    }
  });

  it('is refused when cut short or of another kind', () => {
    const file = encodeWeights(weights);
    expect(() => decodeWeights(file.subarray(0, file.length - 8))).toThrow('cut short');
    expect(() => decodeWeights(Buffer.from('not weights at all'))).toThrow('not a file of embedder weights');
    expect(() => decodeWeights(Buffer.alloc(0))).toThrow('not a file of embedder weights');
  });
});
