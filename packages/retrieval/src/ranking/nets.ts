import { openKernel } from '../kernel/open-kernel.ts';

/** Row-major: `hidden1` rows of `inputs` numbers, `hidden2` rows of hidden1, one row of hidden2. */
export interface NetWeights {
  weights1: readonly number[];
  bias1: readonly number[];
  weights2: readonly number[];
  bias2: readonly number[];
  weights3: readonly number[];
}

/** Nets of two hidden layers, evaluated for up to `block` rows at once. */
export interface Nets {
  block: number;
  setInput(row: number, number: number, value: number): void;
  /** Means of the nets' scores for the first `count` rows. */
  meanScores(count: number): Float64Array;
}

/** Rows of a block of the kernel, and of one evaluation. */
const LANES = 4;
const BLOCK = 128;

/** Below zero the hidden layers have the slope `leak`. */
export function openNets(inputs: number, nets: readonly NetWeights[], leak: number): Nets {
  const widest = Math.max(inputs, ...nets.flatMap(({ bias1, bias2 }) => [bias1.length, bias2.length]));
  const sizes = nets.flatMap((net) => Object.values(net).map((weights) => weights.length));
  const room = BLOCK * widest;
  const kernel = openKernel(8 * (3 * room + BLOCK + 1 + sizes.reduce((sum, size) => sum + size, 0)));
  const memory = new Float64Array(kernel.memory.buffer);
  let free = kernel.free.value / 8;
  const take = (size: number) => {
    const at = free;
    free += size;
    return at;
  };
  const place = (weights: readonly number[]) => {
    const at = take(weights.length);
    memory.set(weights, at);
    return at;
  };
  const [input, hidden1, hidden2, output, none] = [take(room), take(room), take(room), take(BLOCK), take(1)];
  const prepared = nets.map(({ weights1, bias1, weights2, bias2, weights3 }) => [
    { from: input, inputs, weights: place(weights1), bias: place(bias1), outputs: bias1.length, leak, to: hidden1 },
    {
      from: hidden1,
      inputs: bias1.length,
      weights: place(weights2),
      bias: place(bias2),
      outputs: bias2.length,
      leak,
      to: hidden2,
    },
    { from: hidden2, inputs: bias2.length, weights: place(weights3), bias: none, outputs: 1, leak: 1, to: output },
  ]);
  return {
    block: BLOCK,
    setInput(row, number, value) {
      memory[input + (row - (row % LANES)) * inputs + number * LANES + (row % LANES)] = value;
    },
    meanScores(count) {
      const scores = new Float64Array(count);
      const blocks = Math.ceil(count / LANES);
      for (const layers of prepared) {
        for (const { from, inputs: width, weights, bias, outputs, leak: slope, to } of layers) {
          kernel.layer(8 * from, blocks, width, 8 * weights, 8 * bias, outputs, slope, 8 * to);
        }
        for (let row = 0; row < count; row += 1) scores[row] = (scores[row] ?? 0) + (memory[output + row] ?? 0);
      }
      return scores.map((sum) => sum / nets.length);
    },
  };
}
