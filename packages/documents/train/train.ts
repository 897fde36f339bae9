// Fits the learnt terms to corpus/terms and writes corpus/terms/weights.json. With --measure it only cross-validates and writes
// nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainTerms } from '../src/review/learnt/train-terms.ts';
import { loadChecklists } from '../src/review/load-checklists.ts';
import { measureTerms } from './measure-terms.ts';
import { readContractExamples, readSentenceExamples, readSuggestions } from './read-term-examples.ts';
import { themesOfChecks } from './themes-of-checks.ts';

const corpus = join(import.meta.dirname, '../../../corpus');
const checklists = await loadChecklists(join(corpus, 'checklists'));
const themeOf = themesOfChecks(checklists);
const sentences = readSentenceExamples(join(corpus, 'terms'), themeOf);
const suggestions = readSuggestions(checklists, themeOf);
const contracts = readContractExamples(join(corpus, 'terms/contracts'), checklists);
console.log(`${sentences.length} sentences, ${suggestions.length} of suggestions, ${contracts.length} of contracts`);
if (process.argv.includes('--measure')) {
  const { rows, told } = measureTerms([...sentences, ...suggestions], contracts);
  console.table(rows);
  console.log(told);
} else {
  // A sentence that stands in a contract counts twice: it is what will be read.
  writeFileSync(
    join(corpus, 'terms/weights.json'),
    `${JSON.stringify(trainTerms([...sentences, ...suggestions, ...contracts, ...contracts]))}\n`,
  );
}
