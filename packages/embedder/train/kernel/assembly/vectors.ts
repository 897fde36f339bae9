import { vectorBytes } from './memory';

/** Sums of float32 in 128-bit registers: always in one order, so that every machine gives the same bits. */

export function dot(a: usize, b: usize): f32 {
  const bytes = vectorBytes;
  let even = f32x4.splat(0);
  let odd = even;
  for (let d: usize = 0; d < bytes; d += 32) {
    even = f32x4.add(even, f32x4.mul(v128.load(a + d), v128.load(b + d)));
    odd = f32x4.add(odd, f32x4.mul(v128.load(a + d, 16), v128.load(b + d, 16)));
  }
  return lanes(f32x4.add(even, odd));
}

export function clear(target: usize): void {
  const bytes = vectorBytes;
  for (let d: usize = 0; d < bytes; d += 16) v128.store(target + d, f32x4.splat(0));
}

export function lanes(a: v128): f32 {
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3));
}

/** target += Σ scale × row for the places from … to; four rows at once, so that the target is seldom written. */
export function addRows(target: usize, rows: usize, numbers: usize, scales: usize, from: u32, to: u32): void {
  const bytes = vectorBytes;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const n = numbers + ((<usize>at) << 2);
    const s = scales + ((<usize>at) << 2);
    const a = rows + <usize>load<u32>(n) * bytes;
    const b = rows + <usize>load<u32>(n, 4) * bytes;
    const c = rows + <usize>load<u32>(n, 8) * bytes;
    const e = rows + <usize>load<u32>(n, 12) * bytes;
    const wa = v128.load32_splat(s);
    const wb = v128.load32_splat(s, 4);
    const wc = v128.load32_splat(s, 8);
    const we = v128.load32_splat(s, 12);
    for (let d: usize = 0; d < bytes; d += 16) {
      const ab = f32x4.add(f32x4.mul(wa, v128.load(a + d)), f32x4.mul(wb, v128.load(b + d)));
      const ce = f32x4.add(f32x4.mul(wc, v128.load(c + d)), f32x4.mul(we, v128.load(e + d)));
      v128.store(target + d, f32x4.add(v128.load(target + d), f32x4.add(ab, ce)));
    }
  }
  for (; at < to; at++)
    addScaled(
      target,
      load<f32>(scales + ((<usize>at) << 2)),
      rows + <usize>load<u32>(numbers + ((<usize>at) << 2)) * bytes,
    );
}

export function addScaled(target: usize, scale: f32, source: usize): void {
  const bytes = vectorBytes;
  const factor = f32x4.splat(scale);
  for (let d: usize = 0; d < bytes; d += 16)
    v128.store(target + d, f32x4.add(v128.load(target + d), f32x4.mul(factor, v128.load(source + d))));
}

export function scaleBy(target: usize, scale: f32): void {
  const bytes = vectorBytes;
  const factor = f32x4.splat(scale);
  for (let d: usize = 0; d < bytes; d += 16) v128.store(target + d, f32x4.mul(factor, v128.load(target + d)));
}

