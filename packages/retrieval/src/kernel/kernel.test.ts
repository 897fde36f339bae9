import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openProducts } from '../vectors/dot-products.ts';
import { allCosines, cosineAt, cosinesAt, createVectorTable, setVector, toUnit } from '../vectors/vector-table.ts';
import { compileKernel } from './compile-kernel.ts';
import { kernelFile } from './open-kernel.ts';

const wave = (seed: number) => Math.sin(seed * 12.9898) * 0.7 + Math.sin(seed * 78.233) * 0.3;
const vectorOf = (seed: number, dimensions: number) =>
  Array.from({ length: dimensions }, (_, d) => wave(seed * 1000 + d));

describe('the kernel that ships', () => {
  it('is what its source gives; kernel/build.ts writes it anew', async () => {
    expect(Buffer.compare(Buffer.from(await compileKernel()), readFileSync(kernelFile))).toBe(0);
  });

  // Lengths that fill the registers and lengths that leave a rest; more rows than one block takes.
  it.each([1, 3, 8, 20, 256, 300])('has the cosines of plain loops, of %i numbers each', (dimensions) => {
    const table = createVectorTable(dimensions, 600);
    for (let place = 0; place < 599; place += 1) setVector(table, place, vectorOf(place, dimensions));
    const unit = toUnit(vectorOf(7000, dimensions));
    const plain = Array.from({ length: 600 }, (_, place) => cosineAt(table, place, unit));
    expect([...allCosines(table, unit)]).toEqual(plain.map((cosine) => expect.closeTo(cosine, 6)));
    const places = [599, 3, 3, ...Array.from({ length: 400 }, (_, i) => (i * 37) % 600)];
    const some = cosinesAt(table, places, unit);
    expect([...some]).toEqual(places.map((place) => expect.closeTo(plain[place] ?? Number.NaN, 12)));
  });

  it.each([1, 6, 256, 301])('multiplies with rows of float32, %i numbers each', (dimensions) => {
    const rows = Array.from({ length: 5 }, (_, row) => Float32Array.from(vectorOf(row, dimensions)));
    const vector = Float32Array.from(vectorOf(9, dimensions));
    const products = openProducts(dimensions, vector);
    for (const [row, values] of rows.entries()) products.floats.set(values, row * dimensions);
    const plain = rows.map((row) => row.reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0));
    expect([...products.ofFloats(5)]).toEqual(plain.map((product) => expect.closeTo(product, 10)));
  });

  it('refuses a vector of another length, and finds nothing in an empty table', () => {
    expect(() => allCosines(createVectorTable(4, 2), new Float32Array(3))).toThrow('a vector of 3 numbers where 4');
    expect(allCosines(createVectorTable(0, 0), new Float32Array(3))).toHaveLength(0);
    expect(cosinesAt(createVectorTable(4, 2), [], new Float32Array(3))).toHaveLength(0);
  });
});
