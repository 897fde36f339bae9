import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CommandError } from '../command-error.ts';

/** What the built pages are made from, relative to the repository. */
const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'packages/contracts/src',
  'package-lock.json',
];

/** Builds the web app when it is missing or older than what it is made from. Gives whether it built. */
export async function buildWeb(repository: string): Promise<boolean> {
  const web = path.join(repository, 'apps/web');
  const built = await stat(path.join(web, 'dist/index.html')).catch(() => null);
  if (built !== null && (await newest(sources.map((source) => path.join(repository, source)))) <= built.mtimeMs) {
    return false;
  }
  const packageFile = createRequire(import.meta.url).resolve('vite/package.json');
  const vite = path.join(path.dirname(packageFile), 'bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new CommandError('internal', `网页构建失败：\n${output}`);
  return true;
}

/** Time of the last change below the given files and folders, in ms. */
async function newest(files: string[]): Promise<number> {
  const times = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => null);
      if (found === null) return 0;
      if (!found.isDirectory()) return found.mtimeMs;
      return newest((await readdir(file)).map((name) => path.join(file, name)));
    }),
  );
  return Math.max(0, ...times);
}
