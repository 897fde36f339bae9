import { neutral, pulls } from './memory';
import { lanes } from './vectors';

/** Below any similarity: a pair that does not count. */
const NEVER: f32 = -1e30;

/**
 * Similarities become gradients: each left text should be nearer to its own right text (left i, right i) than to the others
 * (InfoNCE). Gives the sum of the losses. Rows and columns beyond the `own` counts are padding and get 0.
 */
export function contrast(lefts: i32, rights: i32, ownLefts: i32, ownRights: i32, neutrals: i32, temperature: f32): f64 {
  for (let n = 0; n < neutrals; n++) store<f32>(pulls + ((<usize>load<u32>(neutral + ((<usize>n) << 2))) << 2), NEVER);
  const line = (<usize>rights) << 2;
  const scale: f32 = <f32>1 / (temperature * <f32>ownLefts);
  let loss: f64 = 0;
  for (let i = 0; i < ownLefts; i++) {
    const row = pulls + <usize>i * line;
    for (let j = ownRights; j < rights; j++) store<f32>(row + ((<usize>j) << 2), NEVER);
    const total = exponentials(row, line, temperature);
    const own = row + ((<usize>i) << 2);
    loss -= NativeMath.log(<f64>load<f32>(own) / total + 1e-30);
    const share = f32x4.splat(<f32>(<f64>scale / total));
    for (let at: usize = 0; at < line; at += 16) v128.store(row + at, f32x4.mul(share, v128.load(row + at)));
    store<f32>(own, load<f32>(own) - scale);
  }
  memory.fill(pulls + <usize>ownLefts * line, 0, <usize>(lefts - ownLefts) * line);
  return loss;
}

/** e^((similarity − 1) / temperature) in place, and their sum. A cosine is at most 1: nothing overflows. */
function exponentials(row: usize, bytes: usize, temperature: f32): f64 {
  const one = f32x4.splat(1);
  const steepness = f32x4.splat(<f32>1 / temperature);
  let total = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const e = exponential(f32x4.mul(f32x4.sub(v128.load(row + at), one), steepness));
    v128.store(row + at, e);
    total = f32x4.add(total, e);
  }
  return <f64>lanes(total);
}

/**
 * e^x for x ≤ 1: 2^n × e^r with |r| ≤ ln 2 / 2, e^r by its series to the sixth power (error below 2 units in the last place);
 * 0 below −87, where float32 ends.
 */
function exponential(x: v128): v128 {
  const low = f32x4.splat(-87);
  const within = f32x4.ge(x, low);
  const y = f32x4.max(x, low);
  const n = f32x4.nearest(f32x4.mul(y, f32x4.splat(<f32>Math.LOG2E)));
  let r = f32x4.sub(y, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let series = f32x4.splat(1 / 720.0);
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1 / 120.0));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1 / 24.0));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1 / 6.0));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(0.5));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1));
  series = f32x4.add(f32x4.mul(series, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.and(f32x4.mul(series, power), within);
}
