import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendHistory, newestAnswersOf, newestOf, readHistory, toHistoryEntry } from '../record/history.ts';
import { answerCaseOf, draftOf } from '../testing/drafts.ts';
import { resultOf, runOf } from '../testing/results.ts';
import { checkAnswers, readShares, shareText, toAnswersEntry } from './answers-history.ts';
import { isAnswersRun, readAnswersRun, type SavedAnswers, writeAnswersRun } from './answers-run-file.ts';
import { compareAnswers } from './compare-answers.ts';
import { scoreAnswer } from './score-answer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-answers-run-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** 60 cases of which `good` rest on the right provision and say the point. */
function runWith(good: number, { casesHash = 'cases', promptVersion = null as string | null } = {}): SavedAnswers {
  const scores = Array.from({ length: 60 }, (_, i) => {
    const draft = i < good ? draftOf({ promptVersion }) : draftOf({ promptVersion, used: [], text: '不知道。' });
    return scoreAnswer(answerCaseOf({ id: `c${i}` }), draft, 5);
  });
  return { casesHash, scores };
}

describe('a saved run of answers', () => {
  it('gives back what was saved, and is told from a run of retrieval', async () => {
    const file = join(folder, 'a.jsonl');
    writeAnswersRun(file, runWith(3));
    expect(isAnswersRun(file)).toBe(true);
    expect(readAnswersRun(file)).toEqual(runWith(3));
    await writeFile(file, '{"format":"lutai-retrieval-run-1"}\n');
    expect(isAnswersRun(file)).toBe(false);
    expect(() => readAnswersRun(file)).toThrow('第 1 行');
  });

  it('names what is wrong with it', async () => {
    const file = join(folder, 'b.jsonl');
    writeAnswersRun(file, runWith(3));
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.split('\n').slice(0, 4).join('\n'));
    expect(() => readAnswersRun(file)).toThrow('不完整');
    await writeFile(file, `${whole}{"id":"c99"}\n`);
    expect(() => readAnswersRun(file)).toThrow('第 62 行');
    expect(() => writeAnswersRun(join(folder, 'no/such.jsonl'), runWith(1))).toThrow('such.jsonl');
  });
});

describe('compareAnswers', () => {
  it('compares two versions of a prompt case by case, in whatever order they come', () => {
    const b = runWith(50, { promptVersion: 'p-2' });
    const compared = compareAnswers(runWith(30, { promptVersion: 'p-1' }), { ...b, scores: b.scores.toReversed() });
    expect(compared).toMatchObject({ cases: 60, a: { promptVersions: ['p-1'] }, b: { promptVersions: ['p-2'] } });
    expect(compared.figures.basisRecall).toMatchObject({ a: 0.5, b: 0.8333, difference: 0.3333 });
    expect(compared.figures.basisRecall?.p).toBeLessThan(0.001);
    expect(compared.figures.characters?.difference).toBeGreaterThan(0);
    expect(compared.figures.harmRouted).toBeUndefined();
    expect(compared.changed).toHaveLength(20);
    expect(compared.changed[0]).toEqual({ id: 'c30', better: 2, worse: 0 });
  });

  it('refuses other cases, and cases whose labels have changed', () => {
    const fewer = { ...runWith(3), scores: runWith(3).scores.slice(1) };
    expect(() => compareAnswers(runWith(3), fewer)).toThrow(/只在 A 里的 1 个（c0…）/u);
    expect(() => compareAnswers(runWith(3), runWith(3, { casesHash: 'other' }))).toThrow('标注改过');
  });
});

describe('the history of answers', () => {
  it('stands beside that of retrieval in one file', async () => {
    const file = join(folder, 'history.jsonl');
    const retrieval = toHistoryEntry(runOf([resultOf('q1', [1])]), 'own', '2026-01-01');
    const answers = toAnswersEntry(runWith(30), 'own', '2026-02-01');
    appendHistory(file, retrieval);
    appendHistory(file, answers);
    expect(newestOf(file, 'own')).toEqual(retrieval);
    expect(newestAnswersOf(file, 'own')).toEqual(answers);
    expect(() => newestAnswersOf(file, 'other')).toThrow(/history\.jsonl.*other/u);
    await appendFile(file, `${JSON.stringify({ ...answers, casesHash: 1 })}\n`);
    expect(() => readHistory(file)).toThrow(/第 3 行.*casesHash/u);
  });

  it('keeps the shares of each case', () => {
    const shares = [
      { part: 0.5, whole: 1 },
      { part: 0, whole: 0 },
      { part: 2, whole: 3 },
    ];
    expect(shareText(shares)).toBe('0.5/1|-|2/3');
    expect(readShares(shareText(shares))).toEqual(shares);
  });

  const accepted = toAnswersEntry(runWith(30), 'own', '2026-02-01');
  it('passes the same run, a better one, and one that lost a single case', () => {
    for (const good of [30, 40, 29]) expect(checkAnswers(runWith(good), accepted).passed).toBe(true);
  });

  it('fails a run that lost more than chance would pick', () => {
    const check = checkAnswers(runWith(20), accepted);
    expect(check).toMatchObject({ paired: true, passed: false, name: 'own', date: '2026-02-01' });
    expect(check.figures.basisRecall).toMatchObject({ accepted: 0.5, now: 0.3333, dropped: true });
  });

  it('takes both intervals together where the cases have changed', () => {
    expect(checkAnswers(runWith(25, { casesHash: 'other' }), accepted)).toMatchObject({ paired: false, passed: true });
    expect(checkAnswers(runWith(5, { casesHash: 'other' }), accepted).passed).toBe(false);
  });
});
