import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines } from '../testing/beir-folder.ts';
import { answerSetFiles, readAnswerSet } from './answer-set.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-answers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const row = (overrides: object = {}) => ({
  ...{ id: 'c1', area: 'lease', kind: 'plain', question: '押金不退', route: 'answer', reference: '要退' },
  provisions: ['《示例法》第一条'],
  points: [{ point: '退', any: ['应当.退'] }],
  ...overrides,
});
async function write(name: string, ...rows: object[]) {
  await writeFile(join(folder, name), jsonLines(...rows));
  return join(folder, name);
}

describe('readAnswerSet', () => {
  it('reads cases from several files, with patterns in which a dot also stands for a line break', async () => {
    const files = [await write('a.jsonl', row()), await write('b.jsonl', row({ id: 'c2', factsDate: '2019-01-01' }))];
    const { cases } = readAnswerSet(files);
    expect(cases).toMatchObject([
      { id: 'c1', conversation: [], factsDate: null, alsoRight: [], forbidden: [], asks: [] },
      { id: 'c2', factsDate: '2019-01-01' },
    ]);
    expect(cases[0]?.points[0]?.any[0]?.test('应当\n退')).toBe(true);
  });

  it.each([
    ['a route that there is not', row({ route: 'refuse' }), 'route'],
    ['a point without a pattern', row({ points: [{ point: '退', any: [] }] }), 'points.0.any'],
    ['a pattern that is none', row({ forbidden: [{ why: '错', pattern: '(' }] }), '正则表达式不对：('],
    ['a day that is none', row({ factsDate: '2019-02-30' }), 'factsDate'],
  ])('names the file and the line of %s', async (_, bad, told) => {
    const file = await write('bad.jsonl', row(), { ...bad, id: 'c9' });
    expect(() => readAnswerSet([file])).toThrow(/bad\.jsonl 第 2 行/u);
    expect(() => readAnswerSet([file])).toThrow(told);
  });

  it('refuses an id that comes twice, in one file or in two, and an empty file', async () => {
    const files = [await write('a.jsonl', row()), await write('b.jsonl', row({ id: 'c2' }), row())];
    expect(() => readAnswerSet(files)).toThrow(/b\.jsonl 第 2 行.*a\.jsonl.*c1/u);
    expect(() => readAnswerSet([files[0] ?? '', files[0] ?? ''])).toThrow('c1');
    await writeFile(join(folder, 'empty.jsonl'), '\n');
    expect(() => readAnswerSet([join(folder, 'empty.jsonl')])).toThrow('没有题目');
  });

  it('has a hash of what is asked and scored by, not of the order or of the reference', async () => {
    const hash = async (...rows: object[]) => readAnswerSet([await write('h.jsonl', ...rows)]).casesHash;
    const both = await hash(row(), row({ id: 'c2' }));
    expect(await hash(row({ id: 'c2' }), row({ reference: '另说' }))).toBe(both);
    expect(await hash(row(), row({ id: 'c2', provisions: [] }))).not.toBe(both);
    expect(await hash(row(), row({ id: 'c2', points: [] }))).not.toBe(both);
  });
});

describe('our own cases', () => {
  it('can be read: at least 120 over 12 areas, 30 of them traps', () => {
    const { cases } = readAnswerSet(answerSetFiles(fileURLToPath(new URL('../../own', import.meta.url))));
    const traps = ['repealed-law', 'wrong-premise', 'two-issues', 'missing-element', 'no-basis'];
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ area }) => area)).size).toBeGreaterThanOrEqual(12);
    expect(cases.filter(({ kind }) => traps.includes(kind)).length).toBeGreaterThanOrEqual(30);
  });

  it('are not in a folder that has none', () => {
    expect(() => answerSetFiles(folder)).toThrow('answers-*.jsonl');
  });
});
