import { join } from 'node:path';
import { readLaws, type TrainingProvision } from './read-laws.ts';
import { readOwnQuestions } from './read-own-questions.ts';
import { readStard } from './read-stard.ts';

/** A question in a person's own words with the provisions that answer it (places in `TrainingData.provisions`). */
export interface LabelledQuestion {
  source: 'stard' | 'own';
  /** The file of the project's own questions that it stands in, without its folder; null for STARD's. */
  file: string | null;
  text: string;
  /** What a lawyer replied; null where nobody has. */
  answer: string | null;
  /** At least one. */
  provisions: number[];
}

export interface TrainingData {
  provisions: TrainingProvision[];
  questions: LabelledQuestion[];
  /** Provisions that STARD ranks; its published figures count over these alone. */
  stardCorpus: Set<number>;
}

/**
 * Reads `<shared>/corpus/laws`, STARD's train split in `<shared>/evals/stard`, and the project's own questions: every
 * `.jsonl` of a folder, in the order of their names. A label that is no provision throws, with file and line.
 */
export function readTrainingData(shared: string, questionsFolder: string): TrainingData {
  const provisions = readLaws(join(shared, 'corpus/laws'));
  const places = createPlaces(provisions);
  const stard = readStard(join(shared, 'evals/stard'), provisions, places);
  const own = readOwnQuestions(questionsFolder, places);
  return { provisions, questions: [...stard.questions, ...own], stardCorpus: stard.corpus };
}

/** Finds provisions by what others say of them; undefined where there is none. */
export interface Places {
  /** The version with these very words. */
  byWords(law: string, article: string, text: string): number | undefined;
  /** The newest version of `中华人民共和国民法典第五百条`. */
  byCitation(citation: string): number | undefined;
}

export function createPlaces(provisions: readonly TrainingProvision[]): Places {
  const byWords = new Map<string, number>();
  const byCitation = new Map<string, number>();
  for (const [place, { law, article, text, day }] of provisions.entries()) {
    byWords.set(tight(law + article + text), place);
    const citation = tight(law + article);
    const known = provisions[byCitation.get(citation) ?? -1];
    if (known === undefined || known.day <= day) byCitation.set(citation, place);
  }
  return {
    byWords: (law, article, text) => byWords.get(tight(law + article + text)),
    byCitation: (citation) => byCitation.get(tight(citation)),
  };
}

/** The text as it is embedded: law and headings say what the words of a provision leave out. */
export const passageText = (provision: TrainingProvision) => `${headerText(provision)}\n${provision.text}`;
export const headerText = (provision: TrainingProvision) => `${provision.law} ${provision.path}`;

/** How a citation is compared: without spaces, forms of characters and the 中华人民共和国 before a law's name. */
export const tight = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]/gu, '')
    .replace(/^中华人民共和国/u, '');
