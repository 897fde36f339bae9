import type { FeatureRows } from './vocabulary.ts';

/** One step's texts: row numbers of `texts`. Left i belongs to right i; further rights are negatives of all. */
export interface Batch {
  texts: FeatureRows;
  left: Int32Array;
  right: Int32Array;
  /** Whether right j, though not i's own, is right for i too and so no negative. */
  alsoRight: (i: number, j: number) => boolean;
  /** Which features are dropped in this step. */
  salt: number;
}

/** What the threads share. Each thread owns a range of the texts and, for the update, every n-th feature. */
export interface SharedState {
  dimensions: number;
  /** Feature vectors, one after the other. */
  vectors: Float32Array;
  /** Sum of squared gradients, one a feature (Adagrad by row). */
  squares: Float32Array;
  /** Unit vectors of the batch's texts, left ones first, and the gradients on them. */
  units: Float32Array;
  gradients: Float32Array;
  lengths: Float32Array;
  /** Softmax of left × right, then the gradient on each similarity. */
  pull: Float32Array;
  /** One sum of losses a thread. */
  loss: Float64Array;
}

export interface StepSettings {
  temperature: number;
  learningRate: number;
  /** Share of each text's features that is left out of a step, others each time: no single word may decide. */
  dropout: number;
}

export interface Thread {
  number: number;
  count: number;
  wait: () => void;
}

export function createSharedState(features: number, dimensions: number, maxTexts: number, threads: number) {
  const floats = (length: number) => new Float32Array(new SharedArrayBuffer(length * 4));
  return {
    dimensions,
    vectors: floats(features * dimensions),
    squares: floats(features),
    units: floats(maxTexts * dimensions),
    gradients: floats(maxTexts * dimensions),
    lengths: floats(maxTexts),
    pull: floats(Math.ceil((maxTexts * maxTexts) / 2)),
    loss: new Float64Array(new SharedArrayBuffer(threads * 8)),
  } satisfies SharedState;
}

const ADAGRAD_FLOOR = 1e-8;

/**
 * One step of contrastive learning (InfoNCE): each left text should be nearer to its own right text than to the other
 * rights. Called by every thread with the same batch; the result does not depend on how many they are, since every
 * number is summed by one thread in one order.
 */
export function createContrastiveStep(state: SharedState, thread: Thread) {
  const { dimensions: D } = state;
  const slotOf = new Int32Array(state.squares.length).fill(-1);
  let slots = new Float32Array(0);
  const share = (count: number): [number, number] => [
    Math.floor((count * thread.number) / thread.count),
    Math.floor((count * (thread.number + 1)) / thread.count),
  ];

  return (batch: Batch, settings: StepSettings): number => {
    const [L, R] = [batch.left.length, batch.right.length];
    const rows = new Int32Array(L + R);
    rows.set(batch.left);
    rows.set(batch.right, L);
    const kept = createDropout(settings.dropout, batch.salt);
    forward(state, batch.texts, rows, kept, ...share(L + R));
    thread.wait();
    state.loss[thread.number] = softmaxRows(state, batch, settings.temperature, ...share(L));
    thread.wait();
    for (const [side, own, other, [from, to]] of [
      [0, 0, L, share(L)],
      [1, L, 0, share(R)],
    ] as const) {
      for (let i = from; i < to; i += 1) {
        backwardOne(state, own + i, other, side === 0 ? R : L, side === 0 ? i * R : i, side === 0 ? 1 : R, D);
      }
    }
    thread.wait();
    const touched = gather(batch.texts, rows, kept);
    update(batch.texts, rows, kept, touched, settings.learningRate);
    thread.wait();
    let loss = 0;
    for (const part of state.loss) loss += part;
    return loss / L;
  };

  /** The features of the batch that this thread owns, each given a slot for its gradient. */
  function gather(texts: FeatureRows, rows: Int32Array, kept: Dropout): number[] {
    const touched: number[] = [];
    for (const row of rows) {
      for (let at = texts.start[row] ?? 0; at < (texts.start[row + 1] ?? 0); at += 1) {
        const feature = texts.feature[at] ?? 0;
        if (feature % thread.count !== thread.number || (slotOf[feature] ?? 0) >= 0 || !kept(at)) continue;
        slotOf[feature] = touched.length;
        touched.push(feature);
      }
    }
    if (slots.length < touched.length * D) slots = new Float32Array(touched.length * D * 1.5);
    slots.fill(0, 0, touched.length * D);
    return touched;
  }

  function update(texts: FeatureRows, rows: Int32Array, kept: Dropout, touched: number[], learningRate: number) {
    const { gradients, vectors, squares } = state;
    for (let t = 0; t < rows.length; t += 1) {
      const row = rows[t] ?? 0;
      const end = texts.start[row + 1] ?? 0;
      for (let at = texts.start[row] ?? 0; at < end; at += 1) {
        const feature = texts.feature[at] ?? 0;
        if (feature % thread.count !== thread.number || !kept(at)) continue;
        addScaled(slots, (slotOf[feature] ?? 0) * D, gradients, t * D, texts.weight[at] ?? 0, D);
      }
    }
    for (let slot = 0; slot < touched.length; slot += 1) {
      const feature = touched[slot] ?? 0;
      slotOf[feature] = -1;
      const square = dot(slots, slot * D, slots, slot * D, D) / D;
      squares[feature] = (squares[feature] ?? 0) + square;
      const rate = -learningRate / Math.sqrt((squares[feature] ?? 0) + ADAGRAD_FLOOR);
      addScaled(vectors, feature * D, slots, slot * D, rate, D);
    }
  }
}

