import { readFileSync } from 'node:fs';

/** The kernel's source as a WebAssembly binary, the same bytes each time. Needs the compiler, which only development has. */
export async function compileKernel(): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  const written = new Map<string, string | Uint8Array>();
  const said: string[] = [];
  const { error } = await main(
    ['index.ts', '--outFile', 'kernel.wasm', '--runtime', 'stub', '-O3', '--noAssert', '--enable', 'simd'],
    {
      readFile: (name) =>
        name === 'index.ts' ? readFileSync(new URL('./assembly/index.ts', import.meta.url), 'utf8') : null,
      writeFile: (name, contents) => {
        written.set(name, contents);
      },
      listFiles: () => [],
      stderr: { write: (chunk) => said.push(String(chunk)) },
    },
  );
  const binary = written.get('kernel.wasm');
  if (error !== null || !(binary instanceof Uint8Array)) {
    throw new Error(`the kernel of the search could not be compiled: ${said.join('')}`, { cause: error });
  }
  return binary;
}
