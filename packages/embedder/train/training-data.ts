import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, shuffled } from './random.ts';
import { readLaws, type TrainingProvision } from './read-laws.ts';

/** A question in a person's own words with the provisions that answer it (places in `TrainingData.provisions`). */
export interface LabelledQuestion {
  source: 'stard' | 'lay';
  text: string;
  /** What a lawyer replied; null where nobody has. */
  answer: string | null;
  provisions: number[];
}

export interface TrainingData {
  provisions: TrainingProvision[];
  questions: LabelledQuestion[];
  /** Provisions that STARD ranks; its published figures count over these alone. */
  stardCorpus: Set<number>;
}

/** Reads `<shared>/corpus/laws`, STARD's train split and the 800 questions; nothing of it is kept but the weights. */
export function readTrainingData(shared: string): TrainingData {
  const provisions = readLaws(join(shared, 'corpus/laws'));
  const byWords = new Map<string, number>();
  const byCitation = new Map<string, number>();
  for (const [place, provision] of provisions.entries()) {
    byWords.set(tight(provision.law + provision.article + provision.text), place);
    const citation = tight(provision.law + provision.article);
    const known = provisions[byCitation.get(citation) ?? -1];
    if (known === undefined || known.day <= provision.day) byCitation.set(citation, place);
  }
  const stard = readStard(join(shared, 'evals/stard'), provisions, byWords, byCitation);
  return { provisions, questions: [...stard.questions, ...readLay(shared, byCitation)], stardCorpus: stard.corpus };
}

interface StardDocument {
  _id: string;
  title: string;
  text: string;
  metadata: { article: string; section: string };
}

function readStard(
  folder: string,
  provisions: TrainingProvision[],
  byWords: Map<string, number>,
  byCitation: Map<string, number>,
) {
  const placeOf = new Map<string, number>();
  for (const { _id, title, text, metadata } of readLines<StardDocument>(join(folder, 'corpus.jsonl'))) {
    let place = byWords.get(tight(title + metadata.article + text)) ?? byCitation.get(tight(title + metadata.article));
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
    if (labelled) questions.push({ source: 'stard', text, answer: answers.get(_id) ?? null, provisions: labelled });
  }
  return { questions, corpus: new Set(placeOf.values()) };
}

function readLay(shared: string, byCitation: Map<string, number>): LabelledQuestion[] {
  const file = join(shared, 'questions/lay-800.jsonl');
  if (!existsSync(file)) return [];
  return readLines<{ text: string; citations: string[] }>(file).map(({ text, citations }) => {
    const provisions = citations.map((citation) => byCitation.get(tight(citation)));
    const found = provisions.filter((place) => place !== undefined);
    if (found.length < provisions.length) throw new Error(`a label is no provision of the corpus: ${citations}`);
    return { source: 'lay', text, answer: null, provisions: found };
  });
}

/** Keeps a share of each source's questions out of training, the same ones for one seed. */
export function holdOut(questions: LabelledQuestion[], share: number, seed: number) {
  const random = createRandom(seed);
  const held = new Set<LabelledQuestion>();
  for (const source of ['stard', 'lay'] as const) {
    const own = questions.filter((question) => question.source === source);
    for (const place of shuffled(own.length, random).slice(0, Math.round(own.length * share))) {
      const question = own[place];
      if (question) held.add(question);
    }
  }
  return { trained: questions.filter((question) => !held.has(question)), held: [...held] };
}

/** The text as it is embedded: law and headings say what the words of a provision leave out. */
export const passageText = (provision: TrainingProvision) => `${headerText(provision)}\n${provision.text}`;
export const headerText = (provision: TrainingProvision) => `${provision.law} ${provision.path}`;

const tight = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]/gu, '')
    .replace(/^中华人民共和国/u, '');

/** Some lines of the answers were written by a tool that puts NaN where JSON has null. */
const BARE_NAN = /(": )NaN(?=[,}])/gu;

function readLines<Row>(file: string): Row[] {
  // The files are ours or a published set's: their shape is known, and a wrong one fails at the first use.
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.replace(BARE_NAN, '$1null')) as Row);
}
