// Fits the learnt routes to corpus/routes and corpus/questions and writes corpus/routes/weights.json. With --measure it
// only cross-validates (five folds by the text's hash) and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../src/drafting/routes/learnt/load-lexicon.ts';
import { trainRoutes } from '../src/drafting/routes/learnt/train-routes.ts';
import { measureRoutes } from './measure-routes.ts';
import { readRouteExamples } from './read-route-examples.ts';

const corpus = join(import.meta.dirname, '../../../corpus');
const examples = readRouteExamples(corpus);
const lexicon = await loadLexicon(join(corpus, 'routes/lexicon.yaml'));
if (process.argv.includes('--measure')) console.table(measureRoutes(examples, lexicon));
else {
  const weights = trainRoutes(examples, lexicon);
  writeFileSync(join(corpus, 'routes/weights.json'), `${JSON.stringify(weights)}\n`);
  console.log(`${examples.length} examples`);
}
