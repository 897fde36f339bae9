import { openProducts } from './dot-products.ts';

/** Unit vectors of one length, each as int8 with the scale that brings it back: a quarter of the memory of float32. */
export interface VectorTable {
  dimensions: number;
  values: Int8Array;
  scales: Float32Array;
}

export function createVectorTable(dimensions: number, count: number): VectorTable {
  return { dimensions, values: new Int8Array(dimensions * count), scales: new Float32Array(count) };
}

/** Stores a vector, brought to length 1. All zeros stay zeros. */
export function setVector({ dimensions, values, scales }: VectorTable, place: number, vector: ArrayLike<number>): void {
  if (vector.length !== dimensions)
    throw new Error(`a vector of ${vector.length} numbers where ${dimensions} were due`);
  let largest = 0;
  for (let d = 0; d < dimensions; d += 1) largest = Math.max(largest, Math.abs(vector[d] ?? 0));
  const from = place * dimensions;
  let square = 0;
  for (let d = 0; d < dimensions; d += 1) {
    const value = largest === 0 ? 0 : Math.round(((vector[d] ?? 0) / largest) * 127);
    values[from + d] = value;
    square += value * value;
  }
  scales[place] = square === 0 ? 0 : 1 / Math.sqrt(square);
}

export function getVector({ dimensions, values, scales }: VectorTable, place: number): number[] {
  const scale = scales[place] ?? 0;
  return Array.from(values.subarray(place * dimensions, (place + 1) * dimensions), (value) => value * scale);
}

/** Cosine of a unit vector and the one at `place`, −1…1. */
export function cosineAt({ dimensions, values, scales }: VectorTable, place: number, vector: Float32Array): number {
  const from = place * dimensions;
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) sum += (values[from + d] ?? 0) * (vector[d] ?? 0);
  return sum * (scales[place] ?? 0);
}

/** Cosine of a unit vector with every one of the table (float32, −1…1). */
export function allCosines(table: VectorTable, unit: Float32Array): Float32Array {
  const { dimensions, values, scales } = table;
  const cosines = new Float32Array(scales.length);
  if (cosines.length === 0) return cosines;
  const products = openProducts(dimensions, unit);
  for (let place = 0; place < scales.length; place += products.block) {
    const end = Math.min(place + products.block, scales.length);
    products.bytes.set(values.subarray(place * dimensions, end * dimensions));
    products.scales.set(scales.subarray(place, end));
    cosines.set(products.ofBytes(end - place), place);
  }
  return cosines;
}

/** Cosines of a unit vector with those at `places`, in their order (float64, −1…1). */
export function cosinesAt(table: VectorTable, places: ArrayLike<number>, unit: Float32Array): Float64Array {
  const { dimensions, values, scales } = table;
  const cosines = new Float64Array(places.length);
  if (cosines.length === 0) return cosines;
  const products = openProducts(dimensions, unit);
  for (let from = 0; from < places.length; from += products.block) {
    const count = Math.min(products.block, places.length - from);
    for (let i = 0; i < count; i += 1) {
      const place = places[from + i] ?? 0;
      products.bytes.set(values.subarray(place * dimensions, (place + 1) * dimensions), i * dimensions);
      products.scales[i] = scales[place] ?? 0;
    }
    cosines.set(products.ofBytes(count), from);
  }
  return cosines;
}

/** A vector of length 1, or zeros. */
export function toUnit(vector: ArrayLike<number>): Float32Array {
  const unit = Float32Array.from(vector);
  let square = 0;
  for (const value of unit) square += value * value;
  return square === 0 ? unit : unit.map((value) => value / Math.sqrt(square));
}
