import { type Kernel, openKernel } from '../kernel/open-kernel.ts';

/** Dot products of one vector with rows that are written into the views, `block` of them at most. */
export interface Products {
  /** How many rows fit. */
  block: number;
  /** Rows of int8 and the scale of each. */
  bytes: Int8Array;
  scales: Float32Array;
  /** Rows of float32, in the same place as `bytes`. */
  floats: Float32Array;
  /** Products with the first `count` rows (float64); the view holds until the next call. */
  ofBytes(count: number): Float64Array;
  ofFloats(count: number): Float64Array;
}

/** So many rows stay in a processor's second-level cache between being written and being read. */
const BLOCK = 256;

/** One piece of memory for all: each use is over before the next begins, since nothing waits in between. */
let scratch: ReturnType<typeof createScratch> | null = null;

/** Throws where the vector is of another length than the rows. */
export function openProducts(dimensions: number, vector: Float32Array): Products {
  if (vector.length !== dimensions) {
    throw new Error(`a vector of ${vector.length} numbers where ${dimensions} were due`);
  }
  if (!scratch || scratch.dimensions < dimensions) scratch = createScratch(Math.max(dimensions, 256));
  const { kernel, at, views, targets } = scratch;
  views.vector.set(vector);
  return {
    block: BLOCK,
    ...views,
    ofBytes(count) {
      kernel.dotInt8(at.rows, at.scales, count, dimensions, at.vector, at.target);
      return targets.subarray(0, count);
    },
    ofFloats(count) {
      kernel.dotFloat32(at.rows, count, dimensions, at.vector, at.target);
      return targets.subarray(0, count);
    },
  };
}

function createScratch(dimensions: number) {
  const size = { vector: 8 * dimensions, target: 8 * BLOCK, scales: 4 * BLOCK, rows: 4 * BLOCK * dimensions };
  const kernel: Kernel = openKernel(size.vector + size.target + size.scales + size.rows);
  const vector = kernel.free.value;
  const target = vector + size.vector;
  const scales = target + size.target;
  const rows = scales + size.scales;
  const { buffer } = kernel.memory;
  return {
    dimensions,
    kernel,
    at: { vector, target, scales, rows },
    targets: new Float64Array(buffer, target, BLOCK),
    views: {
      vector: new Float64Array(buffer, vector, dimensions),
      scales: new Float32Array(buffer, scales, BLOCK),
      bytes: new Int8Array(buffer, rows, BLOCK * dimensions),
      floats: new Float32Array(buffer, rows, BLOCK * dimensions),
    },
  };
}
