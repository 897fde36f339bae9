import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvaluationSet } from '../evaluation-set.ts';
import { readBeir } from '../reading/read-beir.ts';
import { reportRun } from '../scoring/report-run.ts';
import { jsonLines, makeBeirFolder, qrels } from '../testing/beir-folder.ts';
import { characterModel } from '../testing/character-embeddings.ts';
import { crossValidate, type Fit, type TrainQuestion } from './cross-validate.ts';

let folder = '';
let set: EvaluationSet;

beforeEach(async () => {
  folder = await makeBeirFolder();
  const queries = [
    '拖欠工资怎么办',
    '公司不发工资',
    '离婚抚养费',
    '孩子抚养费谁出',
    '酒驾罚款',
    '酒后开车',
    '押金不退',
    '押金不退？',
  ];
  await writeFile(join(folder, 'queries.jsonl'), jsonLines(...queries.map((text, i) => ({ _id: `q${i}`, text }))));
  await writeFile(
    join(folder, 'qrels/all.tsv'),
    qrels(...queries.map((_, i): [string, string, number] => [`q${i}`, `a${Math.floor(i / 2)}`, 1])),
  );
  set = readBeir(folder, 'all');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A fit that remembers what it was given. */
function createFit(namedProvisions: ReadonlySet<string> = new Set()) {
  const given: (readonly TrainQuestion[])[] = [];
  const fit: Fit = async (train) => {
    given.push(train);
    const { embeddings } = characterModel();
    return { embeddings, modelId: `fold-${given.length}`, indexOptions: { vectorSearch: 'exact' }, namedProvisions };
  };
  return { fit, given };
}

describe('crossValidate', () => {
  it('runs each question once, with a model that never saw it', async () => {
    const { fit, given } = createFit();
    const run = await crossValidate({ set, fit, folds: 4, seed: 1 });
    expect(run.results.map(({ id }) => id)).toEqual(set.questions.map(({ id }) => id));
    expect(given).toHaveLength(4);
    for (const { id, fold } of run.results) {
      const train = given[(fold ?? 0) - 1] ?? [];
      expect(train.map((one) => one.id)).not.toContain(id);
      expect(train.length).toBe(8 - run.results.filter((other) => other.fold === fold).length);
    }
    // Nearly equal questions are held out together.
    expect(run.results[6]?.fold).toBe(run.results[7]?.fold);
    expect(run.header).toMatchObject({ folds: { count: 4, seed: 1 }, modelId: 'fold-1 fold-2 fold-3 fold-4' });
  });

  it('gives citations to train on, and reports each fold', async () => {
    const { fit, given } = createFit();
    const report = reportRun(await crossValidate({ set, fit, folds: 2, seed: 3 }));
    expect(given[0]?.[0]).toMatchObject({
      provisionIds: [expect.any(String)],
      citations: [expect.stringMatching(/法第一条$/u)],
    });
    const folds = report.crossValidation?.folds ?? [];
    expect(folds.map(({ fold }) => fold)).toEqual([1, 2]);
    const pooled = folds.reduce((sum, { queries, metrics }) => sum + queries * metrics['recall@10'], 0) / 8;
    expect(report.metrics['recall@10']).toBeCloseTo(pooled, 3);
  });

  it('counts a provision as seen by the other folds alone, and by what else the model was trained on', async () => {
    const { fit } = createFit(new Set(['示例租赁法第一条']));
    const { results } = await crossValidate({ set, fit, folds: 4, seed: 1 });
    // Both questions of the lease are in one fold: no other fold names it, but the model's own training did.
    expect(results[6]?.labels[0]?.seen).toEqual({ trainQuestions: false, anyTraining: true });
    for (const one of results.slice(0, 6)) {
      const partner = results.find(({ id }) => id !== one.id && sameLabel(id, one.id));
      expect(one.labels[0]?.seen.trainQuestions).toBe(partner?.fold !== one.fold);
    }
  });

  it('answers with the questions of the other folds as cases, never with those of its own', async () => {
    // The same characters in another order: one question to the model, two to the folds; no word of theirs is in `a3`.
    await writeFile(
      join(folder, 'queries.jsonl'),
      jsonLines(...['公司拖欠工资', '资工欠拖司公', '离婚', '酒驾'].map((text, i) => ({ _id: `q${i}`, text }))),
    );
    await writeFile(
      join(folder, 'qrels/all.tsv'),
      qrels(['q0', 'a3', 1], ['q1', 'a3', 1], ['q2', 'a1', 1], ['q3', 'a2', 1]),
    );
    const pairs = readBeir(folder, 'all');
    const arrangements = new Set<boolean>();
    for (let seed = 1; seed <= 8; seed += 1) {
      const { fit } = createFit();
      const { results } = await crossValidate({ set: pairs, fit, folds: 2, seed });
      const [first, second] = results;
      const isApart = first?.fold !== second?.fold;
      arrangements.add(isApart);
      expect([seed, first?.labels[0]?.rank === 1, second?.labels[0]?.rank === 1]).toEqual([seed, isApart, isApart]);
    }
    expect(arrangements).toEqual(new Set([true, false]));
  });

  it('takes what little is known of a model that says no more', async () => {
    const fit: Fit = async () => characterModel();
    const run = await crossValidate({ set, fit, folds: 2, seed: 1 });
    expect(run.header.modelId).toBe('characters');
    expect(run.results.every(({ labels }) => labels[0]?.seen.anyTraining === null)).toBe(true);
  });

  it('stops between and within folds', async () => {
    const controller = new AbortController();
    const { fit, given } = createFit();
    const onFold = () => controller.abort(new Error('enough'));
    const running = crossValidate({ set, fit, folds: 4, seed: 1, onFold, signal: controller.signal });
    await expect(running).rejects.toThrow('enough');
    expect(given).toHaveLength(1);
  });

  it('refuses more folds than there are different questions', async () => {
    await expect(crossValidate({ set, fit: createFit().fit, folds: 8, seed: 1 })).rejects.toThrow('分不成 8 份');
  });
});

const sameLabel = (a: string, b: string) => Math.floor(Number(a.slice(1)) / 2) === Math.floor(Number(b.slice(1)) / 2);
