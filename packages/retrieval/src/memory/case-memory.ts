import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { CaseRecord } from '../types.ts';
import { toUnit } from '../vectors/vector-table.ts';

/** Answered cases with the vectors of their questions. A change is there for the next search. */
export interface CaseMemory {
  readonly size: number;
  get(caseId: string): RememberedCase | undefined;
  put(record: CaseRecord): Promise<void>;
  remove(caseId: string): boolean;
  entries(): Iterable<RememberedCase>;
}

export interface RememberedCase {
  record: CaseRecord;
  vector: Float32Array;
}

export interface CaseMemoryOptions {
  /** Vectors that were embedded before, by `caseText`. */
  known?: ReadonlyMap<string, Float32Array> | undefined;
  /** What to do when a case comes or goes; not called for `records`. */
  onChange?: (change: { gone: RememberedCase | undefined; come: RememberedCase | undefined }) => void;
}

export async function createCaseMemory(
  embeddings: EmbeddingsInterface,
  records: readonly CaseRecord[],
  { known = new Map(), onChange }: CaseMemoryOptions = {},
): Promise<CaseMemory> {
  const cases = new Map<string, RememberedCase>();
  const missing = [...new Set(records.map(caseText).filter((text) => !known.has(text)))];
  const embedded = missing.length === 0 ? [] : await embeddings.embedDocuments(missing);
  const vectors = new Map([...known, ...missing.map((text, i) => [text, toUnit(embedded[i] ?? [])] as const)]);
  for (const record of records) {
    cases.set(record.caseId, { record, vector: vectors.get(caseText(record)) ?? new Float32Array() });
  }
  return {
    get size() {
      return cases.size;
    },
    get: (caseId) => cases.get(caseId),
    async put(record) {
      const vector = toUnit(await embeddings.embedQuery(caseText(record)));
      const come = { record, vector };
      const gone = cases.get(record.caseId);
      cases.set(record.caseId, come);
      onChange?.({ gone, come });
    },
    remove(caseId) {
      const gone = cases.get(caseId);
      if (!gone) return false;
      cases.delete(caseId);
      onChange?.({ gone, come: undefined });
      return true;
    },
    entries: () => cases.values(),
  };
}

/** What a new question is compared with: the question, under its title where that says more. */
export const caseText = ({ title, question }: CaseRecord) =>
  title === '' || question.includes(title) ? question : `${title}\n${question}`;
