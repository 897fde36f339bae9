import { readFileSync } from 'node:fs';

/** What the kernel exports (kernel/assembly/index.ts); addresses in bytes of its memory. */
export interface Kernel {
  memory: WebAssembly.Memory;
  /** From here on the memory is the host's. */
  free: WebAssembly.Global<'i32'>;
  dotInt8(rows: number, scales: number, count: number, dimensions: number, vector: number, target: number): void;
  dotFloat32(rows: number, count: number, dimensions: number, vector: number, target: number): void;
  layer(
    input: number,
    blocks: number,
    inputs: number,
    weights: number,
    bias: number,
    outputs: number,
    leak: number,
    target: number,
  ): void;
}

export const kernelFile = new URL('./kernel.wasm', import.meta.url);

let compiled: WebAssembly.Module | undefined;

/** The kernel with a memory of its own that holds at least `bytes` beyond `free`. */
export function openKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(kernelFile));
  const { exports } = new WebAssembly.Instance(compiled);
  // The module is ours: compiled from kernel/assembly, whose exports these are.
  const kernel = exports as unknown as Kernel;
  const missing = kernel.free.value + bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
  return kernel;
}

const PAGE = 65_536;
