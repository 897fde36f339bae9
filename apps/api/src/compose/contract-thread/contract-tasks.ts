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
  type SentFile,
} from '@lutai/documents';

import { oneYearLprOn } from '../one-year-lpr.ts';

type CheckedCitations = ReturnType<NonNullable<ReviewOptions['checkCitations']>>;

/** What can be handed to another thread: the learnt terms are named by their folder (`corpus/terms`), null for none. */
type CloneableOptions = Omit<ReviewOptions, 'checkCitations' | 'learntTerms' | 'oneYearLprOn'> & {
  termsFolder: string | null;
};

export type ReadProgress = { page: number; pages: number };
/** What goes on beside a task that takes minutes. */
export type Watch = { signal?: AbortSignal | undefined; onProgress?: ((progress: ReadProgress) => void) | undefined };

/** Thirty pages at most, each of which takes seconds: more than a minute or two only on a slow machine. */
const recognitionMs = 600_000;

/** The pure work on a contract, which takes seconds for a very long one. What goes in and comes out can be cloned. */
export const contractTasks = {
  /** null where pages are pictures and something is installed that recognises them. */
  read: async (name: string, bytes: Uint8Array): Promise<SentFile | null> => {
    if (installedRecogniser() === null) return readSentFile(name, bytes);
    const found = new AbortController();
    const stop = () => found.abort();
    const { signal } = found;
    const ocr = async () => {
      stop();
      throw signal.reason;
    };
    return readSentFile(name, bytes, { ocr, signal, onProgress: stop }).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
  },
  /** As `read`, with the pictures. */
  recognise: async (name: string, bytes: Uint8Array, watch: Watch = {}): Promise<SentFile> =>
    readSentFile(name, bytes, { ocr: installedRecogniser()?.ocr, limitMs: recognitionMs, ...watch }),
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
const installedRecogniser = (): Recogniser | null => {
  recogniser ??= createRecogniser();
  return recogniser;
};

const learntTerms = new Map<string, Promise<LearntTerms>>();

/** Each thread reads the weights once. */
function learntTermsOf(folder: string): Promise<LearntTerms> {
  const known = learntTerms.get(folder) ?? loadLearntTerms(folder);
  learntTerms.set(folder, known);
  return known;
}
