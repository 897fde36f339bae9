import {
  annotateDocx,
  annotateText,
  createRecogniser,
  type LearntTerms,
  loadLearntTerms,
  type Recogniser,
  type ReviewOptions,
  readSentFile,
  reviewContract,
} from '@lutai/documents';

import { oneYearLprOn } from '../one-year-lpr.ts';

type CheckedCitations = ReturnType<NonNullable<ReviewOptions['checkCitations']>>;

/** What can be handed to another thread: the learnt terms are named by their folder (`corpus/terms`), null for none. */
type CloneableOptions = Omit<ReviewOptions, 'checkCitations' | 'learntTerms' | 'oneYearLprOn'> & {
  termsFolder: string | null;
};

/** The pure work on a contract, which takes seconds for a very long one. What goes in and comes out can be cloned. */
export const contractTasks = {
  read: async (name: string, bytes: Uint8Array) => {
    recogniser ??= createRecogniser();
    return readSentFile(name, bytes, { ocr: recogniser?.ocr });
  },
  review: async (text: string, checked: CheckedCitations, { termsFolder, ...options }: CloneableOptions) =>
    reviewContract(text, {
      ...options,
      oneYearLprOn,
      checkCitations: () => checked,
      learntTerms: termsFolder === null ? undefined : await learntTermsOf(termsFolder),
    }),
  annotateDocx: async (...input: Parameters<typeof annotateDocx>) => annotateDocx(...input),
  annotateText: async (...input: Parameters<typeof annotateText>) => annotateText(...input),
};
export type ContractTasks = typeof contractTasks;
export type TaskName = keyof ContractTasks;
export type TaskInput<Name extends TaskName> = Parameters<ContractTasks[Name]>;
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<ContractTasks[Name]>>;

/** Of each thread, for photos and scanned pages; null where its optional packages are missing. */
let recogniser: Recogniser | null | undefined;

const learntTerms = new Map<string, Promise<LearntTerms>>();

/** Each thread reads the weights once. */
function learntTermsOf(folder: string): Promise<LearntTerms> {
  const known = learntTerms.get(folder) ?? loadLearntTerms(folder);
  learntTerms.set(folder, known);
  return known;
}