/** target[i, j] = a[i] · b[j]; the counts are multiples of 4 and 2. Eight sums at once: loading is what takes time. */
export function dotAll(target: usize, a: usize, aCount: i32, b: usize, bCount: i32): void {
  const bytes = vectorBytes;
  const line = (<usize>bCount) << 2;
  for (let i = 0; i < aCount; i += 4) {
    const a0 = a + <usize>i * bytes;
    const a1 = a0 + bytes;
    const a2 = a1 + bytes;
    const a3 = a2 + bytes;
    for (let j = 0; j < bCount; j += 2) {
      const b0 = b + <usize>j * bytes;
      const b1 = b0 + bytes;
      let s00 = f32x4.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      for (let d: usize = 0; d < bytes; d += 16) {
        const x = v128.load(b0 + d);
        const y = v128.load(b1 + d);
        let u = v128.load(a0 + d);
        s00 = f32x4.add(s00, f32x4.mul(u, x));
        s01 = f32x4.add(s01, f32x4.mul(u, y));
        u = v128.load(a1 + d);
        s10 = f32x4.add(s10, f32x4.mul(u, x));
        s11 = f32x4.add(s11, f32x4.mul(u, y));
        u = v128.load(a2 + d);
        s20 = f32x4.add(s20, f32x4.mul(u, x));
        s21 = f32x4.add(s21, f32x4.mul(u, y));
        u = v128.load(a3 + d);
        s30 = f32x4.add(s30, f32x4.mul(u, x));
        s31 = f32x4.add(s31, f32x4.mul(u, y));
      }
      const at = target + <usize>i * line + ((<usize>j) << 2);
      store<f32>(at, lanes(s00));
      store<f32>(at, lanes(s01), 4);
      store<f32>(at + line, lanes(s10));
      store<f32>(at + line, lanes(s11), 4);
      store<f32>(at + line * 2, lanes(s20));
      store<f32>(at + line * 2, lanes(s21), 4);
      store<f32>(at + line * 3, lanes(s30));
      store<f32>(at + line * 3, lanes(s31), 4);
    }
  }
}

/** How many rows of `b` are worked through at a time: they fit the first-level cache. */
const BLOCK: i32 = 32;

/**
 * target[i] += Σ factor[i, j] × b[j]; i a multiple of 4. Factor (i, j) lies at `factors + i × iStep + j × jStep`: the same
 * numbers serve read by row and by column.
 */
export function addProducts(
  target: usize,
  count: i32,
  factors: usize,
  iStep: usize,
  jStep: usize,
  b: usize,
  bCount: i32,
): void {
  const bytes = vectorBytes;
  for (let block = 0; block < bCount; block += BLOCK) {
    const rows = min(BLOCK, bCount - block);
    for (let i = 0; i < count; i += 4) {
      const factor = factors + <usize>i * iStep + <usize>block * jStep;
      const t0 = target + <usize>i * bytes;
      for (let d: usize = 0; d < bytes; d += 32)
        addProductsOfPart(t0 + d, factor, iStep, jStep, b + <usize>block * bytes + d, rows);
    }
  }
}

/** Eight numbers of four targets. */

function addProductsOfPart(t0: usize, factors: usize, iStep: usize, jStep: usize, b: usize, rows: i32): void {
  const bytes = vectorBytes;
  const t1 = t0 + bytes;
  const t2 = t1 + bytes;
  const t3 = t2 + bytes;
  let s00 = v128.load(t0);
  let s01 = v128.load(t0, 16);
  let s10 = v128.load(t1);
  let s11 = v128.load(t1, 16);
  let s20 = v128.load(t2);
  let s21 = v128.load(t2, 16);
  let s30 = v128.load(t3);
  let s31 = v128.load(t3, 16);
  let row = b;
  let f = factors;
  for (let j = 0; j < rows; j++) {
    const x = v128.load(row);
    const y = v128.load(row, 16);
    let w = v128.load32_splat(f);
    s00 = f32x4.add(s00, f32x4.mul(w, x));
    s01 = f32x4.add(s01, f32x4.mul(w, y));
    w = v128.load32_splat(f + iStep);
    s10 = f32x4.add(s10, f32x4.mul(w, x));
    s11 = f32x4.add(s11, f32x4.mul(w, y));
    w = v128.load32_splat(f + iStep * 2);
    s20 = f32x4.add(s20, f32x4.mul(w, x));
    s21 = f32x4.add(s21, f32x4.mul(w, y));
    w = v128.load32_splat(f + iStep * 3);
    s30 = f32x4.add(s30, f32x4.mul(w, x));
    s31 = f32x4.add(s31, f32x4.mul(w, y));
    row += bytes;
    f += jStep;
  }
  v128.store(t0, s00);
  v128.store(t0, s01, 16);
  v128.store(t1, s10);
  v128.store(t1, s11, 16);
  v128.store(t2, s20);
  v128.store(t2, s21, 16);
  v128.store(t3, s30);
  v128.store(t3, s31, 16);
}