type Dropout = (at: number) => boolean;

/** Decided by a hash of the place and the step, so that every thread drops the same ones and nothing is stored. */
function createDropout(share: number, salt: number): Dropout {
  const threshold = share * 4294967296;
  return (at) => {
    let mixed = Math.imul(at ^ salt, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0 >= threshold;
  };
}

function forward(state: SharedState, texts: FeatureRows, rows: Int32Array, kept: Dropout, from: number, to: number) {
  const { units, vectors, lengths, dimensions: D } = state;
  for (let t = from; t < to; t += 1) {
    const row = rows[t] ?? 0;
    units.fill(0, t * D, (t + 1) * D);
    const end = texts.start[row + 1] ?? 0;
    for (let at = texts.start[row] ?? 0; at < end; at += 1) {
      if (!kept(at)) continue;
      addScaled(units, t * D, vectors, (texts.feature[at] ?? 0) * D, texts.weight[at] ?? 0, D);
    }
    const length = Math.sqrt(dot(units, t * D, units, t * D, D)) + 1e-12;
    lengths[t] = length;
    for (let d = t * D; d < (t + 1) * D; d += 1) units[d] = (units[d] ?? 0) / length;
  }
}

/** Fills `pull` for left texts from … to; gives the sum of their losses. */
function softmaxRows(state: SharedState, batch: Batch, temperature: number, from: number, to: number): number {
  const { units, pull, dimensions: D } = state;
  const [L, R] = [batch.left.length, batch.right.length];
  let loss = 0;
  for (let i = from; i < to; i += 1) {
    const base = i * R;
    let sum = 0;
    dotRows(pull, base, units, i * D, L * D, R, D);
    for (let j = 0; j < R; j += 1) {
      const skipped = j !== i && batch.alsoRight(i, j);
      // A cosine is at most 1: this exponent never overflows.
      const e = skipped ? 0 : Math.exp(((pull[base + j] ?? 0) - 1) / temperature);
      pull[base + j] = e;
      sum += e;
    }
    const scale = 1 / (temperature * L);
    loss -= Math.log((pull[base + i] ?? 0) / sum + 1e-30);
    for (let j = 0; j < R; j += 1) pull[base + j] = ((pull[base + j] ?? 0) / sum) * scale;
    pull[base + i] = (pull[base + i] ?? 0) - scale;
  }
  return loss;
}

/** Gradient on one text before it was brought to length 1, from its row (or column) of `pull`. */
function backwardOne(state: SharedState, t: number, other: number, count: number, at: number, step: number, D: number) {
  const { units, gradients, lengths, pull } = state;
  gradients.fill(0, t * D, (t + 1) * D);
  for (let j = 0; j < count; j += 1) {
    const weight = pull[at + j * step] ?? 0;
    if (weight !== 0) addScaled(gradients, t * D, units, (other + j) * D, weight, D);
  }
  addScaled(gradients, t * D, units, t * D, -dot(gradients, t * D, units, t * D, D), D);
  const length = lengths[t] ?? 1;
  for (let d = t * D; d < (t + 1) * D; d += 1) gradients[d] = (gradients[d] ?? 0) / length;
}

/** target[a …] += scale · source[b …], `count` a multiple of 4. The casts to 0 cost nothing: the engine sees floats alone. */
function addScaled(target: Float32Array, a: number, source: Float32Array, b: number, scale: number, count: number) {
  for (let d = 0; d < count; d += 4) {
    target[a + d] = (target[a + d] ?? 0) + scale * (source[b + d] ?? 0);
    target[a + d + 1] = (target[a + d + 1] ?? 0) + scale * (source[b + d + 1] ?? 0);
    target[a + d + 2] = (target[a + d + 2] ?? 0) + scale * (source[b + d + 2] ?? 0);
    target[a + d + 3] = (target[a + d + 3] ?? 0) + scale * (source[b + d + 3] ?? 0);
  }
}

function dot(a: Float32Array, i: number, b: Float32Array, j: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let d = 0; d < count; d += 4) {
    s0 += (a[i + d] ?? 0) * (b[j + d] ?? 0);
    s1 += (a[i + d + 1] ?? 0) * (b[j + d + 1] ?? 0);
    s2 += (a[i + d + 2] ?? 0) * (b[j + d + 2] ?? 0);
    s3 += (a[i + d + 3] ?? 0) * (b[j + d + 3] ?? 0);
  }
  return s0 + s1 + s2 + s3;
}

/** target[t + r] = units[a …] · units[b + r · count …] for `rows` rows; four at once, since loading is what takes time. */
function dotRows(
  target: Float32Array,
  t: number,
  units: Float32Array,
  a: number,
  b: number,
  rows: number,
  count: number,
) {
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    const b0 = b + r * count;
    const b1 = b0 + count;
    const b2 = b1 + count;
    const b3 = b2 + count;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let d = 0; d < count; d += 1) {
      const x = units[a + d] ?? 0;
      s0 += x * (units[b0 + d] ?? 0);
      s1 += x * (units[b1 + d] ?? 0);
      s2 += x * (units[b2 + d] ?? 0);
      s3 += x * (units[b3 + d] ?? 0);
    }
    target[t + r] = s0;
    target[t + r + 1] = s1;
    target[t + r + 2] = s2;
    target[t + r + 3] = s3;
  }
  for (; r < rows; r += 1) target[t + r] = dot(units, a, units, b + r * count, count);
}
