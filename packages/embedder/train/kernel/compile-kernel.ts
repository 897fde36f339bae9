import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./assembly/', import.meta.url));
let compiled: Promise<WebAssembly.Module> | undefined;

/** The kernel's source as WebAssembly, compiled in memory once a process (about two seconds). Threads can be given the module. */
export function compileKernel(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  // Loaded here and not at the top: the compiler is large, and only training needs it.
  const { main } = await import('assemblyscript/asc');
  const written = new Map<string, string | Uint8Array>();
  const said: string[] = [];
  const { error } = await main(
    [
      'index.ts',
      '--outFile',
      'kernel.wasm',
      '--runtime',
      'stub',
      '-O3',
      '--noAssert',
      '--enable',
      'simd',
      '--disableWarning',
      'AS112',
    ],
    {
      readFile: (name) => (SOURCES.has(name) ? readFileSync(`${folder}${name}`, 'utf8') : null),
      writeFile: (name, contents) => {
        written.set(name, contents);
      },
      listFiles: () => [],
      stderr: { write: (chunk) => said.push(String(chunk)) },
    },
  );
  const binary = written.get('kernel.wasm');
  if (error !== null || !(binary instanceof Uint8Array)) {
    throw new Error(`the training kernel could not be compiled: ${said.join('')}`, { cause: error });
  }
  return WebAssembly.compile(Uint8Array.from(binary));
}

const SOURCES = new Set(['index.ts', 'memory.ts', 'vectors.ts', 'contrast.ts']);
