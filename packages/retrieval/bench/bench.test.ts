import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numberToChinese } from '@lutai/law';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lutai-bench-run-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  for (const name of ['laws', 'questions', 'scratch']) mkdirSync(at(name));
  const articles = Array.from(
    { length: 40 },
    (_, i) => `第${numberToChinese(i + 1)}条 当事人应当在第${i}日内履行第${i * 7}号义务。`,
  );
  writeFileSync(
    at('laws/law.md'),
    `# 示例法\n\n2000年1月1日通过 自2000年2月1日起施行\n\n<!-- INFO END -->\n\n${articles.join('\n\n')}\n`,
  );
  const question = (i: number) => JSON.stringify({ text: `第${i}日还没有履行怎么办`, citations: ['示例法第二条'] });
  writeFileSync(at('questions/a.jsonl'), Array.from({ length: 260 }, (_, i) => question(i)).join('\n'));
});

/** Runs the command, until it has written this where that is given. */
function bench(args: string[], stopAt?: string) {
  const places = [
    '--asked',
    '200',
    '--cases',
    '3',
    '--corpus',
    at('laws'),
    '--questions',
    at('questions'),
    '--scratch',
    at('scratch'),
    '--out',
    at('out'),
  ];
  const script = fileURLToPath(new URL('./bench.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--date', '2026-01-31', ...places, ...args]);
  let output = '';
  child.stderr.on('data', (chunk) => {
    const before = output;
    output += chunk;
    if (stopAt && output.includes(stopAt) && !before.includes(stopAt)) child.kill('SIGINT');
  });
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, output }));
  });
}

it('stopped half way, writes nothing and leaves nothing', async () => {
  const { code, output } = await bench(['--sizes', '50', '--pgvector', '0'], 'latency');
  expect(output).toContain('stopped: nothing was written');
  expect(code).toBe(130);
  expect(existsSync(at('out'))).toBe(false);
  expect(readdirSync(at('scratch'))).toEqual([]);
});

it('measures every size and pgvector, and writes it all', async () => {
  const { code, output } = await bench(['--sizes', '90', '--seconds', '1', '--pgvector', '30']);
  expect(output).toMatch(/90: p50 .* recall 1.0000/);
  expect(code).toBe(0);
  const { sizes, pgvector } = JSON.parse(readFileSync(at('out/search.json'), 'utf8'));
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toMatchObject({
    passages: 90,
    measured: { answeredCases: 3, knownQuestions: 4, recallAt10: { questions: 200, value: 1 } },
  });
  const { build, load, latency, throughput, copyLikeness } = sizes[0].measured;
  for (const figure of [build.peakBytes, build.diskBytes, load.bytes, latency.p50, throughput.one, throughput.two]) {
    expect(figure).toBeGreaterThan(0);
  }
  expect(copyLikeness).toBeGreaterThan(0);
  expect(pgvector).toMatchObject({ passages: 30, recallAt10: 1 });
  expect(readdirSync(at('out'))).toHaveLength(7);
  expect(readdirSync(at('scratch'))).toEqual([]);
}, 180_000);

it('names a size that could not be measured, and what was wrong with its use', async () => {
  const before = readFileSync(at('out/search.md'), 'utf8');
  const { code, output } = await bench(['--sizes', '30', '--asked', '900', '--pgvector', '0']);
  expect(output).toContain('has 260 questions, and 950 are needed');
  expect(code).toBe(1);
  expect(readFileSync(at('out/search.md'), 'utf8')).toBe(before);
  expect((await bench(['--sizes', 'many'])).code).toBe(2);
});
