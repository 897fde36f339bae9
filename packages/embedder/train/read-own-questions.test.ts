import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOwnQuestions } from './read-own-questions.ts';
import { createPlaces } from './training-data.ts';

const places = createPlaces([
  { law: '中华人民共和国民法典', article: '第五百条', path: '', text: '旧文', day: '2019-01-01' },
  { law: '中华人民共和国民法典', article: '第五百条', path: '', text: '新文', day: '2020-05-28' },
  { law: '中华人民共和国刑法', article: '第二百六十六条', path: '', text: '诈骗', day: '' },
]);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'questions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (file: string, ...lines: unknown[]) =>
  writeFileSync(
    join(folder, file),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

describe("the reader of the project's own questions", () => {
  it('reads every file of the folder, and takes the newest version for the label', () => {
    write('b.jsonl', { text: '被骗了', citations: ['刑法第二百六十六条'] }, '');
    write('a.jsonl', { text: '签了合同', citations: ['中华人民共和国民法典第五百条', '民法典 第五百条'] });
    write('notes.txt', 'no questions');
    expect(readOwnQuestions(folder, places)).toEqual([
      { source: 'own', file: 'a.jsonl', text: '签了合同', answer: null, provisions: [1] },
      { source: 'own', file: 'b.jsonl', text: '被骗了', answer: null, provisions: [2] },
    ]);
  });

  it('names file and line of a label that is no provision', () => {
    write(
      'a.jsonl',
      { text: '被骗了', citations: ['刑法第二百六十六条'] },
      { text: '？', citations: ['刑法第九百条'] },
    );
    expect(() => readOwnQuestions(folder, places)).toThrow('a.jsonl:2: 刑法第九百条 is no provision of the corpus');
  });

  it.each([['{"text": "cut'], [{ text: '', citations: ['刑法第二百六十六条'] }], [{ text: '无标签', citations: [] }]])(
    'names file and line of %j, which is no labelled question',
    (line) => {
      write('a.jsonl', line);
      expect(() => readOwnQuestions(folder, places)).toThrow('a.jsonl:1: not a question with its citations');
    },
  );
});
