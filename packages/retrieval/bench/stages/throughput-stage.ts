import { loadIndex, prepareEmbedder, prepareQuestions } from './prepare.ts';
import { searchOf } from './search-stage.ts';
import type { StageAnswers, StageContext } from './stage-job.ts';

/** Searches without a pause for some seconds, on an index of its own, beginning together with the other processes. */
export async function throughputStage({ job, report, ready }: StageContext): Promise<StageAnswers['throughput']> {
  const { warmUp, asked } = prepareQuestions(job);
  const { embeddings } = await prepareEmbedder();
  const index = await loadIndex(job, embeddings);
  for (const question of warmUp) await index.search(searchOf(job, question));
  await ready();
  const began = performance.now();
  let searches = 0;
  let seconds = 0;
  while (seconds < job.seconds) {
    await index.search(searchOf(job, asked[searches % asked.length] ?? ''));
    searches += 1;
    seconds = (performance.now() - began) / 1000;
    report({ doing: 'throughput', done: Math.min(Math.round(seconds), job.seconds), total: job.seconds });
  }
  return { searches, seconds };
}
