import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { buildSearchIndex, type IndexProgress, type ProvisionRecord } from '../../src/index.ts';
import { indexKey, prepareCorpus, prepareEmbedder } from './prepare.ts';
import type { StageAnswers, StageContext } from './stage-job.ts';

/** Builds and saves the index; the corpus is read and grown before the clock starts. */
export async function buildStage({ job, report }: StageContext): Promise<StageAnswers['build']> {
  report({ doing: 'corpus', done: 0, total: job.size });
  const { embeddings } = await prepareEmbedder();
  const { base, provisions, cases, knownQuestions } = prepareCorpus(job);
  const copyLikeness = await likeness(provisions, base.length, embeddings);
  const clock = stageClock();
  const began = performance.now();
  const input = {
    ...indexKey(job, embeddings.modelId),
    provisions,
    cases,
    knownQuestions,
    embeddings,
    folder: job.folder,
    onProgress(progress: IndexProgress) {
      clock.tick(progress);
      report({ doing: progress.stage, done: progress.done, total: progress.total });
    },
  };
  const index = await buildSearchIndex(input);
  const seconds = (performance.now() - began) / 1000;
  const [vector = []] = await embeddings.embedDocuments(['维']);
  return {
    modelId: embeddings.modelId,
    dimensions: vector.length,
    vectorSearch: index.vectorSearch,
    answeredCases: index.caseCount,
    knownQuestions: knownQuestions.length,
    copyLikeness,
    build: {
      seconds,
      stages: clock.finish(),
      peakBytes: process.resourceUsage().maxRSS * 1024,
      diskBytes: bytesIn(job.folder),
    },
  };
}

/** Seconds of each stage, as the builder names them. */
function stageClock() {
  const stages: Record<string, number> = {};
  let [stage, since] = ['', performance.now()];
  const close = () => {
    const now = performance.now();
    if (stage !== '') stages[stage] = (stages[stage] ?? 0) + (now - since) / 1000;
    since = now;
  };
  return {
    tick(progress: IndexProgress) {
      if (progress.stage === stage) return;
      close();
      stage = progress.stage;
    },
    finish() {
      close();
      return stages;
    },
  };
}

async function likeness(provisions: readonly ProvisionRecord[], originals: number, embeddings: EmbeddingsInterface) {
  const sampled = provisions.slice(originals, originals + 200);
  if (sampled.length === 0) return null;
  const copies = await embeddings.embedDocuments(sampled.map(({ text }) => text));
  const sources = await embeddings.embedDocuments(provisions.slice(0, sampled.length).map(({ text }) => text));
  const cosines = copies.map((copy, i) => copy.reduce((sum, value, d) => sum + value * (sources[i]?.[d] ?? 0), 0));
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.reduce((sum, file) => {
    const found = statSync(join(folder, file));
    return sum + (found.isFile() ? found.size : 0);
  }, 0);
}
