import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readTrainingData } from '@lutai/embedder/train';
import { fitRetrieval } from './fit-retrieval.ts';
import { readTrainingCorpus } from './training-context.ts';

/**
 * `npm run embedder:train`: trains both stages of the search on all questions and writes the weights that ship, the embedder's and
 * the ranker's. Progress goes to stderr. How good they are says `lutai eval retrieval --folds 5`, which trains in the same way.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const { values: args } = parseArgs({
  options: {
    shared: { type: 'string', default: resolve(root, '../shared') },
    questions: { type: 'string', default: join(root, 'corpus/questions') },
    embedder: { type: 'string', default: join(root, 'packages/embedder/weights/lutai-embedder.bin') },
    ranker: { type: 'string', default: join(root, 'packages/retrieval/weights/ranker.json') },
  },
});
if (!existsSync(args.shared)) {
  console.error(`The training texts are not in ${args.shared}; name their folder with --shared.`);
  process.exit(2);
}

const began = performance.now();
const say = (message: string) => console.error(`${Math.round((performance.now() - began) / 1000)} s  ${message}`);
let reported = 0;
const data = readTrainingData(args.shared, args.questions);
say(`${data.provisions.length} provisions, ${data.questions.length} questions`);
const corpus = await readTrainingCorpus(data);
const { encoded, modelId, ranker } = await fitRetrieval(corpus, data.questions, {
  threads: 2,
  onProgress: ({ stage, done, total }) => {
    if (performance.now() - reported < 5000 && done < total) return;
    reported = performance.now();
    say(`${stage} ${done} of ${total}`);
  },
});
writeFileSync(args.embedder, encoded);
writeFileSync(args.ranker, `${JSON.stringify(ranker)}\n`);
say(`wrote ${modelId}: ${args.embedder}, ${encoded.length} bytes, and ${args.ranker}`);
