import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEmbedder } from '@lutai/embedder';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLaws } from '../../bench/corpus/read-laws.ts';
import { buildSearchIndex } from '../build-search-index.ts';
import { articleKey } from '../citation-key.ts';
import type { KnownQuestion, SearchIndex } from '../types.ts';
import { readKnownQuestions } from './read-known-questions.ts';

const repository = new URL('../../../../', import.meta.url);
const questionSchema = z.object({ text: z.string(), citations: z.array(z.string()) });
type Question = KnownQuestion;

const embeddings = createEmbedder();
const provisions = readLaws(fileURLToPath(new URL('corpus/laws', repository)));
const shipped = readKnownQuestions(fileURLToPath(new URL('corpus/questions', repository)));
const ids = new Map(provisions.map(({ law, article, provisionId }) => [articleKey(law + article), provisionId]));
const idsOf = ({ citations }: Question) => citations.flatMap((citation) => ids.get(articleKey(citation)) ?? []);
const pairs = similarPairs();

/** A question that was answered, and another of nearly the same matter that comes after it. */
interface Pair {
  answered: Question;
  next: Question;
}

/**
 * All pairs of questions of the evaluation set, which no weights and no memory have seen, that share a provision of the
 * corpus and are similar: a cosine of at least a half, where the same words would give one.
 */
function similarPairs(): Pair[] {
  const lines = readFileSync(new URL('evals/own/questions.jsonl', repository), 'utf8').split('\n').filter(Boolean);
  const questions = lines.map((line) => questionSchema.parse(JSON.parse(line)));
  const vectors = questions.map(({ text }) => embeddings.embed(text));
  const cosine = (a: number, b: number) =>
    (vectors[a] ?? new Float32Array()).reduce((sum, value, d) => sum + value * (vectors[b]?.[d] ?? 0), 0);
  const cited = questions.map((question) => new Set(idsOf(question)));
  return questions.flatMap((answered, a) =>
    questions.flatMap((next, b) =>
      a < b && [...(cited[b] ?? [])].some((id) => cited[a]?.has(id)) && cosine(a, b) >= 0.5 ? [{ answered, next }] : [],
    ),
  );
}

/** What is found for the second question of each pair, before and after the first becomes a case. */
async function measure(knownQuestions: readonly Question[]) {
  const key = { corpusVersion: 'bundled', modelId: embeddings.modelId };
  const index = await buildSearchIndex({ ...key, provisions, cases: [], knownQuestions, embeddings, folder: null });
  const [before, after] = [createTally(), createTally()];
  for (const { answered, next } of pairs) {
    const right = new Set(idsOf(next));
    before.count(await ranksOf(index, next.text, right), right.size);
    const { text: question, citations } = answered;
    await index.addCase({ caseId: 'new', title: '', question, answer: '', citations, provisionIds: idsOf(answered) });
    after.count(await ranksOf(index, next.text, right), right.size);
    await index.removeCase('new');
  }
  console.log(
    `${pairs.length} pairs, ${provisions.length} provisions, ${knownQuestions.length} known questions: recall@10 ${before.recall().toFixed(3)} → ${after.recall().toFixed(3)}, MRR@10 ${before.mrr().toFixed(3)} → ${after.mrr().toFixed(3)}`,
  );
  return { recall: after.recall() - before.recall(), mrr: after.mrr() - before.mrr() };
}

describe('an answer published today helps the next similar question at once, without training', () => {
  it('has enough pairs to tell', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(20);
  });

  it('where the desk has no memory but its own cases', async () => {
    const gain = await measure([]);
    expect(gain.recall).toBeGreaterThan(0.01);
    expect(gain.mrr).toBeGreaterThan(0.05);
  });

  it('beside ten thousand known questions, none of them on these provisions', async () => {
    const answers = new Set(pairs.flatMap(({ answered, next }) => [...idsOf(answered), ...idsOf(next)]));
    const others = shipped.filter((question) => !idsOf(question).some((id) => answers.has(id)));
    expect(others.length).toBeGreaterThan(5000);
    const gain = await measure(others);
    expect(gain.recall).toBeGreaterThan(0.01);
    expect(gain.mrr).toBeGreaterThan(0.02);
  });
});

/** Ranks among the first ten, from 1, of the right provisions. */
async function ranksOf(index: SearchIndex, question: string, right: ReadonlySet<string>): Promise<number[]> {
  const { hits } = await index.search({ question, k: 10, asOf: null });
  return hits.flatMap(({ provisionId }, i) => (right.has(provisionId) ? [i + 1] : []));
}

function createTally() {
  let [questions, found, first] = [0, 0, 0];
  return {
    count(ranks: readonly number[], right: number) {
      questions += 1;
      found += ranks.length / right;
      first += ranks[0] === undefined ? 0 : 1 / ranks[0];
    },
    recall: () => found / questions,
    mrr: () => first / questions,
  };
}
