import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { encodeWeights } from '../src/weights.ts';
import { evaluateWeights } from './evaluate.ts';
import { holdOut } from './hold-out.ts';
import { holdOutSeed, recipe as shipped } from './recipe.ts';
import type { TrainingProgress } from './thread-task.ts';
import { trainLanguage } from './train-language.ts';
import { trainQuestions } from './train-questions.ts';
import { type LabelledQuestion, readTrainingData } from './training-data.ts';

/**
 * `npm run embedder:train`: trains on four fifths of the questions and measures on the fifth that was held out, then trains on
 * all and writes the weights that ship. Progress goes to stderr, the scores to stdout.
 */
const here = fileURLToPath(new URL('..', import.meta.url));
const { values: args } = parseArgs({
  options: {
    shared: { type: 'string', default: resolve(here, '../../../shared') },
    questions: { type: 'string', default: resolve(here, '../../corpus/questions') },
    out: { type: 'string', default: join(here, 'weights/lutai-embedder.bin') },
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
const began = performance.now();
const say = (message: string) => console.error(`${Math.round((performance.now() - began) / 1000)} s  ${message}`);
const data = readTrainingData(args.shared, args.questions);
say(`${data.provisions.length} provisions, ${data.questions.length} questions`);

async function train(questions: readonly LabelledQuestion[]) {
  let reported = 0;
  const onProgress = ({ stage, step, steps, loss }: TrainingProgress) => {
    if (performance.now() - reported < 5000 && step < steps) return;
    reported = performance.now();
    say(`${stage}  step ${step} of ${steps}  loss ${loss.toFixed(3)}`);
  };
  const asked = questions.flatMap(({ text, answer }) => (answer === null ? [text] : [text, answer]));
  const stage = await trainLanguage(data, asked, recipe, { onProgress });
  return trainQuestions(stage, data, questions, recipe, { onProgress });
}

if (!args.ship) {
  const { trained, held } = holdOut(data.questions, 0.2, holdOutSeed);
  say(`measuring: training on ${trained.length} questions, ${held.length} held out`);
  const weights = await train(trained);
  say('ranking the provisions for the questions that were held out');
  console.log(JSON.stringify({ recipe, heldOut: await evaluateWeights(weights, data, held) }));
}
if (!args.measure) {
  say('training the weights that ship, on all questions');
  const weights = await train(data.questions);
  const file = encodeWeights(weights);
  writeFileSync(args.out, file);
  say(`wrote ${args.out}, ${file.length} bytes; ranking the provisions for a fifth of what it was trained on`);
  const { held } = holdOut(data.questions, 0.2, holdOutSeed);
  console.log(JSON.stringify({ recipe, known: await evaluateWeights(weights, data, held) }));
}
say('done');
