import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EvaluationInputError } from '../input-error.ts';
import { document, jsonLines, makeBeirFolder, qrels } from '../testing/beir-folder.ts';
import { readBeir } from './read-beir.ts';

let folder = '';

beforeEach(async () => {
  folder = await makeBeirFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);

describe('readBeir', () => {
  it('reads questions with their labels above 0', () => {
    const set = readBeir(folder, 'test');
    expect(set.questions.map(({ id, labels }) => [id, labels.map(({ provisionId }) => provisionId)])).toEqual([
      ['q0', ['a0']],
      ['q1', ['a1']],
      ['q2', ['a3']],
    ]);
    expect(set.questions[0]?.labels[0]?.citation).toBe('示例劳动法第一条');
    expect(set).toMatchObject({ split: 'test', cases: [] });
  });

  it('reads files of Windows, with a byte order mark, and labels without a heading', async () => {
    const before = readBeir(folder, 'test');
    const queries = await readFile(file('queries.jsonl'), 'utf8');
    await writeFile(file('queries.jsonl'), `\ufeff${queries.replaceAll('\n', '\r\n')}`);
    await writeFile(file('qrels/test.tsv'), 'q0\ta0\t1\r\nq1\ta1\t1\r\nq2\ta3\t1\r\n');
    expect(readBeir(folder, 'test').questions).toEqual(before.questions);
  });

  it.each<[string, () => Promise<void>, string[]]>([
    ['a missing file', () => rm(file('queries.jsonl')), ['queries.jsonl']],
    [
      'a broken line',
      () => appendFile(file('queries.jsonl'), '{"_id": "q9", "te'),
      ['queries.jsonl', '第 4 行', 'JSON'],
    ],
    [
      'a field that is missing',
      () => appendFile(file('corpus.jsonl'), '{"_id": "a9"}'),
      ['corpus.jsonl', '第 5 行', 'text'],
    ],
    [
      'another encoding',
      () => appendFile(file('corpus.jsonl'), Buffer.from([0x7b, 0xd6, 0xd0, 0x7d])),
      ['corpus.jsonl', '第 5 行', 'UTF-8'],
    ],
    [
      'a document twice',
      () => appendFile(file('corpus.jsonl'), jsonLines(document('a0', '别的法', '第一条', '别的。'))),
      ['corpus.jsonl', '第 5 行', '第 1 行', 'a0'],
    ],
    [
      'a question twice',
      () => appendFile(file('queries.jsonl'), jsonLines({ _id: 'q1', text: '又' })),
      ['queries.jsonl', 'q1'],
    ],
    [
      'a label of an unknown document',
      () => writeFile(file('qrels/test.tsv'), qrels(['q0', 'a0', 1], ['q0', 'a99', 1])),
      ['test.tsv', '第 3 行', 'a99'],
    ],
    [
      'a label of an unknown question',
      () => writeFile(file('qrels/test.tsv'), qrels(['q99', 'a0', 1])),
      ['test.tsv', '第 2 行', 'q99'],
    ],
    [
      'a label without a score',
      () => writeFile(file('qrels/test.tsv'), `${qrels(['q0', 'a0', 1])}q1\ta1\n`),
      ['test.tsv', '第 3 行'],
    ],
    [
      'two scores of one pair',
      () => writeFile(file('qrels/test.tsv'), qrels(['q0', 'a0', 1], ['q0', 'a0', 2])),
      ['test.tsv', '第 3 行', 'q0'],
    ],
    ['an empty split', () => writeFile(file('qrels/test.tsv'), qrels(['q0', 'a0', 0])), ['test.tsv']],
    ['an empty corpus', () => writeFile(file('corpus.jsonl'), '\n'), ['corpus.jsonl']],
    ['broken train labels', () => writeFile(file('qrels/train.tsv'), qrels(['q99', 'a0', 1])), ['train.tsv', 'q99']],
  ])('names the file and the place of %s', async (_, damage, told) => {
    await damage();
    const reading = () => readBeir(folder, 'test');
    expect(reading).toThrow(EvaluationInputError);
    for (const part of told) expect(reading).toThrow(part);
  });

  it('names the file of a split that is not there', () => {
    expect(() => readBeir(folder, 'dev')).toThrow('dev.tsv');
  });
});
