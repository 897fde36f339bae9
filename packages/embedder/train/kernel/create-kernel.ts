import { type FeatureRows, longestRow } from '../feature-rows.ts';

/** One step's texts, as places in the kernel's rows: left i belongs to right i; further rights are wrong for all. */
export interface Batch {
  left: Int32Array;
  right: Int32Array;
  /** Pairs (left × count of rights + right), none of them (i, i), that are right too, and so not wrong. */
  neutral: readonly number[];
  /** Which features are dropped in this step (uint32). */
  salt: number;
}

export interface StepSettings {
  temperature: number;
  learningRate: number;
  /** Share of each text's features that is left out of a step, others each time: no single word may decide. */
  dropout: number;
}

/** The largest sizes that a training needs. */
export interface KernelSizes {
  features: number;
  /** A multiple of 8. */
  dimensions: number;
  /** Texts of one batch. */
  lefts: number;
  rights: number;
}

/** Feature vectors in the kernel's memory, and what is done with them. */
export interface Kernel {
  /** One vector a feature (float32), and the sum of its squared gradients: 0 for one that no step has touched. */
  vectors: Float32Array;
  squares: Float32Array;
  /** One step of contrastive learning; gives the mean loss. */
  step(batch: Batch, settings: StepSettings): number;
  /** Cosines of each left text with each right one, row by row. The view holds until the next call. */
  compare(left: Int32Array, right: Int32Array): { line: number; cosines: Float32Array };
}

/** What the kernel exports (kernel/assembly/index.ts). */
interface KernelExports {
  memory: WebAssembly.Memory;
  reserve(
    features: number,
    dimensions: number,
    rows: number,
    rowEntries: number,
    texts: number,
    entries: number,
    pairs: number,
  ): void;
  step(
    lefts: number,
    rights: number,
    ownLefts: number,
    ownRights: number,
    neutrals: number,
    dropped: number,
    salt: number,
    temperature: number,
    learningRate: number,
  ): number;
  compare(lefts: number, rights: number): void;
  vectors: WebAssembly.Global<'i32'>;
  squares: WebAssembly.Global<'i32'>;
  rowStarts: WebAssembly.Global<'i32'>;
  rowFeatures: WebAssembly.Global<'i32'>;
  rowWeights: WebAssembly.Global<'i32'>;
  batch: WebAssembly.Global<'i32'>;
  neutral: WebAssembly.Global<'i32'>;
  pulls: WebAssembly.Global<'i32'>;
}

const padded = (count: number) => Math.ceil(count / 4) * 4;

/** A kernel over tables of texts, whose rows it numbers through: those of the first table, then those of the second … */
export async function createKernel(
  module: WebAssembly.Module,
  tables: readonly FeatureRows[],
  sizes: KernelSizes,
): Promise<Kernel> {
  if (sizes.dimensions % 8 !== 0) throw new Error(`dimensions must be a multiple of 8, not ${sizes.dimensions}`);
  const { exports } = await WebAssembly.instantiate(module, {
    env: {
      abort() {
        throw new Error('the training kernel stopped');
      },
    },
  });
  // The module is ours: compiled from kernel/assembly, whose exports these are.
  const kernel = exports as unknown as KernelExports;
  const [lefts, rights] = [padded(sizes.lefts), padded(sizes.rights)];
  const texts = lefts + rights;
  const rowCount = tables.reduce((sum, { start }) => sum + start.length - 1, 0);
  const entries = tables.reduce((sum, { feature }) => sum + feature.length, 0);
  const longest = tables.reduce((length, rows) => Math.max(length, longestRow(rows)), 0);
  // One row more, which is empty.
  kernel.reserve(sizes.features, sizes.dimensions, rowCount + 1, entries, texts, texts * longest, lefts * rights);
  const { buffer } = kernel.memory;
  const batch = new Uint32Array(buffer, kernel.batch.value, texts);
  const neutral = new Uint32Array(buffer, kernel.neutral.value, lefts * rights);
  const pulls = new Float32Array(buffer, kernel.pulls.value, lefts * rights);
  writeRows(
    tables,
    new Uint32Array(buffer, kernel.rowStarts.value, rowCount + 2),
    new Uint32Array(buffer, kernel.rowFeatures.value, entries),
    new Float32Array(buffer, kernel.rowWeights.value, entries),
  );

  function writeBatch(left: Int32Array, right: Int32Array) {
    const line = padded(right.length);
    const leftCount = padded(left.length);
    batch.fill(rowCount, 0, leftCount + line);
    batch.set(left);
    batch.set(right, leftCount);
    return { leftCount, line };
  }

  return {
    vectors: new Float32Array(buffer, kernel.vectors.value, sizes.features * sizes.dimensions),
    squares: new Float32Array(buffer, kernel.squares.value, sizes.features),
    step({ left, right, neutral: pairs, salt }, { temperature, learningRate, dropout }) {
      const { leftCount, line } = writeBatch(left, right);
      for (const [n, pair] of pairs.entries()) {
        neutral[n] = Math.floor(pair / right.length) * line + (pair % right.length);
      }
      const dropped = Math.floor(dropout * 4294967295);
      const sizes = [leftCount, line, left.length, right.length, pairs.length] as const;
      return kernel.step(...sizes, dropped, salt, temperature, learningRate) / left.length;
    },
    compare(left, right) {
      const { leftCount, line } = writeBatch(left, right);
      kernel.compare(leftCount, line);
      return { line, cosines: pulls.subarray(0, leftCount * line) };
    },
  };
}

function writeRows(tables: readonly FeatureRows[], starts: Uint32Array, features: Uint32Array, weights: Float32Array) {
  let row = 0;
  let entry = 0;
  for (const table of tables) {
    features.set(table.feature, entry);
    weights.set(table.weight, entry);
    for (const end of table.start.subarray(1)) {
      row += 1;
      starts[row] = entry + end;
    }
    entry += table.feature.length;
  }
  starts[row + 1] = entry;
}
