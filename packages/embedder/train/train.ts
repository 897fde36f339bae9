import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { encodeWeights } from '../src/weights.ts';
import { evaluateWeights } from './evaluate.ts';
import { holdOutSeed, recipe as shipped } from './recipe.ts';
import { trainEmbedder } from './train-embedder.ts';
import { holdOut, type LabelledQuestion, readTrainingData } from './training-data.ts';

/**
 * `npm run embedder:train`: trains on four fifths of the questions and measures on the fifth that was held out, then trains on
 * all and writes the weights that ship. Progress goes to stderr, the scores to stdout.
 */
const here = fileURLToPath(new URL('..', import.meta.url));
const { values: args } = parseArgs({
  options: {
    shared: { type: 'string', default: resolve(here, '../../../shared') },
    out: { type: 'string', default: join(here, 'weights/lutai-embedder.bin') },
    threads: { type: 'string', default: '2' },
    /** Measure only; the weights on disk stay. */
    measure: { type: 'boolean', default: false },
    /** Train what ships only. */
    ship: { type: 'boolean', default: false },
    /** For trying things out: JSON laid over the recipe. */
    recipe: { type: 'string', default: '{}' },
  },
});

if (!existsSync(args.shared)) {
  console.error(`The training texts are not in ${args.shared}; name their folder with --shared.`);
  process.exit(2);
}

// A person's own experiment: a wrong field shows in the printed recipe.
const changes = JSON.parse(args.recipe) as Partial<typeof shipped>;
const recipe = {
  ...shipped,
  ...changes,
  language: { ...shipped.language, ...changes.language },
  questions: { ...shipped.questions, ...changes.questions },
};
const threads = args.threads === '1' ? 1 : 2;
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const data = readTrainingData(args.shared);
console.error(`${data.provisions.length} provisions, ${data.questions.length} questions`);

async function train(questions: readonly LabelledQuestion[]) {
  let reported = 0;
  return trainEmbedder(data, questions, recipe, {
    threads,
    onProgress({ stage, step, steps, loss }) {
      if (performance.now() - reported < 5000 && step < steps) return;
      reported = performance.now();
      console.error(`${seconds()} s  ${stage}  step ${step} of ${steps}  loss ${loss.toFixed(3)}`);
    },
  });
}

if (!args.ship) {
  const { trained, held } = holdOut(data.questions, 0.2, holdOutSeed);
  console.error(`measuring: trained on ${trained.length} questions, ${held.length} held out`);
  const scores = evaluateWeights(await train(trained), data, held);
  console.log(JSON.stringify({ recipe, heldOut: scores, seconds: seconds() }));
}
if (!args.measure) {
  console.error('training the weights that ship, on all questions');
  const file = encodeWeights(await train(data.questions));
  writeFileSync(args.out, file);
  console.error(`${seconds()} s  wrote ${args.out}, ${(file.length / 2 ** 20).toFixed(1)} MiB`);
}
