import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsonLines } from '@lutai/evals/testing';
import { type ModelServer, startModelServer } from '@lutai/model/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

const law = `# 测试押金规定

2020年1月1日 施行

<!-- INFO END -->

第一条 出租人应当按照约定把租赁物交给承租人使用。

第二条 租赁期限届满，承租人返还租赁物的，出租人应当退还押金。
`;
const deposit = {
  ...{ id: 'deposit', area: 'lease', kind: 'plain', route: 'answer', reference: '要退。' },
  question: '租期到了，房子还了，房东不退还押金',
  provisions: ['《测试押金规定》第二条'],
  alsoRight: ['《测试押金规定》第一条'],
  points: [
    { point: '押金要退', any: ['应当退还押金'] },
    { point: '可以报警', any: ['没有人这样写'] },
  ],
};

let folder = '';
let model: ModelServer;
const file = (name: string) => path.join(folder, name);
const evaluate = (...options: string[]) => runHere(['eval', 'answers', '--data', file('data'), ...options]);
const set = async (name: string, ...cases: object[]) => {
  await writeFile(file(name), jsonLines(...cases));
  return ['--set', file(name)];
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-eval-answers-'));
  await mkdir(file('laws'));
  await writeFile(file('laws/测试押金规定.md'), law);
  await runHere(['ingest', file('laws'), '--data', file('data')]);
  model = await startModelServer((name) =>
    name === 'point_verdicts'
      ? JSON.stringify({ points: ['P1', 'P2'].map((id) => ({ id, quote: '', said: true })) })
      : null,
  );
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await model.close();
  await rm(folder, { recursive: true, force: true });
});

describe('eval answers', () => {
  it('ends with 0 where every requirement is met, and shows what the worst answers lack', async () => {
    const { code, stdout } = await evaluate(...(await set('good.jsonl', deposit)));
    expect(stdout).toMatch(/依据 召回 +100\.0%/u);
    expect(stdout).toContain('缺要点：可以报警');
    expect(stdout).toContain('达到要求。');
    expect(code).toBe(0);
    expect((await evaluate('--set', file('good.jsonl'), '--show', '0')).stdout).not.toContain('缺要点');
  });

  it('ends with 1 where one is missed, says which, and takes several sets', async () => {
    const wrong = { ...deposit, id: 'wrong', kind: 'harm', route: 'harm', provisions: [] };
    const sets = [...(await set('good.jsonl', deposit)), ...(await set('wrong.jsonl', wrong))];
    const { code, stdout } = await evaluate(...sets);
    expect(stdout).toMatch(/没有达到 {2}害人之请拦下 0\.0%/u);
    expect(code).toBe(1);
    const json = await evaluate(...sets, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      cases: 2,
      passed: false,
      routes: { harm: { answer: 1 } },
      set: { files: ['good.jsonl', 'wrong.jsonl'] },
      results: [{ id: 'deposit' }, { id: 'wrong' }],
    });
  });

  it('keeps runs, compares two, and holds one against the accepted one', async () => {
    const good = await set('good.jsonl', deposit);
    const record = ['--accept', 'small', '--date', '2026-01-31', '--history', file('history.jsonl')];
    expect((await evaluate(...good, '--save', file('a.jsonl'), ...record)).code).toBe(0);
    const again = ['--check', 'small', '--history', file('history.jsonl'), '--save', file('b.jsonl')];
    const checked = await evaluate(...good, ...again);
    expect(checked.stdout).toContain('与“small”（2026-01-31）相比：没有退步（逐题相比）');
    const compared = await runHere(['eval', 'compare', file('a.jsonl'), file('b.jsonl')]);
    expect(compared.stdout).toMatch(/依据 召回 +1\.0000 +1\.0000 +0\.0000 .* 1\.0000\n/u);
    const json = await runHere(['eval', 'compare', file('a.jsonl'), file('b.jsonl'), '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ cases: 1, figures: { points: { difference: 0 } } });
    const relabelled = await set('other.jsonl', { ...deposit, points: deposit.points.slice(1) });
    const worse = await evaluate(...relabelled, '--save', file('c.jsonl'), '--check', 'small', ...record);
    expect([worse.code, worse.stderr]).toEqual([1, expect.stringContaining('没有记入历史')]);
    expect(worse.stdout).toMatch(/要点说到 +0\.5000 +0\.0000 .* 退步\n/u);
    const refused = await runHere(['eval', 'compare', file('a.jsonl'), file('c.jsonl')]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('不能比较')]);
    expect((await readFile(file('history.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(1);
  });

  it('lets a model judge the points beside the code, without changing its scores', async () => {
    vi.stubEnv('LUTAI_MODEL', '');
    const good = await set('good.jsonl', deposit);
    const without = await evaluate(...good, '--judge');
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('请设 LUTAI_MODEL')]);
    vi.stubEnv('LOG_LEVEL', 'silent');
    vi.stubEnv('OPENAI_BASE_URL', model.baseUrl);
    vi.stubEnv('LUTAI_MODEL', 'test-model');
    const { stdout } = await evaluate(...good, '--judge', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      figures: { points: { value: 0.5 } },
      judge: { model: 'test-model', points: 2, saidByCode: 0.5, saidByJudge: 1, agreement: 0.5, kappa: 0 },
    });
    expect((await evaluate(...good, '--judge')).stdout).toMatch(/代码说无，模型说有：可以报警/u);
  });

  it('names what is wrong before anything is asked', async () => {
    const missing = await evaluate('--set', file('none.jsonl'));
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('none.jsonl')]);
    const bad = await evaluate(...(await set('bad.jsonl', deposit, { ...deposit, id: 'b', route: 'no' })));
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('bad.jsonl 第 2 行')]);
    expect((await evaluate('--accept', 'small')).code).toBe(2);
    expect((await evaluate('--show', 'all')).code).toBe(2);
    const nowhere = await evaluate('--save', file('no/such.jsonl'));
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('--save')]);
  });
});
