import { buildSearchIndex } from '../../src/index.ts';
import { indexKey, prepareCorpus, prepareEmbedder, prepareQuestions } from './prepare.ts';
import type { StageAnswers, StageContext } from './stage-job.ts';

/**
 * The ten nearest by a look at every vector. Builds over the saved index, whose vectors are taken over, and replaces it: the
 * last stage of a size.
 */
export async function exactStage({ job, report }: StageContext): Promise<StageAnswers['exact']> {
  report({ doing: 'corpus', done: 0, total: job.size });
  const { agreement } = prepareQuestions(job);
  const { embeddings } = await prepareEmbedder();
  const index = await buildSearchIndex({
    ...indexKey(job, embeddings.modelId),
    provisions: prepareCorpus(job).provisions,
    cases: [],
    embeddings,
    folder: job.folder,
    vectorSearch: 'exact',
    onProgress: ({ stage, done, total }) => report({ doing: `exact: ${stage}`, done, total }),
  });
  const nearest: number[][] = [];
  for (const question of agreement) {
    const found = await index.vectorStore.similaritySearchVectorWithScore(await embeddings.embedQuery(question), 10);
    nearest.push(found.map(([, distance]) => distance));
    report({ doing: 'exact search', done: nearest.length, total: agreement.length });
  }
  return { nearest };
}
