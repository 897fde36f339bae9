import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingCitations } from '../evaluation-set.ts';
import { evaluateRetrieval } from '../run/evaluate-retrieval.ts';
import { reportRun } from '../scoring/report-run.ts';
import { document, jsonLines, makeBeirFolder, qrels } from '../testing/beir-folder.ts';
import { characterModel } from '../testing/character-embeddings.ts';
import { readNamedProvisions } from './read-named-provisions.ts';
import { readOwnSet } from './read-own-set.ts';

let folder = '';
let questions = '';

beforeEach(async () => {
  folder = await makeBeirFolder();
  questions = join(folder, 'own.jsonl');
  await writeFile(
    questions,
    jsonLines(
      { text: '老板拖欠工资', citations: ['中华人民共和国示例劳动法第一条'], area: 'labour' },
      {
        text: '租房押金不退',
        citations: ['示例租赁法 第一条', '示例租赁法第九条', '示例租赁法第九条'],
        area: 'housing',
      },
    ),
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readOwnSet', () => {
  it('resolves citations by title and article, and keeps those that the corpus lacks', () => {
    const set = readOwnSet(questions, join(folder, 'corpus.jsonl'));
    expect(set.questions.map(({ labels }) => labels)).toEqual([
      [{ provisionId: 'a0', citation: '示例劳动法第一条', gain: 1 }],
      [
        { provisionId: 'a3', citation: '示例租赁法第一条', gain: 1 },
        { provisionId: null, citation: '示例租赁法第九条', gain: 1 },
      ],
    ]);
    expect(missingCitations(set.questions)).toEqual({ labels: 1, citations: ['示例租赁法第九条'] });
    expect(readOwnSet(questions, folder).corpusHash).toBe(set.corpusHash);
  });

  it('takes the newest of several versions for the labelled one', async () => {
    await appendFile(
      join(folder, 'corpus.jsonl'),
      jsonLines(
        document('new', '示例劳动法', '第一条', '新的文字。', '2024-01-01'),
        document('old', '示例劳动法', '第一条', '旧的文字。', '2004-01-01'),
      ),
    );
    expect(readOwnSet(questions, folder).questions[0]?.labels[0]?.provisionId).toBe('new');
  });

  it('reads a folder of law files and names what it cannot read', async () => {
    const laws = join(folder, 'laws');
    await mkdir(join(laws, '社会法'), { recursive: true });
    const law =
      '# 中华人民共和国示例劳动法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 用人单位拖欠工资的，限期支付。\n';
    await writeFile(join(laws, '社会法/示例劳动法.md'), law);
    await writeFile(join(laws, 'README.md'), '\n');
    const set = readOwnSet(questions, laws);
    expect(set.provisions).toMatchObject([{ law: '中华人民共和国示例劳动法', article: '第一条' }]);
    expect(set.questions[0]?.labels[0]?.provisionId).toBe(set.provisions[0]?.provisionId);
    expect(set.skipped).toMatchObject([{ file: 'README.md' }]);
  });

  it('is scored by area, a citation that the corpus lacks counting as not found', async () => {
    const set = readOwnSet(questions, folder);
    const report = reportRun(await evaluateRetrieval({ set, model: characterModel() }));
    expect(report.areas).toMatchObject({
      labour: { queries: 1, metrics: { 'recall@100': 1 } },
      housing: { queries: 1, metrics: { 'recall@100': 0.5 } },
    });
    expect(report.metrics['recall@100']).toBe(0.75);
  });

  it.each([
    ['a line without citations', '{"text":"有问题吗","citations":[]}', '第 3 行'],
    ['a question twice', '{"text":"老板拖欠工资","citations":["示例劳动法第一条"]}', '第 1 行'],
    ['a broken line', '{"text":', '第 3 行'],
  ])('names %s', async (_, line, told) => {
    await appendFile(questions, line);
    expect(() => readOwnSet(questions, folder)).toThrow(told);
  });

  it('names a corpus that is not there, and one without a law', async () => {
    expect(() => readOwnSet(questions, join(folder, 'nowhere'))).toThrow('nowhere');
    await mkdir(join(folder, 'empty'));
    expect(() => readOwnSet(questions, join(folder, 'empty'))).toThrow('empty');
  });
});

describe('readNamedProvisions', () => {
  it('reads citations of questions, or the train labels of a set', async () => {
    expect(readNamedProvisions(questions)).toEqual(
      new Set(['示例劳动法第一条', '示例租赁法第一条', '示例租赁法第九条']),
    );
    await writeFile(join(folder, 'qrels/train.tsv'), qrels(['q1', 'a1', 1]));
    expect(readNamedProvisions(folder)).toEqual(new Set(['示例婚姻法第一条']));
    expect(() => readNamedProvisions(join(folder, 'nowhere'))).toThrow('nowhere');
  });
});
