import { annotateDocx, annotateText, type ReviewOptions, readSentFile, reviewContract } from '@lutai/documents';

type CheckedCitations = ReturnType<NonNullable<ReviewOptions['checkCitations']>>;

/** The pure work on a contract, which takes seconds for a very long one. What goes in and comes out can be cloned. */
export const contractTasks = {
  read: async (name: string, bytes: Uint8Array) => readSentFile(name, bytes),
  review: async (text: string, checked: CheckedCitations, options: Omit<ReviewOptions, 'checkCitations'>) =>
    reviewContract(text, { ...options, checkCitations: () => checked }),
  annotateDocx: async (...input: Parameters<typeof annotateDocx>) => annotateDocx(...input),
  annotateText: async (...input: Parameters<typeof annotateText>) => annotateText(...input),
};
export type ContractTasks = typeof contractTasks;
export type TaskName = keyof ContractTasks;
export type TaskInput<Name extends TaskName> = Parameters<ContractTasks[Name]>;
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<ContractTasks[Name]>>;
