import { expect, it } from 'vitest';
import { createVectorRows } from './vector-rows.ts';

const vector = (seed: number) => Float32Array.from({ length: 10 }, (_, d) => Math.sin(seed * 31 + d));
const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);

it('multiplies with every row, more than one block of them, after rows have come and gone', () => {
  const rows = createVectorRows();
  const kept: Float32Array[] = [];
  for (let seed = 0; seed < 700; seed += 1) {
    rows.push(vector(seed));
    kept.push(vector(seed));
    if (seed % 3 !== 0) continue;
    const gone = (seed * 7) % kept.length;
    rows.remove(gone);
    kept.splice(gone, 1);
  }
  const question = vector(9999);
  expect(rows.size).toBe(kept.length);
  expect([...rows.products(question)]).toEqual(kept.map((row) => expect.closeTo(product(row, question), 10)));
});

it('has no products without rows, and takes vectors of one length', () => {
  const rows = createVectorRows();
  expect(rows.products(vector(1))).toHaveLength(0);
  rows.push(vector(1));
  expect(() => rows.push(new Float32Array(3))).toThrow('a vector of 3 numbers beside others of 10');
});
