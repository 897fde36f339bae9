/**
 * `npm test`: every check, then every suite that this machine can run. What it cannot run is named; with
 * LUTAI_REQUIRE_ALL=1 (as `.ci/run` sets it) a suite that is skipped is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

import { findBrowser } from './support/browser-path.ts';
import { hasOffice } from './support/office.ts';
import { startPostgres } from './support/postgres.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

const requireAll = process.env.LUTAI_REQUIRE_ALL === '1';
const reports = mkdtempSync(path.join(tmpdir(), 'lutai-reports-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

function step(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n=== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function suite(name: string, project: string, env: Record<string, string>): void {
  const output = path.join(reports, `${project}.json`);
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
  ];
  const passed = step(name, 'npx', args, env);
  if (!existsSync(output)) {
    totals.failed++;
    return;
  }
  const report = reportSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
  totals.passed += report.numPassedTests;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  totals.failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 || !passed ? 1 : 0);
}

const missing: string[] = [];
const browser = findBrowser();
if (!browser) missing.push('Chromium: journeys in a browser are skipped (set CHROMIUM_PATH or install chromium)');
const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres();
const databaseUrl = process.env.TEST_DATABASE_URL ?? postgres?.url;
if (!databaseUrl) missing.push('PostgreSQL: suites on it are skipped (set TEST_DATABASE_URL or install postgresql)');
if (!hasOffice()) missing.push('LibreOffice: documents are not opened in it (install libreoffice-writer)');
if (!existsSync(new URL('../../shared/corpus/laws', import.meta.url))) {
  missing.push('../shared: suites over the full national corpus are skipped');
}
const env = {
  ...(databaseUrl ? { TEST_DATABASE_URL: databaseUrl } : {}),
  ...(browser ? { CHROMIUM_PATH: browser } : {}),
};

try {
  for (const [name, script] of [
    ['format, lint and import table', 'lint'],
    ['types', 'typecheck'],
    ['build of the web app', 'build'],
  ] as const) {
    if (!step(name, 'npm', ['run', '--silent', script])) totals.failed++;
  }
  suite('unit tests', 'unit', env);
  suite('whole-system tests', 'system', env);
} finally {
  postgres?.stop();
  rmSync(reports, { recursive: true, force: true });
}

console.log('');
for (const what of missing) console.log(`skipped on this machine: ${what}`);
if (requireAll && (totals.skipped > 0 || missing.length > 0)) {
  console.log('LUTAI_REQUIRE_ALL=1: nothing may be skipped.');
  totals.failed++;
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
