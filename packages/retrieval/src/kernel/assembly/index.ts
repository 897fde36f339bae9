/**
 * The sums that a search spends its time on, in 128-bit registers. They are of doubles, so that ranking sees the numbers that
 * plain loops would give. Addresses are in bytes; the host lays everything out from `free` on.
 */

export const free: usize = (__heap_base + 63) & ~63;

/** Dot products of a vector (float64) with rows of int8, each times its scale (float32); gives float64. */
export function dotInt8(rows: usize, scales: usize, count: i32, dimensions: i32, vector: usize, target: usize): void {
  const whole = dimensions & ~7;
  for (let n = 0; n < count; n++) {
    const row = rows + <usize>n * dimensions;
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (let d = 0; d < whole; d += 8) {
      const eight = v128.load_ext<i8>(row + <usize>d);
      const at = vector + ((<usize>d) << 3);
      const first = i32x4.extend_low_i16x8_s(eight);
      const second = i32x4.extend_high_i16x8_s(eight);
      low = f64x2.add(low, f64x2.mul(f64x2.convert_low_i32x4_s(first), v128.load(at)));
      high = f64x2.add(high, f64x2.mul(f64x2.convert_low_i32x4_s(upper(first)), v128.load(at, 16)));
      low = f64x2.add(low, f64x2.mul(f64x2.convert_low_i32x4_s(second), v128.load(at, 32)));
      high = f64x2.add(high, f64x2.mul(f64x2.convert_low_i32x4_s(upper(second)), v128.load(at, 48)));
    }
    let rest: f64 = 0;
    for (let d = whole; d < dimensions; d++)
      rest += <f64>load<i8>(row + <usize>d) * load<f64>(vector + ((<usize>d) << 3));
    const sum = f64x2.extract_lane(low, 0) + rest + f64x2.extract_lane(low, 1);
    const scale = <f64>load<f32>(scales + ((<usize>n) << 2));
    store<f64>(target + ((<usize>n) << 3), (sum + f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1)) * scale);
  }
}

/** Dot products of a vector (float64) with rows of float32; gives float64. */
export function dotFloat32(rows: usize, count: i32, dimensions: i32, vector: usize, target: usize): void {
  const whole = dimensions & ~3;
  for (let n = 0; n < count; n++) {
    const row = rows + ((<usize>(n * dimensions)) << 2);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (let d = 0; d < whole; d += 4) {
      const four = v128.load(row + ((<usize>d) << 2));
      const at = vector + ((<usize>d) << 3);
      low = f64x2.add(low, f64x2.mul(f64x2.promote_low_f32x4(four), v128.load(at)));
      high = f64x2.add(high, f64x2.mul(f64x2.promote_low_f32x4(upper(four)), v128.load(at, 16)));
    }
    let rest: f64 = 0;
    for (let d = whole; d < dimensions; d++)
      rest += <f64>load<f32>(row + ((<usize>d) << 2)) * load<f64>(vector + ((<usize>d) << 3));
    const sum = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1) + rest;
    store<f64>(target + ((<usize>n) << 3), sum + f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1));
  }
}

/**
 * One layer of a net for blocks of four rows: number i of row r of a block lies at `i × 4 + r`, in and out (float64).
 * target[j] = sum where that is above zero, else leak × sum, with sum = bias[j] + Σ weights[j, i] × input[i].
 */
export function layer(
  input: usize,
  blocks: i32,
  inputs: i32,
  weights: usize,
  bias: usize,
  outputs: i32,
  leak: f64,
  target: usize,
): void {
  const line = (<usize>inputs) << 3;
  for (let block = 0; block < blocks; block++) {
    const from = input + <usize>block * (line << 2);
    let to = target + ((<usize>(block * outputs)) << 5);
    let j = 0;
    for (; j + 2 <= outputs; j += 2, to += 64) {
      const w0 = weights + <usize>j * line;
      const w1 = w0 + line;
      let a0 = v128.load64_splat(bias + ((<usize>j) << 3));
      let a1 = a0;
      let b0 = v128.load64_splat(bias + ((<usize>j) << 3), 8);
      let b1 = b0;
      for (let i: usize = 0; i < line; i += 8) {
        const x0 = v128.load(from + (i << 2));
        const x1 = v128.load(from + (i << 2), 16);
        const a = v128.load64_splat(w0 + i);
        const b = v128.load64_splat(w1 + i);
        a0 = f64x2.add(a0, f64x2.mul(a, x0));
        a1 = f64x2.add(a1, f64x2.mul(a, x1));
        b0 = f64x2.add(b0, f64x2.mul(b, x0));
        b1 = f64x2.add(b1, f64x2.mul(b, x1));
      }
      v128.store(to, leaking(a0, leak));
      v128.store(to, leaking(a1, leak), 16);
      v128.store(to, leaking(b0, leak), 32);
      v128.store(to, leaking(b1, leak), 48);
    }
    for (; j < outputs; j++, to += 32) {
      const w0 = weights + <usize>j * line;
      let a0 = v128.load64_splat(bias + ((<usize>j) << 3));
      let a1 = a0;
      for (let i: usize = 0; i < line; i += 8) {
        const a = v128.load64_splat(w0 + i);
        a0 = f64x2.add(a0, f64x2.mul(a, v128.load(from + (i << 2))));
        a1 = f64x2.add(a1, f64x2.mul(a, v128.load(from + (i << 2), 16)));
      }
      v128.store(to, leaking(a0, leak));
      v128.store(to, leaking(a1, leak), 16);
    }
  }
}

function upper(a: v128): v128 {
  return v128.shuffle<i32>(a, a, 2, 3, 2, 3);
}

function leaking(sum: v128, leak: f64): v128 {
  return v128.bitselect(sum, f64x2.mul(sum, f64x2.splat(leak)), f64x2.gt(sum, f64x2.splat(0)));
}
