import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dated-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const marriage = {
  id: 'a',
  question: '2019年5月结婚的，算不算数',
  askedOn: '2022-05-01',
  factsDate: '2019-05',
  law: '中华人民共和国婚姻法',
  expectedVersion: '2001-04-28',
  citation: '中华人民共和国婚姻法第八条',
};

async function evaluated(rows: unknown[], ...more: string[]) {
  const file = path.join(folder, 'set.jsonl');
  await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return runHere(['eval', 'dated', '--questions', file, '--corpus', folder, ...more]);
}

describe('eval dated', () => {
  it('prints the shares that are right, and leaves with 0 at 98% of both', async () => {
    const { code, stdout } = await evaluated([marriage]);
    expect(code).toBe(0);
    expect(stdout).toContain('事实日期读对  100.0%');
    expect(stdout).toContain('版本选对      100.0%');
  });

  it('lists what is wrong, and leaves with 1 below that', async () => {
    const wrong = { ...marriage, id: 'b', question: '2022年3月结婚的', expectedVersion: '1981-01-01' };
    const { code, stdout } = await evaluated([marriage, wrong]);
    expect(code).toBe(1);
    expect(stdout).toContain('日期：应为 2019-05，读作 2022-03-15（2022年3月）');
    expect(stdout).toContain('版本：应为 1981-01-01 起施行，选作 无');
    const json = await evaluated([marriage, wrong], '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      questions: 2,
      rightDate: 0.5,
      rightVersion: 0.5,
      wrong: [{ id: 'b' }],
    });
  });

  it('names a file that is missing or broken', async () => {
    expect((await runHere(['eval', 'dated', '--questions', path.join(folder, 'none')])).stderr).toContain(
      '--questions',
    );
    const broken = await evaluated([{ ...marriage, law: '' }]);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('第 1 行');
  });
});
