import { contrast } from './contrast';
import {
  batch,
  counts,
  entryTexts,
  entryWeights,
  featureCount,
  features,
  gradient,
  gradients,
  lengths,
  pulls,
  rowFeatures,
  rowStarts,
  rowWeights,
  squares,
  starts,
  touched,
  touchedStarts,
  units,
  vectorBytes,
  vectors,
  weights,
} from './memory';
import { addProducts, addRows, addScaled, clear, dot, dotAll, scaleBy } from './vectors';

export { batch, neutral, pulls, reserve, rowFeatures, rowStarts, rowWeights, squares, vectors } from './memory';

/**
 * One step of contrastive learning on the batch that the host has written. Texts 0 … `lefts` are the left ones, the others the
 * right ones; both counts are multiples of 4, and texts beyond `ownLefts` and `ownRights` are of an empty row. Gives the sum of
 * losses.
 */
export function step(
  lefts: i32,
  rights: i32,
  ownLefts: i32,
  ownRights: i32,
  neutrals: i32,
  dropped: u32,
  salt: u32,
  temperature: f32,
  learningRate: f32,
): f64 {
  const texts = lefts + rights;
  const left = gradients;
  const right = gradients + <usize>lefts * vectorBytes;
  const rightUnits = units + <usize>lefts * vectorBytes;
  gather(texts, dropped, salt);
  embed(texts);
  dotAll(pulls, units, lefts, rightUnits, rights);
  const loss = contrast(lefts, rights, ownLefts, ownRights, neutrals, temperature);
  memory.fill(gradients, 0, <usize>texts * vectorBytes);
  addProducts(left, lefts, pulls, (<usize>rights) << 2, 4, rightUnits, rights);
  addProducts(right, rights, pulls, 4, (<usize>rights) << 2, units, lefts);
  throughLengths(texts);
  update(byFeature(texts), learningRate);
  return loss;
}

/** Similarities of the batch's left texts with its right ones, into `pulls`. */
export function compare(lefts: i32, rights: i32): void {
  gather(lefts + rights, 0, 0);
  embed(lefts + rights);
  dotAll(pulls, units, lefts, units + <usize>lefts * vectorBytes, rights);
}

/** Copies the batch's rows together, without a share of their entries that is chosen by a hash of row, entry and salt. */
function gather(texts: i32, dropped: u32, salt: u32): void {
  let kept: u32 = 0;
  for (let t = 0; t < texts; t++) {
    store<u32>(starts + ((<usize>t) << 2), kept);
    const row = rowStarts + ((<usize>load<u32>(batch + ((<usize>t) << 2))) << 2);
    const end = load<u32>(row, 4);
    for (let at = load<u32>(row); at < end; at++) {
      let mixed: u32 = (at ^ salt) * 0x9e3779b1;
      mixed = (mixed ^ (mixed >> 15)) * 0x85ebca6b;
      if ((mixed ^ (mixed >> 13)) < dropped) continue;
      store<u32>(features + ((<usize>kept) << 2), load<u32>(rowFeatures + ((<usize>at) << 2)));
      store<f32>(weights + ((<usize>kept) << 2), load<f32>(rowWeights + ((<usize>at) << 2)));
      kept++;
    }
  }
  store<u32>(starts + ((<usize>texts) << 2), kept);
}

/** Sums the vectors of each text's features and brings the sum to length 1. */
function embed(texts: i32): void {
  for (let t = 0; t < texts; t++) {
    const unit = units + <usize>t * vectorBytes;
    const entries = starts + ((<usize>t) << 2);
    clear(unit);
    addRows(unit, vectors, features, weights, load<u32>(entries), load<u32>(entries, 4));
    const length = sqrt<f32>(dot(unit, unit)) + <f32>1e-12;
    store<f32>(lengths + ((<usize>t) << 2), length);
    scaleBy(unit, <f32>1 / length);
  }
}

/** From the gradients on the unit vectors to those on the sums before they were brought to length 1. */
function throughLengths(texts: i32): void {
  for (let t = 0; t < texts; t++) {
    const own = gradients + <usize>t * vectorBytes;
    const unit = units + <usize>t * vectorBytes;
    addScaled(own, -dot(own, unit), unit);
    scaleBy(own, <f32>1 / load<f32>(lengths + ((<usize>t) << 2)));
  }
}

/** Lists the batch's entries feature by feature, in the order of the features; gives the number of features. */
function byFeature(texts: i32): i32 {
  const entries = load<u32>(starts + ((<usize>texts) << 2));
  for (let at: u32 = 0; at < entries; at++) {
    const count = counts + ((<usize>load<u32>(features + ((<usize>at) << 2))) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  let found = 0;
  let next: u32 = 0;
  for (let feature = 0; feature < featureCount; feature++) {
    const count = counts + ((<usize>feature) << 2);
    const own = load<u32>(count);
    if (own === 0) continue;
    store<u32>(touched + ((<usize>found) << 2), feature);
    store<u32>(touchedStarts + ((<usize>found) << 2), next);
    store<u32>(count, next);
    next += own;
    found++;
  }
  store<u32>(touchedStarts + ((<usize>found) << 2), next);
  for (let t = 0; t < texts; t++) {
    const end = load<u32>(starts + ((<usize>t) << 2), 4);
    for (let at = load<u32>(starts + ((<usize>t) << 2)); at < end; at++) {
      const place = counts + ((<usize>load<u32>(features + ((<usize>at) << 2))) << 2);
      const free = load<u32>(place);
      store<u32>(place, free + 1);
      store<u32>(entryTexts + ((<usize>free) << 2), t);
      store<f32>(entryWeights + ((<usize>free) << 2), load<f32>(weights + ((<usize>at) << 2)));
    }
  }
  return found;
}

/** Adagrad with one sum a feature. */
function update(count: i32, learningRate: f32): void {
  for (let n = 0; n < count; n++) {
    const feature = <usize>load<u32>(touched + ((<usize>n) << 2));
    const entries = touchedStarts + ((<usize>n) << 2);
    store<u32>(counts + (feature << 2), 0);
    clear(gradient);
    addRows(gradient, gradients, entryTexts, entryWeights, load<u32>(entries), load<u32>(entries, 4));
    const square = squares + (feature << 2);
    const squared = load<f32>(square) + dot(gradient, gradient) / <f32>(vectorBytes >> 2);
    store<f32>(square, squared);
    addScaled(vectors + feature * vectorBytes, -learningRate / sqrt<f32>(squared + <f32>1e-8), gradient);
  }
}
