import { createHash } from 'node:crypto';
import type { CaseRecord, ProvisionRecord } from '@lutai/retrieval';

/** One provision that answers a question. */
export interface Label {
  /** Null where the corpus lacks the provision: it then counts as not found. */
  provisionId: string | null;
  /** `citationKey` of the provision. */
  citation: string;
  /** How relevant, above 0. */
  gain: number;
}

export interface LabelledQuestion {
  id: string;
  text: string;
  /** Area of law, where the set says it. */
  area: string | null;
  labels: readonly Label[];
}

export interface EvaluationSet {
  /** Name of the folder or file, without its path. */
  name: string;
  split: string | null;
  /** Hash of the corpus. */
  corpusHash: string;
  provisions: readonly ProvisionRecord[];
  questions: readonly LabelledQuestion[];
  /** Train questions with their labels, where the split is another one. */
  cases: readonly CaseRecord[];
  /** Law files that could not be read, with the reason. */
  skipped: readonly { file: string; reason: string }[];
}

export const shortHash = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Hash of ids, texts and labels, in whatever order they come: two runs of one hash asked the same questions. */
export function questionsHash(questions: readonly LabelledQuestion[]): string {
  const rows = questions.map(({ id, text, labels }) => {
    const cited = labels.map(({ citation, gain }) => `${citation} ${gain}`).sort();
    return JSON.stringify([id, text, cited]);
  });
  return shortHash(rows.sort().join('\n'));
}

/** Citations that the corpus lacks, in order, each once, and how many labels have one. */
export function missingCitations(questions: readonly LabelledQuestion[]): { labels: number; citations: string[] } {
  const missing = questions.flatMap(({ labels }) => labels).filter(({ provisionId }) => provisionId === null);
  return { labels: missing.length, citations: [...new Set(missing.map(({ citation }) => citation))].sort() };
}
