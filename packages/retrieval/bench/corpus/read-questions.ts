import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaseRecord, ProvisionRecord } from '../../src/index.ts';
import { createRandom, shuffled } from '../random.ts';

const questionSchema = z.object({ text: z.string().min(1), citations: z.array(z.string()) });
export type LabelledQuestion = z.infer<typeof questionSchema>;

export interface SampledQuestions {
  warmUp: string[];
  asked: string[];
  /** Twice as many as there are to be answered cases: not every corpus has what they cite. */
  forCases: LabelledQuestion[];
  /** What is left: questions that ship with the product. */
  known: LabelledQuestion[];
}

const WARM_UP = 50;

/** Divides the questions in a folder of JSON lines (`text`, `citations`) by chance; the same for one seed. */
export function sampleQuestions(
  folder: string,
  { asked, cases, seed }: { asked: number; cases: number; seed: number },
): SampledQuestions {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  const lines = files.sort().flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean));
  const all = shuffled(
    lines.map((line) => questionSchema.parse(JSON.parse(line))),
    createRandom(seed, 1),
  );
  const enough = WARM_UP + asked;
  if (all.length < enough) throw new Error(`${folder} has ${all.length} questions, and ${enough} are needed`);
  const texts = all.slice(0, enough).map(({ text }) => text);
  return {
    warmUp: texts.slice(0, WARM_UP),
    asked: texts.slice(WARM_UP),
    forCases: all.slice(enough, enough + 2 * cases),
    known: all.slice(enough + 2 * cases),
  };
}

/** Answered cases, so that searches have the memory that they have in use: questions with the provisions that they cite. */
export function answeredCases(
  questions: readonly LabelledQuestion[],
  provisions: readonly ProvisionRecord[],
  count: number,
): CaseRecord[] {
  const ids = new Map(provisions.map(({ law, article, provisionId }) => [`${law}${article}`, provisionId]));
  const cases: CaseRecord[] = [];
  for (const { text, citations } of questions) {
    if (cases.length === count) break;
    const provisionIds = citations.flatMap((citation) => ids.get(citation) ?? []);
    if (provisionIds.length === 0) continue;
    cases.push({ caseId: `case-${cases.length}`, title: '', question: text, answer: '', citations, provisionIds });
  }
  return cases;
}
