import { percentile } from '../statistics.ts';
import { loadIndex, prepareEmbedder, prepareQuestions } from './prepare.ts';
import type { StageAnswers, StageContext, StageJob } from './stage-job.ts';

/** What a question of the desk asks for. */
export const searchOf = (job: StageJob, question: string) => ({ question, k: 10, asOf: job.asOf, caseCount: 5 });

/** Opens the saved index in a fresh process and asks one question after the other. */
export async function searchStage({ job, report }: StageContext): Promise<StageAnswers['search']> {
  const { warmUp, asked, agreement } = prepareQuestions(job);
  const { embeddings, seconds: embedderSeconds } = await prepareEmbedder();
  report({ doing: 'load', done: 0, total: 1 });
  const began = performance.now();
  const index = await loadIndex(job, embeddings);
  const indexSeconds = (performance.now() - began) / 1000;
  for (const question of warmUp) await index.search(searchOf(job, question));

  const times: number[] = [];
  const before = process.cpuUsage();
  for (const question of asked) {
    const asking = performance.now();
    await index.search(searchOf(job, question));
    times.push(performance.now() - asking);
    report({ doing: 'latency', done: times.length, total: asked.length });
  }
  const { user, system } = process.cpuUsage(before);

  const found: number[][] = [];
  const nearestTimes: number[] = [];
  for (const question of agreement) {
    // The search sets how far its store looks; asked right after it, the store looks as far.
    await index.search(searchOf(job, question));
    const vector = await embeddings.embedQuery(question);
    const asking = performance.now();
    const near = await index.vectorStore.similaritySearchVectorWithScore(vector, 10);
    nearestTimes.push(performance.now() - asking);
    found.push(near.map(([, distance]) => distance));
    report({ doing: 'agreement', done: found.length, total: agreement.length });
  }
  return {
    load: { embedderSeconds, indexSeconds, bytes: process.resourceUsage().maxRSS * 1024 },
    latency: {
      questions: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      max: percentile(times, 1),
      nearest: percentile(nearestTimes, 0.5),
      processor: (user + system) / 1000 / asked.length,
    },
    found,
  };
}
