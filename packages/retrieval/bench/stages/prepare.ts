import { createEmbedder, type EmbeddedEmbeddings } from '@lutai/embedder';
import { loadSearchIndex } from '../../src/index.ts';
import { growCorpus } from '../corpus/grow-corpus.ts';
import { readLaws } from '../corpus/read-laws.ts';
import { answeredCases, sampleQuestions } from '../corpus/read-questions.ts';
import { AGREEMENT_QUESTIONS, type StageJob } from './stage-job.ts';

/** The corpus of a size and what the memory knows; the same in every process of one run. */
export function prepareCorpus(job: StageJob) {
  const base = readLaws(job.corpus);
  const provisions = growCorpus(base, job.size, job.seed);
  const { forCases, known } = sampleQuestions(job.questions, job);
  return { base, provisions, cases: answeredCases(forCases, provisions, job.cases), knownQuestions: known };
}

export function prepareQuestions(job: StageJob) {
  const { warmUp, asked } = sampleQuestions(job.questions, job);
  return { warmUp, asked, agreement: asked.slice(0, AGREEMENT_QUESTIONS) };
}

/** The saved index, opened as a server opens it. */
export function loadIndex(job: StageJob, embeddings: EmbeddedEmbeddings) {
  const { known } = sampleQuestions(job.questions, job);
  const input = { ...indexKey(job, embeddings.modelId), folder: job.folder, embeddings, knownQuestions: known };
  return loadSearchIndex(input);
}

/** The embedded model, loaded to the last table, and how long that took. */
export async function prepareEmbedder() {
  const began = performance.now();
  const embeddings = createEmbedder();
  await embeddings.embedQuery('预热');
  return { embeddings, seconds: (performance.now() - began) / 1000 };
}

export const indexKey = ({ size, seed }: StageJob, modelId: string) => ({
  corpusVersion: `bench-${size}-${seed}`,
  modelId,
});
