import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { violations } from './import-table.ts';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(file));
const found = files.flatMap((file) => violations(file, readFileSync(file, 'utf8')));
for (const { file, imported, why } of found) console.error(`${file}: import of '${imported}': ${why}`);
console.log(`import table: ${files.length} files, ${found.length} violations`);
process.exitCode = found.length > 0 ? 1 : 0;
