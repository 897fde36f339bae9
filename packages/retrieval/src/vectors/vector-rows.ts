import { openProducts } from './dot-products.ts';

/** Vectors that come and go, kept one after the other so that a question is multiplied with all of them at once. */
export interface VectorRows {
  readonly size: number;
  /** Throws where it is of another length than those before. */
  push(vector: Float32Array): void;
  /** Those behind it move up. */
  remove(row: number): void;
  /** Dot product of each row with a vector (float64). */
  products(vector: Float32Array): Float64Array;
}

export function createVectorRows(): VectorRows {
  let rows = new Float32Array(0);
  let dimensions = 0;
  let size = 0;
  return {
    get size() {
      return size;
    },
    push(vector) {
      if (size === 0) dimensions = vector.length;
      if (vector.length !== dimensions) {
        throw new Error(`a vector of ${vector.length} numbers beside others of ${dimensions}`);
      }
      const end = (size + 1) * dimensions;
      if (rows.length < end) {
        const grown = new Float32Array(2 * end);
        grown.set(rows);
        rows = grown;
      }
      rows.set(vector, end - dimensions);
      size += 1;
    },
    remove(row) {
      rows.copyWithin(row * dimensions, (row + 1) * dimensions, size * dimensions);
      size -= 1;
    },
    products(vector) {
      const all = new Float64Array(size);
      if (size === 0) return all;
      const products = openProducts(dimensions, vector);
      for (let from = 0; from < size; from += products.block) {
        const end = Math.min(from + products.block, size);
        products.floats.set(rows.subarray(from * dimensions, end * dimensions));
        all.set(products.ofFloats(end - from), from);
      }
      return all;
    },
  };
}
