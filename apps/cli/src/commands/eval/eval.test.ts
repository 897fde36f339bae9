import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonLines, makeBeirFolder, qrels } from '@lutai/evals/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson, runBin } from '../../testing/run-bin.ts';
import { runHere } from '../../testing/run-here.ts';

let folder = '';
let history = '';
const file = (name: string) => path.join(folder, name);
const beir = () => ['eval', 'retrieval', '--beir', folder, '--split', 'test'];
const own = () => ['eval', 'retrieval', '--own', '--questions', file('own.jsonl'), '--corpus', folder];

beforeAll(async () => {
  folder = await makeBeirFolder();
  history = file('history.jsonl');
  await writeFile(
    file('own.jsonl'),
    jsonLines(
      { text: '老板拖欠工资', citations: ['示例劳动法第一条'], area: 'labour' },
      { text: '租房押金不退', citations: ['示例租赁法第一条', '示例租赁法第九条'], area: 'housing' },
    ),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('eval retrieval', () => {
  it('prints one JSON document, with what scripts rely on in front', async () => {
    const ran = await runBin([...beir(), '--json']);
    expect(ran.code).toBe(0);
    const report = readJson<Record<string, unknown>>(ran);
    expect(Object.keys(report).slice(0, 4)).toEqual(['queries', 'metrics', 'latencyMs', 'intervals']);
    expect(report).toMatchObject({ queries: 3, set: { split: 'test' }, seen: {}, unseen: {} });
  });

  it('prints each metric in a line of its own', async () => {
    const { code, stdout } = await runHere(beir());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^问题 3 个\nrecall@5 {4}1\.0000 {2}95% 区间 \[1\.0000, 1\.0000\]\n/u);
    expect(stdout).toMatch(/^用时（毫秒） {2}p50 [\d.]+，p95 [\d.]+$/mu);
  });

  it('refuses to cross-validate without what the training of each fold needs', async () => {
    const ran = await runHere([...beir(), '--folds', '3', '--shared', file('nowhere'), '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(ran.stderr).toContain(path.join('nowhere', 'corpus/laws'));
    expect(ran.stderr).toContain('请检查 --shared');
  });

  it('reports what was seen in training', async () => {
    const ran = await runHere([...beir(), '--trained-on', file('own.jsonl'), '--json']);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      seen: { anyTraining: { pairs: 2 } },
      unseen: { anyTraining: { pairs: 1 } },
    });
  });

  it('lists the stages', async () => {
    const { code, stdout } = await runHere([...beir(), '--ablate']);
    expect(code).toBe(0);
    expect(stdout).toContain('问题 3 个');
  });

  it('evaluates our own questions by area, and names what the corpus lacks', async () => {
    const ran = await runHere([...own(), '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      queries: 2,
      areas: { housing: { queries: 1, metrics: { 'recall@10': 0.5 } }, labour: { queries: 1 } },
      missing: { labels: 1, citations: ['示例租赁法第九条'] },
    });
    const { stdout } = await runHere(own());
    expect(stdout).toContain('示例租赁法第九条');
    expect(stdout).toMatch(/^ {2}housing +1 +0\.5000/mu);
  });
});

describe('the record of runs', () => {
  it('accepts a run, passes the same again, and ends with 1 when one drops', async () => {
    const accept = ['--accept', 'small', '--date', '2026-01-31', '--history', history];
    const check = ['--check', 'small', '--history', history];
    expect((await runHere([...beir(), ...accept, '--save', file('a.jsonl')])).code).toBe(0);
    const same = await runHere([...beir(), ...check, '--json']);
    expect([same.code, JSON.parse(same.stdout).check]).toMatchObject([0, { passed: true, date: '2026-01-31' }]);
    // The same questions over a corpus whose words say nothing.
    const corpus = await readFile(file('corpus.jsonl'), 'utf8');
    const blank = corpus.replaceAll(/"text":"[^"]*"/gu, '"text":"略"');
    const more = Array.from({ length: 60 }, (_, i) => ({
      _id: `b${i}`,
      title: `公司拖欠工资离婚抚养费 ${i}`,
      text: '',
    }));
    await writeFile(file('corpus.jsonl'), blank + jsonLines(...more));
    const worse = await runHere([...beir(), ...check, ...accept, '--save', file('b.jsonl')]);
    await writeFile(file('corpus.jsonl'), corpus);
    expect(worse.code).toBe(1);
    expect(worse.stderr).toContain('没有记入历史');
    expect((await readFile(history, 'utf8')).trim().split('\n')).toHaveLength(1);
    expect(worse.stdout).toMatch(/与“small”（2026-01-31）相比：退步了（逐题相比；条文有变动）/u);
  });

  it('compares two saved runs', async () => {
    const ran = await runHere(['eval', 'compare', file('a.jsonl'), file('b.jsonl'), '--json']);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('条文不同');
    expect(JSON.parse(ran.stdout)).toMatchObject({ queries: 3, metrics: { 'mrr@10': { p: expect.any(Number) } } });
    const text = await runHere(['eval', 'compare', file('a.jsonl'), file('a.jsonl')]);
    expect(text.stdout).toMatch(/^mrr@10 .* 1\.0000$/mu);
  });

  it('names what is wrong, with 1', async () => {
    await runHere([...own(), '--save', file('own-run.jsonl')]);
    const other = await runHere(['eval', 'compare', file('a.jsonl'), file('own-run.jsonl'), '--json']);
    expect(other.code).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(other.stderr).toContain('不能比较');
    const unknown = await runHere([...beir(), '--check', 'nothing', '--history', history]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('nothing')]);
    await appendFile(history, '{"date"\n');
    const broken = await runHere([...beir(), '--check', 'small', '--history', history]);
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining('history.jsonl 第 2 行')]);
    const nowhere = await runHere([...beir(), '--save', file('no/such/run.jsonl')]);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('--save')]);
    await writeFile(file('qrels/bad.tsv'), qrels(['q0', 'a99', 1]));
    const bad = await runHere(['eval', 'retrieval', '--beir', folder, '--split', 'bad']);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('bad.tsv 第 2 行')]);
    expect((await runHere(['eval', 'retrieval', '--beir', folder, '--split', 'none'])).code).toBe(1);
  });
});
