import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingProvision } from './read-laws.ts';
import type { LabelledQuestion, Places } from './training-data.ts';

interface StardDocument {
  _id: string;
  title: string;
  text: string;
  metadata: { article: string; section: string };
}

/** STARD's train split in the BEIR layout. Provisions that the law files lack are added to `provisions`. */
export function readStard(folder: string, provisions: TrainingProvision[], places: Places) {
  const placeOf = new Map<string, number>();
  for (const { _id, title, text, metadata } of readLines<StardDocument>(join(folder, 'corpus.jsonl'))) {
    let place = places.byWords(title, metadata.article, text) ?? places.byCitation(title + metadata.article);
    if (place === undefined) {
      place = provisions.length;
      provisions.push({ law: title, article: metadata.article, path: metadata.section, text, day: '' });
    }
    placeOf.set(_id, place);
  }
  const answers = new Map<string, string>();
  for (const { _id, answer } of readLines<{ _id: string; answer: string }>(join(folder, 'answers.jsonl')))
    answers.set(_id, answer);
  const labels = new Map<string, number[]>();
  for (const line of readFileSync(join(folder, 'qrels/train.tsv'), 'utf8').split('\n').slice(1)) {
    const [question = '', document = '', score = '0'] = line.trim().split('\t');
    const place = placeOf.get(document);
    if (place !== undefined && Number(score) > 0) labels.set(question, [...(labels.get(question) ?? []), place]);
  }
  const questions: LabelledQuestion[] = [];
  for (const { _id, text } of readLines<{ _id: string; text: string }>(join(folder, 'queries.jsonl'))) {
    const labelled = labels.get(_id);
    if (labelled)
      questions.push({ source: 'stard', file: null, text, answer: answers.get(_id) ?? null, provisions: labelled });
  }
  return { questions, corpus: new Set(placeOf.values()) };
}

/** Some lines of the answers were written by a tool that puts NaN where JSON has null. */
const BARE_NAN = /(": )NaN(?=[,}])/gu;

function readLines<Row>(file: string): Row[] {
  // A published set: its shape is known, and a wrong one fails at the first use.
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.replace(BARE_NAN, '$1null')) as Row);
}
