import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallCorpus } from '../../src/testing/index.ts';
import { createRandom } from '../random.ts';
import { growCorpus, perturb } from './grow-corpus.ts';
import { readLaws } from './read-laws.ts';
import { answeredCases, sampleQuestions } from './read-questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'lutai-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a corpus of any size', () => {
  it('is a sample where it is smaller, in the order of the corpus', () => {
    const sample = growCorpus(smallCorpus, 5, 7);
    expect(sample).toHaveLength(5);
    const places = sample.map((provision) => smallCorpus.indexOf(provision));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(growCorpus(smallCorpus, 5, 7)).toEqual(sample);
    expect(growCorpus(smallCorpus, 5, 8)).not.toEqual(sample);
    expect(growCorpus(smallCorpus, smallCorpus.length, 7)).toEqual(smallCorpus);
  });

  it('goes on with copies that are laws of their own and differ from each other', () => {
    const size = smallCorpus.length * 4 + 3;
    const grown = growCorpus(smallCorpus, size, 7);
    expect(grown).toHaveLength(size);
    expect(grown.slice(0, smallCorpus.length)).toEqual(smallCorpus);
    expect(new Set(grown.map(({ provisionId }) => provisionId)).size).toBe(size);
    expect(new Set(grown.map(({ text }) => text)).size).toBe(size);
    const [copy] = grown.slice(smallCorpus.length);
    expect(copy?.lawId).toBe(`${smallCorpus[0]?.lawId}~1`);
    expect(copy?.law).toBe(smallCorpus[0]?.law);
    expect(growCorpus(smallCorpus, size, 7)).toEqual(grown);
  });

  it('changes about three words of ten, and never none', () => {
    const text = Array.from({ length: 4000 }, (_, i) => `字${i}，`.split('，')[0] ?? '');
    const changed = perturb(text, [['新']], createRandom(1));
    const kept = text.filter((word) => changed.includes(word)).length;
    // A tenth is dropped and a tenth replaced; what is swapped is still there.
    expect(kept / text.length).toBeGreaterThan(0.77);
    expect(kept / text.length).toBeLessThan(0.85);
    for (let seed = 0; seed < 200; seed += 1) {
      expect(perturb(['甲'], [['乙']], createRandom(seed))).not.toMatch(/^甲?$/);
    }
    expect(perturb([], [], createRandom(1))).not.toBe('');
  });
});

describe('the files', () => {
  it('of laws become provisions with ids of their own, and what is no law is left out', () => {
    const laws = mkdtempSync(join(folder, 'laws-'));
    const law =
      '# 示例法\n\n2000年1月1日通过 自2000年2月1日起施行\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n';
    writeFileSync(join(laws, 'a.md'), law);
    writeFileSync(join(laws, 'b.md'), law);
    writeFileSync(join(laws, 'c.md'), '随笔');
    const provisions = readLaws(laws);
    expect(provisions.map(({ law, article, text }) => [law, article, text])).toEqual([
      ['示例法', '第一条', '甲。'],
      ['示例法', '第二条', '乙。'],
      ['示例法', '第一条', '甲。'],
      ['示例法', '第二条', '乙。'],
    ]);
    expect(new Set(provisions.map(({ provisionId }) => provisionId)).size).toBe(4);
    expect(() => readLaws(mkdtempSync(join(folder, 'none-')))).toThrow('no law was found');
  });

  it('of questions give a sample by seed, and the rest become answered cases', () => {
    const questions = mkdtempSync(join(folder, 'questions-'));
    const line = (i: number) =>
      JSON.stringify({ text: `问题${i}`, citations: ['示例民间借贷规定第六条', '没有的法第一条'] });
    writeFileSync(join(questions, 'a.jsonl'), `${Array.from({ length: 80 }, (_, i) => line(i)).join('\n')}\n`);
    const sample = sampleQuestions(questions, { asked: 20, cases: 3, seed: 7 });
    expect(Object.values(sample).map(({ length }) => length)).toEqual([50, 20, 6, 4]);
    const all = [...sample.warmUp, ...sample.asked, ...[...sample.forCases, ...sample.known].map(({ text }) => text)];
    expect(new Set(all).size).toBe(80);
    expect(sampleQuestions(questions, { asked: 20, cases: 3, seed: 7 })).toEqual(sample);
    expect(sampleQuestions(questions, { asked: 20, cases: 3, seed: 8 })).not.toEqual(sample);
    expect(() => sampleQuestions(questions, { asked: 40, cases: 3, seed: 7 })).toThrow(
      'has 80 questions, and 90 are needed',
    );
    const cases = answeredCases(sample.forCases, smallCorpus, 4);
    expect(cases).toHaveLength(4);
    expect(cases[0]?.provisionIds).toEqual(['lending::第六条']);
    expect(answeredCases([{ text: '无', citations: ['没有的法第一条'] }], smallCorpus, 4)).toEqual([]);
  });
});
