import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliseTitle } from '@lutai/law';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EvaluationInputError } from '../input-error.ts';
import { jsonLines } from '../testing/beir-folder.ts';
import { evaluateDated } from './evaluate-dated.ts';
import { readDatedSet } from './read-dated-set.ts';
import { readHeldVersions } from './read-held-versions.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dated-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const question = {
  id: 'a',
  question: '去年三月老板没给工资',
  askedOn: '2022-05-01',
  factsDate: '2021-03',
  law: '中华人民共和国示例法',
  expectedVersion: '2020-01-01',
  citation: '中华人民共和国示例法第一条',
};
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const lawText = (made: string, from: string) =>
  `# 中华人民共和国示例法\n\n${made} 某会议修订\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 本法自${from}起施行。\n`;

describe('readDatedSet', () => {
  it('refuses a line that is wrong, and an id or question that comes twice', () => {
    expect(readDatedSet(file('good.jsonl', jsonLines(question)))).toEqual([question]);
    for (const rows of [
      [],
      [{ ...question, askedOn: '2022-02-30' }],
      [{ ...question, factsDate: '2021-13' }],
      [question, { ...question, question: '另一个问题' }],
      [question, { ...question, id: 'b' }],
    ]) {
      expect(() => readDatedSet(file('bad.jsonl', jsonLines(...rows)))).toThrow(EvaluationInputError);
    }
  });
});

describe('evaluateDated', () => {
  it('counts days and versions that are right, and lists what is wrong with what was read', () => {
    file('示例法(2019-12-01).md', lawText('2019年12月1日', '2020年1月1日'));
    file('示例法(2021-06-01).md', lawText('2021年6月1日', '2021年7月1日'));
    file('README.md', '');
    const held = readHeldVersions(folder);
    expect(held.get(normaliseTitle(question.law))).toHaveLength(2);
    const report = evaluateDated(
      [
        question,
        { ...question, id: 'b', question: '2021年8月9号老板没给工资', factsDate: '2021-08-10' },
        { ...question, id: 'c', question: '老板没给工资', factsDate: '2021-08' },
        { ...question, id: 'd', question: '2021年老板没给工资', factsDate: '2021-08-10' },
      ],
      held,
    );
    expect(report).toMatchObject({ questions: 4, laws: 1, rightDate: 0.25, rightVersion: 0.25, held: 1 });
    expect(report.wrong.map(({ id, date, version }) => [id, date.read, date.raw, version.found])).toEqual([
      ['b', '2021-08-09', '2021年8月9号', '2021-07-01'],
      ['c', null, null, null],
      ['d', '2021-07-01', '2021年', '2021-07-01'],
    ]);
  });

  it('says which folder cannot be read', () => {
    expect(() => readHeldVersions(join(folder, 'nowhere'))).toThrow('nowhere');
  });
});
