import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultOf, runOf } from '../testing/results.ts';
import { checkAgainstHistory } from './check-against-history.ts';
import { appendHistory, newestOf, rankText, readHistory, readRanks, toHistoryEntry } from './history.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-history-'));
  file = join(folder, 'history.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** 100 questions of which `found` are answered at rank 1, the others not at all. */
const runWith = (found: number, hash?: string) =>
  runOf(
    Array.from({ length: 100 }, (_, i) => resultOf(`q${i}`, [i < found ? 1 : null])),
    hash,
  );

describe('history', () => {
  it('keeps accepted runs, one a line, and gives the newest of a name', async () => {
    expect(readHistory(file)).toEqual([]);
    const first = toHistoryEntry(runWith(60), 'stard', '2026-01-01');
    const second = toHistoryEntry(runWith(70), 'stard', '2026-02-01');
    for (const entry of [first, second, toHistoryEntry(runWith(10), 'own', '2026-03-01')]) appendHistory(file, entry);
    expect(newestOf(file, 'stard')).toEqual(second);
    expect(first).toMatchObject({ queries: 100, modelId: 'model', metrics: { 'recall@10': 0.6 } });
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(3);
    expect(() => newestOf(file, 'other')).toThrow(/history\.jsonl.*other/u);
  });

  it.each([
    ['{"date":"2026-01-01"', 'JSON'],
    ['{"date":"yesterday","name":"stard"}', 'date'],
  ])('names a malformed line: %s', async (line, told) => {
    appendHistory(file, toHistoryEntry(runWith(60), 'stard', '2026-01-01'));
    await appendFile(file, `${line}\n`);
    expect(() => readHistory(file)).toThrow('history.jsonl 第 2 行');
    expect(() => readHistory(file)).toThrow(told);
    expect(() => appendHistory(file, toHistoryEntry(runWith(60), 'stard', '2026-01-02'))).toThrow('第 2 行');
  });

  it('refuses a line whose ranks are not those of its questions', async () => {
    const entry = toHistoryEntry(runWith(60), 'stard', '2026-01-01');
    await appendFile(file, `${JSON.stringify({ ...entry, ranks: '1|2' })}\n`);
    expect(() => readHistory(file)).toThrow('ranks');
  });

  it('writes ranks in order of the ids, and reads them back', () => {
    const text = rankText([resultOf('q2', [null]), resultOf('q1', [3, null, 17])]);
    expect(text).toBe('3,-,17|-');
    expect(readRanks(text)).toEqual([[3, null, 17], [null]]);
  });
});

describe('checkAgainstHistory', () => {
  const accepted = toHistoryEntry(runWith(60), 'stard', '2026-01-01');

  it('passes the same run, a better one, and one that lost a single question', () => {
    for (const found of [60, 75, 59]) expect(checkAgainstHistory(runWith(found), accepted).passed).toBe(true);
  });

  it('fails a run that lost more questions than chance would pick, though its own interval is wider than that', () => {
    const check = checkAgainstHistory(runWith(52), accepted);
    expect(check).toMatchObject({ paired: true, passed: false, name: 'stard', date: '2026-01-01' });
    expect(check.metrics['recall@10']).toMatchObject({ accepted: 0.6, now: 0.52, difference: -0.08, dropped: true });
    // Eight lost of 100: the standard error of the difference is √(.08 · .92 / 100) = .027, half of the interval about .053.
    expect(check.metrics['recall@10'].noise).toBeGreaterThan(0.04);
    expect(check.metrics['recall@10'].noise).toBeLessThan(0.06);
  });

  it('takes the two intervals together where the questions have changed', () => {
    const check = checkAgainstHistory(runWith(52, 'other questions'), accepted);
    expect(check).toMatchObject({ paired: false, passed: true });
    // Each interval is about ±.096 wide: √2 times that.
    expect(check.metrics['recall@10'].noise).toBeGreaterThan(0.12);
    expect(checkAgainstHistory(runWith(40, 'other questions'), accepted).passed).toBe(false);
  });

  it('fails when one figure drops, though the others stand', () => {
    const moved = runOf(Array.from({ length: 100 }, (_, i) => resultOf(`q${i}`, [i < 60 ? 5 : null])));
    const { passed, metrics } = checkAgainstHistory(moved, accepted);
    expect([passed, metrics['mrr@10'].dropped, metrics['recall@10'].dropped]).toEqual([false, true, false]);
  });
});
