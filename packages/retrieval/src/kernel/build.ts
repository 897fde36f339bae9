/** Writes the kernel that ships: `node --import tsx packages/retrieval/src/kernel/build.ts`, after a change of `assembly`. */
import { writeFileSync } from 'node:fs';
import { compileKernel } from './compile-kernel.ts';
import { kernelFile } from './open-kernel.ts';

writeFileSync(kernelFile, await compileKernel());
